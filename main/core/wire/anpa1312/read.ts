import { WiredeskError } from '../../../contract/failure.ts';
import type { StoryFields } from '../../../contract/story.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { readMoment } from '../reading/moments.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { readGroups } from '../teletype/lines.ts';
import { bareLine, decodeWire, splitMessages, wireLines } from '../teletype/messages.ts';
import { readOwnMessage } from '../teletype/own.ts';
import { proseBlocks, proseParagraphs, takeDateline } from '../teletype/prose.ts';
import { actionOfWords } from '../teletype/signals.ts';
import { ownRecord } from '../teletype/tail.ts';
import { singleLine } from '../text.ts';
import { type Header, margins, readHeader, readPriority } from './header.ts';
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
  const { text, repair } = decodeWire(bytes);
  const lost: string[] = [];
  const stories = splitMessages(text, context.fileName).flatMap((raw): ReadStory[] => {
    const report = createReport();
    if (repair !== '') report.repaired(repair);
    const message = readMessage(raw, report);
    if (!message) {
      lost.push(raw);
      return [];
    }
    for (const words of lost.splice(0)) report.leftOut(words, 'no message of ANPA 1312');
    return [readOwn(message, context, report) ?? readForeign(message, context, report)];
  });
  const last = stories.at(-1);
  if (!last) throw new WiredeskError('unreadable', `${context.fileName} holds no header of ANPA 1312.`);
  if (lost.length === 0) return stories;
  const report = createReport();
  for (const words of lost) report.leftOut(words, 'no message of ANPA 1312');
  return [...stories.slice(0, -1), { ...last, problems: [...last.problems, ...report.problems] }];
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

function readOwn(message: Message, context: ReadContext, report: Report): ReadStory | null {
  if (!ownRecord.test(message.text.join('\n'))) return null;
  const end = message.text.findIndex(line => !line.startsWith('^'));
  const [slug = '', ...head] = message.text.slice(0, Math.max(end, 0)).map(headerLine);
  return readOwnMessage(
    {
      head,
      groups: readGroups(message.text.slice(Math.max(end, 0)), margins),
      slugline: ({ takeKey = '' }) => {
        const words = slug.replace(/,\d+$/u, '');
        if (takeKey === '') return words;
        return words === takeKey
          ? ''
          : words.endsWith(`, ${takeKey}`)
            ? words.slice(0, -takeKey.length - 2)
            : words;
      },
    },
    context,
    report,
  );
}

/** A header line of the text without its marks: `^…<`, `^…=`. */
function headerLine(line: string): string {
  return line
    .replace(/^\^/u, '')
    .replace(/[<=]\s*$/u, '')
    .trim();
}

function readForeign(message: Message, context: ReadContext, report: Report): ReadStory {
  const { header } = message;
  const from = message.text.findIndex(line => line.trim() !== '');
  const text = message.text.slice(Math.max(from, 0));
  const marked = text.findIndex(line => !line.startsWith('^'));
  const isMarked = text[0]?.startsWith('^') === true;
  const heads = isMarked
    ? text.slice(0, marked < 0 ? text.length : marked).map(headerLine)
    : kyodoHead(text, header);
  const rest = text.slice(heads.length);
  const head = headFields(heads, header);
  const paragraphs = proseParagraphs(
    rest.map(line => line.replace(/^\^(?=\S)/u, '').replace(/[<]\s*$/u, '')),
  );
  const ending = /^==\s*(\p{L}[\p{L} ]{1,30})$/u.exec(paragraphs.at(-1) ?? '');
  const copy = ending ? paragraphs.slice(0, -1) : paragraphs;
  if (ending) report.leftOut(ending[0], 'the mark that the copy ends');
  const opened = takeDateline(proseBlocks(copy, context.ids), context.now);
  const created = sentMoment(message.trailer, header.date, context.now);
  const action = actionOfWords(header.version) ?? head.editorialAction;
  return readStory(
    {
      ...(created === null ? {} : { created }),
      status: action === 'kill' ? 'canceled' : action === 'withhold' ? 'withheld' : 'usable',
      fields: {
        ...head,
        takeKey: head.takeKey || header.version,
        ...(action === undefined ? {} : { editorialAction: action }),
        ...readPriority(header.priority),
        category: header.category,
        ...(ending && !head.source ? { source: ending[1] ?? '' } : {}),
        ...(opened.dateline
          ? { dateline: { ...opened.dateline, date: opened.dateline.date || (created?.slice(0, 10) ?? '') } }
          : {}),
      },
      blocks: opened.blocks,
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

/** What the header lines of the text are: slug, headline, notes and photo lists, byline and its house. */
function headFields(lines: readonly string[], header: Header): Partial<StoryFields> {
  const [first = '', ...others] = lines;
  const squeezed = (words: string): string => words.replace(/\s/gu, '').toLowerCase();
  const isSlug = squeezed(first).startsWith(squeezed(header.keyword).slice(0, 12));
  const [slugline = '', ...take] = (isSlug ? first.replace(/,\s*\d+$/u, '') : header.keyword).split(/,\s*/u);
  const fields = { headline: '', subhead: '', byline: '', source: '', edNote: '' };
  for (const line of isSlug ? others : lines) {
    const by = /^By (\S.*)$/iu.exec(line);
    if (note.test(line)) fields.edNote += `${fields.edNote === '' ? '' : '\n'}${line}`;
    else if (by && fields.byline === '') fields.byline = by[1] ?? '';
    else if (fields.byline !== '' && fields.source === '') fields.source = line;
    else if (fields.headline === '') fields.headline = line;
    else fields.subhead += `${fields.subhead === '' ? '' : ' '}${line}`;
  }
  const action = [...take, fields.headline].map(actionOfWords).find(each => each !== null) ?? null;
  return {
    ...fields,
    // 'BC-' and 'BC-EU--' say which wire and which region a slug is for.
    slugline: slugline.replace(/^[A-Z]{2}-(?:[A-Z]{2,3}--)?(?=\S)/u, ''),
    takeKey: take.join(', '),
    ...(action === null ? {} : { editorialAction: action }),
  };
}

/**
 * When the message was sent, by its trailer: `AP-WF-11-13-13 0745GMT` names the month first, Kyodo's
 * `KWS-21:37-09-12-18` the day (wire-formats 7). Without one, the header's day of this year, month first.
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
  const [month = '', day = ''] = date.split('-').map(part => part.padStart(2, '0'));
  return readMoment(`${now.getUTCFullYear()}-${month}-${day}`);
}
