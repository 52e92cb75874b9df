import type { Block } from '../../../contract/body.ts';
import { WiredeskError } from '../../../contract/failure.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { textBlocks } from '../reading/blocks.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { decodeWireText } from '../reading/wire-text.ts';
import { singleLine } from '../text.ts';
import { dateGroup, etx, headerLine, monthNumber, soh, stx } from './frame.ts';
import { readHead } from './read-head.ts';
import { readText } from './read-text.ts';

/**
 * IPTC 7901 (wire-formats 6): one message after the other, each a story. The control characters may have been lost
 * on the way: then the header is the first line, and the copy begins behind the keyword line.
 */
export function readIptc7901(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  const report = createReport();
  const whole = decodeWireText(bytes, report).replace(/\r\n?/gu, '\n');
  const messages = whole.includes(soh) ? whole.split(soh).slice(1) : [whole];
  const stories = messages
    .filter(message => message.trim() !== '')
    .map((message, index) => readMessage(message, context, index === 0 ? report : createReport()))
    .filter(story => story !== null);
  if (stories.length === 0)
    throw new WiredeskError('unreadable', 'There is no IPTC 7901 message in the file.');
  return stories;
}

/** Whether the beginning of a file is such a message: its header line, and a keyword line or STX behind it. */
export function isIptc7901(head: string): boolean {
  const start = head.replace(/^[\u007f\u0000\s]+/u, '');
  const lines = start.split(/\r\n?|\n/u).filter(line => line.trim() !== '');
  const [first = '', second = ''] = lines;
  return (
    headerLine.test(first.trimEnd()) &&
    (start.startsWith(soh) || second.startsWith(stx) || /^[^ ].*\/\s*$/u.test(second))
  );
}

function readMessage(message: string, { ids, now }: ReadContext, report: Report): ReadStory | null {
  const lines = message.split('\n');
  const headerAt = lines.findIndex(line => line.trim() !== '');
  const header = headerLine.exec((lines[headerAt] ?? '').trimEnd());
  if (!header) return null;
  const [, , , priority = '', category = ''] = header;
  const rest = lines.slice(headerAt + 1).join('\n');
  const { keywords, text, sent } = parts(rest);
  const { head, copy } = splitHead(text);
  const headline = readHead(head);
  const body = readText(copy);
  const own = { ...headline.fields, ...body.fields };
  const created = sent === null ? null : sentAt(sent, now);
  const blocks: readonly Block[] = textBlocks(body.paragraphs.join('\n\n'), ids, 'join');
  for (const photo of body.photos) report.noted(`The message names a picture that it cannot carry: ${photo}`);
  const title = own.bylineTitle ?? '';
  const [slugline = '', ...others] = keywords;
  return readStory(
    {
      status: headline.status,
      ...(created === null ? {} : { created }),
      fields: {
        priority: Number(priority),
        category,
        ...own,
        slugline,
        keywords: others,
        byline: title === '' ? (own.byline ?? '') : (own.byline ?? '').replace(`, ${title}`, ''),
        dateline: own.dateline ?? {
          place: '',
          country: '',
          source: '',
          ...body.dateline,
          date: created?.slice(0, 10) ?? '',
        },
      },
      blocks,
      pictures: [],
    },
    report,
  );
}

interface Parts {
  readonly keywords: readonly string[];
  readonly text: string;
  /** The date group, where one is there. */
  readonly sent: RegExpExecArray | null;
}

/** Keyword lines, text block and date group, with their control characters or without. */
function parts(rest: string): Parts {
  const begin = rest.indexOf(stx);
  const bare = rest.replace(/^\n+/u, '');
  const keywordEnd = begin >= 0 ? begin : bare.search(/\n/u);
  const keywordText = (begin >= 0 ? rest : bare).slice(0, Math.max(0, keywordEnd));
  const isKeywords = begin >= 0 || /\/\s*$/u.test(keywordText);
  const after = begin >= 0 ? rest.slice(begin + 1) : isKeywords ? bare.slice(keywordEnd + 1) : bare;
  const ending = after.indexOf(etx);
  const lines = (ending >= 0 ? after.slice(0, ending) : after).split('\n');
  const trailer =
    ending >= 0
      ? after.slice(ending + 1).split('\n')[0]
      : lines.findLast(line => dateGroup.test(clean(line)));
  const sent = dateGroup.exec(clean(trailer ?? ''));
  const text = lines.filter(line => ending >= 0 || !sent || clean(line) !== clean(trailer ?? '')).join('\n');
  return {
    // A line that does not end in a slash goes on with the next.
    keywords: (isKeywords ? keywordText : '')
      .replace(/(?<!\/)\n(?=\S)/gu, ' ')
      .split(/[/\n]/u)
      .map(singleLine)
      .filter(word => word !== ''),
    text: text.replace(/[\u0000-\u0006\u0008\u000e-\u001f\u007f]/gu, ''),
    sent,
  };
}

function clean(line: string): string {
  return line.replace(/[\u0000-\u001f\u007f]/gu, '').trim();
}

/** The head block ends with ` =` before a line's end; else with the first blank line (wire-formats 6). */
function splitHead(text: string): { readonly head: readonly string[]; readonly copy: readonly string[] } {
  const lines = text.split('\n').map(line => line.trimEnd());
  const first = lines.findIndex(line => line.trim() !== '');
  const equals = lines.findIndex((line, index) => index < first + 20 && / =$/u.test(line));
  const blank = lines.findIndex((line, index) => index > first && line.trim() === '');
  const end = equals >= 0 ? equals : blank >= 0 ? blank : first;
  return { head: lines.slice(Math.max(0, first), end + 1), copy: lines.slice(end + 1) };
}

/** Day and time of sending, the year's century by the clock; no zone given counts as UTC. */
function sentAt(
  [, day = '', hour = '', minute = '', zone = '', month = '', year = '']: RegExpExecArray,
  now: Date,
): string | null {
  const number = monthNumber(month);
  if (number === 0) return null;
  const offset = /^(?:MEZ|CET)$/u.test(zone) ? 1 : /^(?:MESZ|CEST)$/u.test(zone) ? 2 : 0;
  const century = Math.floor(now.getUTCFullYear() / 100) * 100;
  const full =
    century + Number(year) > now.getUTCFullYear() + 1 ? century - 100 + Number(year) : century + Number(year);
  const time = Date.UTC(full, number - 1, Number(day), Number(hour) - offset, Number(minute));
  const isReal = Number(day) >= 1 && Number(day) <= 31 && Number(hour) < 24 && Number(minute) < 60;
  return isReal ? new Date(time).toISOString().replace('.000Z', 'Z') : null;
}
