import type { SomeFields } from '../../../contract/story.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { readMoment } from '../reading/moments.ts';
import type { Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import type { PublishingStatus } from '../status.ts';
import { readGroups } from '../teletype/lines.ts';
import { bareLine, readMessages, wireLines } from '../teletype/messages.ts';
import { readOwnMessage } from '../teletype/own.ts';
import { proseBlocks, proseParagraphs, takeDateline } from '../teletype/prose.ts';
import { takeSignals } from '../teletype/signals.ts';
import { joinTexts, singleLine } from '../text.ts';
import { type Header, margins, readHeader, readPriority, withoutCycle } from './header.ts';
import { fromWire } from './signs.ts';

interface Message {
  readonly header: Header;
  readonly text: readonly string[];
  readonly trailer: string;
}

/** Whether a file begins with the two header lines (wire-formats 7); US and the format bytes are in no other. */
export function isAnpa1312(head: string): boolean {
  const lines = head
    .trimStart()
    .split(/\r\n|[\r\n]/u, 4)
    .filter(line => line !== '');
  return headerOf(lines) !== null;
}

function headerOf([first = '', second = '']: readonly string[]): Header | null {
  return first.length > 100 || second.length > 300 ? null : readHeader(first, second);
}

/**
 * Every message of a file of ANPA 1312 (wire-formats 7), whoever sent it.
 * @throws WiredeskError 'unreadable' where there is no header, 'too-large' beyond a limit
 */
export function readAnpa1312(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  return readMessages(bytes, context, {
    label: 'ANPA 1312',
    parse: readMessage,
    story: (message, ...rest) => readOwn(message, ...rest) ?? readForeign(message, ...rest),
  });
}

function readMessage(raw: string, report: Report): Message | null {
  const lines = wireLines(raw.trimStart());
  const second = lines.findIndex((line, index) => index > 0 && line.trim() !== '');
  const header = headerOf([lines[0] ?? '', lines[second] ?? '']);
  if (!header) return null;
  const body = lines
    .slice(second + 1)
    .join('\n')
    .replace(/^[^\u0002]{0,20}\u0002/u, '');
  const close = body.indexOf('\u0003');
  const text = (close < 0 ? body : body.slice(0, close)).split('\n');
  if (close < 0) report.repaired('The end of the text is not marked.');
  const trailer = close < 0 ? '' : (body.slice(close + 1).split('\n')[0] ?? '');
  return {
    header,
    text: text.map(line => fromWire(bareText(line, report))),
    trailer: bareLine(trailer, report).trim(),
  };
}

/** Thin spaces and space bands of tables are spaces (wire-formats 7). */
function bareText(line: string, report: Report): string {
  return bareLine(line.replace(/[\u0010\u001e\u001f]+/gu, ' '), report);
}

function readOwn({ text }: Message, context: ReadContext, report: Report): ReadStory | null {
  const end = Math.max(
    text.findIndex(line => !line.startsWith('^')),
    0,
  );
  // The first line is the slug, which the notebook holds too.
  const head = text.slice(1, end).map(headerLine);
  return readOwnMessage(head, readGroups(text.slice(end), margins), context, report);
}

/** A header line of the text without its marks: `^…<`, `^…=`. */
function headerLine(line: string): string {
  return line
    .replace(/^\^/u, '')
    .replace(/[<=]\s*$/u, '')
    .trim();
}

function readForeign(message: Message, { ids, now }: ReadContext, report: Report): ReadStory {
  const { header } = message;
  const from = message.text.findIndex(line => line.trim() !== '');
  const text = message.text.slice(Math.max(from, 0));
  const marked = text.findIndex(line => !line.startsWith('^'));
  const isMarked = text[0]?.startsWith('^') === true;
  const heads = isMarked
    ? text.slice(0, marked < 0 ? text.length : marked).map(headerLine)
    : kyodoHead(text, header);
  const rest = text.slice(heads.length);
  const paragraphs = proseParagraphs(rest.map(line => line.replace(/^\^(?=\S)/u, '').replace(/<\s*$/u, '')));
  const ending = /^==\s*(\p{L}[\p{L} ]{1,30})$/u.exec(paragraphs.at(-1) ?? '');
  const copy = ending ? paragraphs.slice(0, -1) : paragraphs;
  if (ending) report.leftOut(ending[0], 'the mark that the copy ends');
  const created = sentMoment(message.trailer, header.date, now);
  const { blocks, dateline } = takeDateline(proseBlocks(copy, ids), created, now);
  const { status, fields } = readHead(heads, header);
  return readStory(
    {
      ...(created === null ? {} : { created }),
      status,
      fields: {
        ...fields,
        ...readPriority(header.priority),
        category: header.category,
        source: fields.source || (ending?.[1] ?? ''),
        ...(dateline ? { dateline } : {}),
      },
      blocks,
      pictures: [],
    },
    report,
  );
}

/** Without carets the slug may stand again above the headline, which ends with a plus (Kyodo). */
function kyodoHead(text: readonly string[], { keyword }: Header): string[] {
  const first = singleLine(text[0] ?? '');
  const repeats = first.replace(/\s/gu, '').startsWith(keyword);
  const second = singleLine(text[repeats ? 1 : 0] ?? '');
  return [...(repeats ? [first] : []), ...(second.endsWith('+') ? [second.slice(0, -1)] : [])];
}

const note = /^\(?(?:Eds?\b\.?:|EDITOR[’'S]*\s+NOTE\b|AP (?:Photo|Video|Graphic)|With (?:AP )?Photos?\b)/iu;

/** What the header lines of the text are: slug, act and embargo, headline, notes and photo lists, byline and house. */
function readHead(
  [first = '', ...others]: readonly string[],
  { keyword, version }: Header,
): { readonly status: PublishingStatus; readonly fields: SomeFields } {
  const squeezed = (words: string): string => words.replace(/\s/gu, '').toLowerCase();
  const isSlug = squeezed(first).startsWith(squeezed(keyword).slice(0, 12));
  const [slug = '', ...take] = (isSlug ? first.replace(/,\s*\d+$/u, '') : keyword).split(/,\s*/u);
  const takeKey = take.join(', ') || version;
  const signals = takeSignals(isSlug ? others : [first, ...others], [takeKey]);
  const notes = [...signals.said];
  const fields = { headline: '', subhead: '', byline: '', source: '' };
  for (const line of signals.rest) {
    const by = /^By (\S.*)$/iu.exec(line);
    if (note.test(line)) notes.push(line.replace(/^\(?Eds?\b\.?: ?(.*?)\)?$/iu, '$1'));
    else if (by && fields.byline === '') fields.byline = by[1] ?? '';
    else if (fields.byline !== '' && fields.source === '') fields.source = line;
    else if (fields.headline === '') fields.headline = line;
    else fields.subhead = joinTexts([fields.subhead, line], ' ');
  }
  const slugline = withoutCycle(slug);
  return {
    status: signals.status,
    fields: {
      ...signals.fields,
      ...fields,
      headline: fields.headline || slugline,
      edNote: notes.join('\n'),
      slugline,
      takeKey,
    },
  };
}

/**
 * When the message was sent, by its trailer: `AP-WF-11-13-13 0745GMT` names the month first, Kyodo's
 * `KWS-21:37-09-12-18` the day (wire-formats 7). Without one, the header's last such day, month first where it can be.
 */
function sentMoment(trailer: string, date: string, now: Date): string | null {
  const american = /(\d{2})-(\d{2})-(\d{2}) (\d{2})(\d{2})GMT/u.exec(trailer);
  if (american) {
    const [, month, day, year, hour, minute] = american;
    return readMoment(`20${year}-${month}-${day}T${hour}:${minute}:00Z`);
  }
  const kyodo = /-(\d{2}):(\d{2})-(\d{2})-(\d{2})-(\d{2})\b/u.exec(trailer);
  if (kyodo) {
    const [, hour, minute, day, month, year] = kyodo;
    return readMoment(`20${year}-${month}-${day}T${hour}:${minute}:00+0900`);
  }
  const [first = '', second = ''] = date.split('-').map(part => part.padStart(2, '0'));
  const day = Number(first) > 12 ? `${second}-${first}` : `${first}-${second}`;
  const sent = readMoment(`${now.getUTCFullYear()}-${day}`);
  const tomorrow = now.getTime() + 86_400_000;
  return sent === null || Date.parse(sent) <= tomorrow
    ? sent
    : readMoment(`${now.getUTCFullYear() - 1}-${day}`);
}
