import type { SomeFields } from '../../../contract/story.ts';
import { readByline } from '../../intake/article/byline.ts';
import { monthOf } from '../../intake/article/calendar.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { readMoment } from '../reading/moments.ts';
import type { Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import type { PublishingStatus } from '../status.ts';
import { readGroups } from '../teletype/lines.ts';
import { readMessages } from '../teletype/messages.ts';
import { readOwnMessage } from '../teletype/own.ts';
import { proseBlocks, proseParagraphs, takeDateline } from '../teletype/prose.ts';
import { isRankLine, takeSignals } from '../teletype/signals.ts';
import { joinTexts, singleLine } from '../text.ts';
import { margins, readHeader } from './header.ts';
import { type Message, readMessage } from './message.ts';
import { readSections } from './notes.ts';

/** Whether a file begins as a message: SOH and a header, or a header and a keyword line (wire-formats 6). */
export function isIptc7901(head: string): boolean {
  const [first = '', ...rest] = head.replace(/^[\u007f\s]+/u, '').split(/\r\n|[\r\n]/u, 6);
  if (first.length > 300 || readHeader(first) === null) return false;
  return (
    first.startsWith('\u0001') || /^[^\s/].{0,200}\/\s*$/u.test(rest.find(line => line.trim() !== '') ?? '')
  );
}

/**
 * Every message of a file of IPTC 7901 (wire-formats 6), whoever sent it.
 * @throws WiredeskError 'unreadable' where no line 1 is a header, 'too-large' beyond a limit
 */
export function readIptc7901(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  return readMessages(bytes, context, {
    label: 'IPTC 7901',
    parse: readMessage,
    story: (message, ...rest) => readOwn(message, ...rest) ?? readForeign(message, ...rest),
  });
}

function readOwn({ text }: Message, context: ReadContext, report: Report): ReadStory | null {
  const [head, ...groups] = readGroups(text, margins);
  const lines = (head?.lines ?? []).map((line, index, { length }) =>
    index === length - 1 ? line.text.replace(/ ?=$/u, '') : line.text,
  );
  return readOwnMessage(
    lines.filter(line => line !== ''),
    groups,
    context,
    report,
  );
}

function readForeign(message: Message, { ids, now }: ReadContext, report: Report): ReadStory {
  const { header } = message;
  const end = endOfHead(message.text);
  const sections = readSections(message.text.slice(end));
  const { status, fields } = readHead(message.text.slice(0, end));
  const created = sentMoment(message.trailer, now);
  const { blocks, dateline } = takeDateline(proseBlocks(proseParagraphs(sections.copy), ids), created, now);
  const reference = /^(\S+)#(\d{1,9})$/u.exec(header.reference);
  if (header.reference !== '' && !reference)
    report.noted(`The message’s reference is “${header.reference}”.`);
  const [slugline = '', ...keywords] = message.keywords.join(' ').split('/');
  return readStory(
    {
      ...(reference ? { guid: reference[1] ?? '', version: Number(reference[2]) } : {}),
      ...(created === null ? {} : { created }),
      status,
      fields: {
        ...fields,
        slugline,
        keywords,
        priority: header.priority,
        urgency: { 1: 1, 2: 2, 3: 4, 4: 5, 5: 6 }[header.priority] ?? 7,
        category: header.category,
        source: header.agency,
        edNote: joinTexts([fields.edNote ?? '', sections.edNote], '\n'),
        internalNote: sections.internalNote,
        signOff: sections.signOff,
        ...(dateline ? { dateline } : {}),
      },
      blocks,
      pictures: [],
    },
    report,
  );
}

/** The line after the head block: it ends with ` =`, else with the first blank line. */
function endOfHead(lines: readonly string[]): number {
  const marked = lines.slice(0, 20).findIndex(line => /(?:^|\s)=\s*$/u.test(line));
  if (marked >= 0) return marked + 1;
  const first = lines.findIndex(line => line.trim() !== '');
  const blank = lines.findIndex((line, index) => index > first && line.trim() === '');
  return blank < 0 || blank - first > 6 ? 0 : blank;
}

/** Ranks, act and embargo, headline and byline; a head of signals alone is a headline all the same. */
function readHead(lines: readonly string[]): {
  readonly status: PublishingStatus;
  readonly fields: SomeFields;
} {
  const words = lines.map(line => singleLine(line.replace(/=\s*$/u, ''))).filter(line => line !== '');
  const ranks = words.filter(isRankLine);
  const signals = takeSignals(
    words.filter(line => !isRankLine(line)),
    ranks,
  );
  const { said, rest } = signals;
  const last = rest.at(-1) ?? '';
  const byline = rest.length > 1 ? (readByline(last) ?? bylineOf(last)) : null;
  const headline = (byline ? rest.slice(0, -1) : rest).join(' ');
  return {
    status: signals.status,
    fields: {
      ...signals.fields,
      headline: headline || said.join(' '),
      edNote: headline === '' ? '' : said.join('\n'),
      takeKey: ranks.map(rank => rank.replace(/^\((.*)\)$/u, '$1')).join(' '),
      ...(byline ? { byline: byline.byline, bylineTitle: byline.title } : {}),
    },
  };
}

/** The last line of a head block that begins with `By` is one even where it names nobody: `By X, dpa`. */
function bylineOf(line: string): { readonly byline: string; readonly title: string } | null {
  const match = /^By (\S.{0,80})$/u.exec(line);
  return match ? { byline: match[1] ?? '', title: '' } : null;
}

/** The zones that are not UTC (wire-formats 6: the zone may be local). */
const zones: Readonly<Record<string, string>> = { MEZ: '+01', CET: '+01', MESZ: '+02', CEST: '+02' };

/** The date group as a moment; a day alone is the last such day before the message came in (wire-formats 6). */
function sentMoment(trailer: string, now: Date): string | null {
  const match =
    /^(\d{2})(\d{2})(\d{2})(?:\s+([A-Z]{1,4})(?!\s+\d))?(?:\s+([\p{L}.]{3,10})\s+(\d{2}))?\b/u.exec(trailer);
  if (!match) return null;
  const [, day = '', hour = '', minute = '', zone = '', name = '', year = ''] = match;
  const month = monthOf(name);
  const clock = `${day}T${hour}:${minute}:00${zones[zone] ?? 'Z'}`;
  if (month !== null) return readMoment(`20${year}-${String(month).padStart(2, '0')}-${clock}`);
  const before = now.getUTCDate() < Number(day) ? 1 : 0;
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - before, 1));
  return readMoment(`${at.toISOString().slice(0, 8)}${clock}`);
}
