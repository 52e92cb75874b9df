import { WiredeskError } from '../../../contract/failure.ts';
import type { Dateline, SomeFields } from '../../../contract/story.ts';
import { transliterate } from '../ascii.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { type LabelledLine, labelledFields, readLabelled } from '../labelled-lines.ts';
import { textBlocks } from '../reading/blocks.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { decodeWireText } from '../reading/wire-text.ts';
import type { PublishingStatus } from '../status.ts';
import { datelineText } from '../story-words.ts';
import { joinTexts, singleLine } from '../text.ts';
import { etx, priorityOf, readSlugLine, serviceLine, soh, storyLine, stx } from './frame.ts';
import { readCopy } from './read-copy.ts';

/** ANPA 1312 (wire-formats 7): one message after the other, each a story. Service line, story line, text. */
export function readAnpa1312(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  const report = createReport();
  const whole = decodeWireText(bytes, report).replace(/\r\n?/gu, '\n');
  const stories = whole
    .split(soh)
    .slice(whole.includes(soh) ? 1 : 0)
    .map((message, index) => readMessage(message, context, index === 0 ? report : createReport()))
    .filter(story => story !== null);
  if (stories.length === 0)
    throw new WiredeskError('unreadable', 'There is no ANPA 1312 message in the file.');
  return stories;
}

/** Whether the beginning of a file is such a message: both of its header lines. */
export function isAnpa1312(head: string): boolean {
  const lines = head
    .replace(/^[\u0000\s]+/u, '')
    .split(/\r\n?|\n/u)
    .slice(0, 3);
  return lines.some((line, index) => serviceLine.test(line) && storyLine.test(lines[index + 1] ?? ''));
}

function readMessage(message: string, { ids, now }: ReadContext, report: Report): ReadStory | null {
  const lines = message.split('\n');
  const at = lines.findIndex(line => storyLine.test(line));
  const match = storyLine.exec(lines[at] ?? '');
  if (!match) return null;
  const [, priority = '', category = '', , , keyword = '', day = ''] = match;
  const rest = lines.slice(at + 1).join('\n');
  const begin = rest.indexOf(stx);
  const text = begin >= 0 ? rest.slice(begin + 1) : rest;
  const end = text.indexOf(etx);
  const trailer = end >= 0 ? (text.slice(end + 1).split('\n')[0] ?? '') : '';
  const body = readCopy(end >= 0 ? text.slice(0, end) : text);
  const head = readHeader(body.header, keyword, report);
  const { fields } = head;
  const created = sentAt(trailer, day, now);
  const { copy, dateline } = withoutOpening(body.paragraphs, fields);
  const last = /^\(([\p{L}\p{N}/ .,-]{2,30})\)$/u.exec(copy.at(-1) ?? '');
  const paragraphs = last ? copy.slice(0, -1) : copy;
  for (const words of body.left) report.leftOut(words, 'a mark of the wire');
  return readStory(
    {
      status: head.status,
      ...(created === null ? {} : { created }),
      fields: {
        priority: priorityOf(priority),
        category,
        ...fields,
        byline: body.byline,
        bylineTitle: body.bylineTitle,
        signOff: last?.[1] ?? '',
        dateline: fields.dateline ?? {
          place: '',
          country: '',
          source: '',
          ...dateline,
          date: created?.slice(0, 10) ?? '',
        },
      },
      blocks: textBlocks(paragraphs.join('\n\n'), ids, 'join'),
      pictures: [],
    },
    report,
  );
}

interface ReadHeader {
  readonly status: PublishingStatus;
  readonly fields: SomeFields;
}

/** Lines between `^` and `<`: slug, headline, then notes and labelled lines in any order. */
function readHeader(lines: readonly string[], keyword: string, report: Report): ReadHeader {
  const [first = '', ...others] = lines;
  const isSlug = /^(?:BC|AM|PM|AP)-|,\d+$/u.test(first) || others.length > 0;
  const slug = readSlugLine(isSlug ? first : '');
  const rest = isSlug ? others : lines;
  const known: LabelledLine[] = [];
  const notes: string[] = [];
  const own: Record<string, string> = {};
  let headline = '';
  let action: SomeFields['editorialAction'];
  let keywords: readonly string[] = [];
  for (const line of rest) {
    const named = /^(Slugline|Take|Subhead|Keywords): (.+)$/u.exec(line);
    const labelled = readLabelled(line);
    if (named?.[1] === 'Keywords') keywords = (named[2] ?? '').split('/');
    else if (named) own[named[1] ?? ''] = named[2] ?? '';
    else if (/^KILL\b|^BULLETIN KILL|^\(?Eds: .*\bKILL\b/u.test(line)) action = 'kill';
    else if (/^WITHHELD\b/u.test(line)) action = 'withhold';
    else if (/^ADVISORY: not/u.test(line)) action = 'advisory';
    else if (/^CORRECTION\b/u.test(line) && line.length < 40) action = 'correction';
    else if (/^UPDATE$/u.test(line)) action = 'update';
    else if (/^EMBARGOED until /u.test(line)) continue;
    else if (labelled?.name === 'photo')
      report.noted(`The message names a picture that it cannot carry: ${labelled.words}`);
    else if (labelled) known.push(labelled);
    else if (headline === '' && !/^\(?Eds:|^EDITOR'?S'? NOTE|Photos? /u.test(line)) headline = line;
    else notes.push(line.replace(/^\(?Eds: ?(.*?)\)?$/u, '$1'));
  }
  const fields = labelledFields(known);
  const status = action === 'kill' ? 'canceled' : action === 'withhold' ? 'withheld' : 'usable';
  return {
    status,
    fields: {
      ...fields,
      slugline: own.Slugline ?? (slug.slug || readSlugLine(keyword.split(/\s+/u)[0] ?? '').slug),
      takeKey: own.Take ?? slug.take,
      headline: headline || slug.slug,
      subhead: own.Subhead ?? '',
      keywords: [...keywords],
      edNote: joinTexts([fields.edNote ?? '', ...notes], '\n'),
      ...(action === undefined ? {} : { editorialAction: action }),
    },
  };
}

/** `BUENOS AIRES, Argentina (AP) _ `, `SAITAMA, Japan, Dec. 9 Kyodo - `: place, country, source. */
const opening =
  /^(\p{Lu}[\p{Lu}\p{M}'. -]{1,40}?)(?:, ([\p{L} .]{2,30}?))?(?:, \p{Lu}\p{L}{2,8}\.? \d{1,2})? (?:\(([^()]{2,40})\)|(\p{Lu}\p{L}{2,12})) (?:_|-|–|—) /u;

function withoutOpening(
  paragraphs: readonly string[],
  { dateline, language = 'en' }: SomeFields,
): { readonly copy: readonly string[]; readonly dateline: Partial<Dateline> } {
  const [first = '', ...rest] = paragraphs;
  if (dateline) {
    const printed = `${transliterate(singleLine(datelineText(dateline, language))).text} — `;
    return {
      copy: first.startsWith(printed) ? [first.slice(printed.length), ...rest] : paragraphs,
      dateline,
    };
  }
  const match = opening.exec(first);
  if (!match) return { copy: paragraphs, dateline: {} };
  const [whole, place = '', country = '', source = '', agency = ''] = match;
  return {
    copy: [first.slice(whole.length), ...rest],
    dateline: { place, country, source: source || agency },
  };
}

/** AP's trailer has the whole date; else the day of the header, in the year of the clock, as AP or Kyodo orders it. */
function sentAt(trailer: string, day: string, now: Date): string | null {
  const whole = /-(\d{1,2})-(\d{1,2})-(\d{2})(?: (\d{2})(\d{2})GMT)?/u.exec(trailer);
  const [first = '0', second = '0'] = whole ? [whole[1], whole[2]] : day.split('-');
  // Kyodo has the day first: its trailer says so by its own name.
  const dayFirst = /^KWS/u.test(trailer) || Number(first) > 12;
  const [month, date] = dayFirst ? [Number(second), Number(first)] : [Number(first), Number(second)];
  const year = whole ? 2000 + Number(whole[3]) : now.getUTCFullYear();
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  return new Date(Date.UTC(year, month - 1, date, Number(whole?.[4] ?? 0), Number(whole?.[5] ?? 0)))
    .toISOString()
    .replace('.000Z', 'Z');
}
