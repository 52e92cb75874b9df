import { WiredeskError } from '../../../contract/failure.ts';
import type { StoryFields } from '../../../contract/story.ts';
import { readByline } from '../../intake/article/byline.ts';
import { monthOf } from '../../intake/article/calendar.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { readMoment } from '../reading/moments.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { readGroups } from '../teletype/lines.ts';
import { decodeWire, splitMessages } from '../teletype/messages.ts';
import { readOwnMessage } from '../teletype/own.ts';
import { proseBlocks, proseParagraphs, takeDateline } from '../teletype/prose.ts';
import { actionOfWords, isRankLine } from '../teletype/signals.ts';
import { ownRecord } from '../teletype/tail.ts';
import { singleLine } from '../text.ts';
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
    for (const words of lost.splice(0)) report.leftOut(words, 'no message of IPTC 7901');
    return [readOwn(message, context, report) ?? readForeign(message, context, report)];
  });
  const last = stories.at(-1);
  if (!last) throw new WiredeskError('unreadable', `${context.fileName} holds no header of IPTC 7901.`);
  if (lost.length === 0) return stories;
  const report = createReport();
  for (const words of lost) report.leftOut(words, 'no message of IPTC 7901');
  return [...stories.slice(0, -1), { ...last, problems: [...last.problems, ...report.problems] }];
}

function readOwn(message: Message, context: ReadContext, report: Report): ReadStory | null {
  if (!ownRecord.test(message.text.join('\n'))) return null;
  const [head, ...groups] = readGroups(message.text, margins);
  const lines = (head?.lines ?? []).map(line => line.text);
  const ended = lines.map((line, index) => (index === lines.length - 1 ? line.replace(/ ?=$/u, '') : line));
  const keywords = readGroups(message.keywords, margins).flatMap(group => group.lines.map(line => line.text));
  return readOwnMessage(
    {
      head: ended.filter(line => line !== ''),
      groups,
      slugline: () => keywords.join(' ').replace(/\/$/u, ''),
    },
    context,
    report,
  );
}

function readForeign(message: Message, context: ReadContext, report: Report): ReadStory {
  const { header } = message;
  const end = endOfHead(message.text);
  const sections = readSections(message.text.slice(end));
  const head = headFields(message.text.slice(0, end));
  const opened = takeDateline(proseBlocks(proseParagraphs(sections.copy), context.ids), context.now);
  const reference = /^(\S+)#(\d{1,9})$/u.exec(header.reference);
  if (header.reference !== '' && !reference)
    report.noted(`The message’s reference is “${header.reference}”.`);
  const created = sentMoment(message.trailer, context.now);
  const [slugline = '', ...keywords] = message.keywords
    .map(singleLine)
    .join(' ')
    .split('/')
    .map(singleLine)
    .filter(word => word !== '');
  return readStory(
    {
      ...(reference ? { guid: reference[1] ?? '', version: Number(reference[2]) } : {}),
      ...(created === null ? {} : { created }),
      status:
        head.editorialAction === 'kill'
          ? 'canceled'
          : head.editorialAction === 'withhold'
            ? 'withheld'
            : 'usable',
      fields: {
        ...head,
        slugline,
        keywords,
        priority: header.priority,
        urgency: { 1: 1, 2: 2, 3: 4, 4: 5, 5: 6 }[header.priority] ?? 7,
        category: header.category,
        source: header.agency,
        edNote: sections.edNote,
        internalNote: sections.internalNote,
        signOff: sections.signOff,
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

/** The line after the head block: it ends with ` =`, else with the first blank line. */
function endOfHead(lines: readonly string[]): number {
  const marked = lines.slice(0, 20).findIndex(line => /(?:^|\s)=\s*$/u.test(line));
  if (marked >= 0) return marked + 1;
  const first = lines.findIndex(line => line.trim() !== '');
  const blank = lines.findIndex((line, index) => index > first && line.trim() === '');
  return blank < 0 || blank - first > 6 ? 0 : blank;
}

function headFields(lines: readonly string[]): Partial<StoryFields> {
  const words = lines.map(line => singleLine(line.replace(/=\s*$/u, ''))).filter(line => line !== '');
  const ranks = words.filter(isRankLine);
  const rest = words.filter(line => !isRankLine(line));
  const last = rest.at(-1) ?? '';
  const byline = rest.length > 1 ? (readByline(last) ?? bylineOf(last)) : null;
  const headline = (byline ? rest.slice(0, -1) : rest).join(' ');
  const action = words.map(actionOfWords).find(each => each !== null) ?? null;
  return {
    headline,
    takeKey: ranks.map(rank => rank.replace(/^\((.*)\)$/u, '$1')).join(' '),
    ...(byline ? { byline: byline.byline, bylineTitle: byline.title } : {}),
    ...(action === null ? {} : { editorialAction: action }),
  };
}

/** The last line of a head block that begins with `By` is one even where it names nobody: `By X, dpa`. */
function bylineOf(line: string): { readonly byline: string; readonly title: string } | null {
  const match = /^By (\S.{0,80})$/u.exec(line);
  return match ? { byline: match[1] ?? '', title: '' } : null;
}

/** The date group as a moment; a day alone is the last such day before the message came in (wire-formats 6). */
function sentMoment(trailer: string, now: Date): string | null {
  const match = /^(\d{2})(\d{2})(\d{2})(?:\s+(?:GMT|UTC|Z))?(?:\s+([\p{L}.]{3,10})\s+(\d{2}))?\b/u.exec(
    trailer,
  );
  if (!match) return null;
  const [, day = '', hour = '', minute = '', name = '', year = ''] = match;
  const month = monthOf(name);
  if (month !== null)
    return readMoment(`20${year}-${String(month).padStart(2, '0')}-${day}T${hour}:${minute}:00Z`);
  const before = now.getUTCDate() < Number(day) ? 1 : 0;
  const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - before, 1));
  return readMoment(`${at.toISOString().slice(0, 8)}${day}T${hour}:${minute}:00Z`);
}
