import type { ParsedCaption, SignOff } from '../../../contract/picture.ts';
import type { Notice, Restriction } from '../../../contract/rights.ts';
import { coverAll, type OwnedRange } from './coverage.ts';
import { readCredit } from './credit.ts';
import { readCaptionDates } from './dates.ts';
import { mergeNotices, mergeRestrictions } from './merge.ts';
import { normalise } from './normalise.ts';
import { readPeople } from './people.ts';
import type { Range } from './readings.ts';
import { cutSections } from './sections.ts';
import { rightsOf, type SourcedRights } from './rights-of.ts';

const field = 'caption';

/**
 * What an agency caption says (wire-formats 14): caption proper, sign-off, dates, people, restrictions, notices and
 * tags, each tied to its characters. Nothing is dropped: a run of capitals that no rule reads is a restriction 'other'
 * to review, words that fit nowhere are `unread`.
 * @param text the caption exactly as received
 */
export function parseCaption(text: string): ParsedCaption {
  const normal = normalise(text);
  const sections = cutSections(normal);
  const signOffRange = lastSignOff(normal, sections.signOffs);
  const otherCredits = sections.signOffs.filter(range => !signOffRange || range.end <= signOffRange.start);

  const captionParts = joinCaption(sections.caption, [
    ...sections.readings,
    ...sections.signOffs,
    ...sections.tags,
  ]).map(own);
  const signOffPart = signOffRange ? own(signOffRange) : null;
  const tagParts = sections.tags.map(own);
  const unreadParts = [...sections.unread, ...otherCredits].map(own);
  const captionTexts = captionParts.map(part => text.slice(part.start, part.end));
  const shown = cleanCaption(captionParts, normal);
  const readingTags = sections.readings.filter(reading => reading.type === 'tag');
  const readingTagParts = readingTags.map(own);
  const rights = rightsOf(text, field, sections.readings);
  const unreadTexts = unreadParts.map(part => text.slice(part.start, part.end).trim());
  const signOffText = signOffPart ? text.slice(signOffPart.start, signOffPart.end) : '';

  const parts = [
    ...captionParts,
    ...(signOffPart ? [signOffPart] : []),
    ...tagParts,
    ...readingTagParts,
    ...unreadParts,
    ...rights.flatMap(each => each.parts),
  ];
  const orphans = coverAll(text, parts);
  const onlyCaption = parts.length === 0;
  const span = ({ start, end }: Range) => ({ field, start, end });
  const signOff: SignOff | null = signOffPart ? makeSignOff(signOffText, span(signOffPart)) : null;
  const credit = signOff ? readCredit(signOffText) : null;
  const dates = readCaptionDates(shown);

  return {
    caption: onlyCaption ? text.trim() : captionWords(captionTexts),
    captionSpans: (onlyCaption ? orphans : captionParts).map(span),
    signOff,
    creditLine: credit?.creditLine ?? '',
    creator: credit?.creator ?? '',
    dateTaken: dates.taken,
    dateReleased: dates.released,
    people: readPeople(shown),
    restrictions: mergeRestrictions([restrictionsOf(rights)]),
    notices: mergeNotices([noticesOf(rights)]),
    tags: [
      ...sections.tags.map(({ name }, index) => ({ name, range: tagParts[index] })),
      ...readingTags.map(({ name }, index) => ({ name, range: readingTagParts[index] })),
    ]
      .flatMap(({ name, range }) => (range ? [{ name, span: span(range) }] : []))
      .sort((a, b) => a.span.start - b.span.start),
    unread: [
      ...unreadParts.map((part, index) => ({ text: unreadTexts[index] ?? '', span: span(part) })),
      ...(onlyCaption ? [] : orphans.map(range => ({ text: text.slice(range.start, range.end), span: span(range) }))),
    ].sort((a, b) => a.span.start - b.span.start),
  };
}

function own({ start, end }: Range): OwnedRange {
  return { start, end };
}

function restrictionsOf(rights: readonly SourcedRights[]): Restriction[] {
  return rights.flatMap(each => (each.restriction ? [each.restriction()] : []));
}

function noticesOf(rights: readonly SourcedRights[]): Notice[] {
  return rights.flatMap(each => (each.notice ? [each.notice()] : []));
}

function makeSignOff(raw: string, span: SignOff['span']): SignOff {
  const { names, affiliations, via, flags } = readCredit(raw);
  return { raw, names, affiliations, via, flags, span };
}

/** The last sign-off, with the one right before it where an agency's and its partner's stand side by side (14.2, 8). */
function lastSignOff(text: string, signOffs: readonly Range[]): Range | null {
  let last = signOffs.at(-1);
  if (!last) return null;
  for (const before of signOffs.slice(0, -1).reverse()) {
    if (/[\p{L}\p{N}]/u.test(text.slice(before.end, last.start))) break;
    last = { start: before.start, end: last.end };
  }
  return last;
}

/** Caption chunks with nothing but separators between them are one stretch, separators included. */
function joinCaption(caption: readonly Range[], others: readonly Range[]): Range[] {
  const starts = others.map(other => other.start).sort((a, b) => a - b);
  const joined: { start: number; end: number }[] = [];
  let next = 0;
  for (const range of caption) {
    const last = joined.at(-1);
    while ((starts[next] ?? Number.POSITIVE_INFINITY) < (last?.end ?? 0)) next += 1;
    const between = starts[next];
    if (last && (between === undefined || between >= range.start)) last.end = range.end;
    else joined.push({ start: range.start, end: range.end });
  }
  return joined;
}

function cleanCaption(parts: readonly Range[], normal: string): string {
  return parts.map(part => normal.slice(part.start, part.end)).join(' \n');
}

/** The caption for the editor: one space between words, a line feed where one sentence's line ended. */
function captionWords(texts: readonly string[]): string {
  return texts
    .map(stretch =>
      stretch
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .map(line => line.replace(/\s+/g, ' ').trim())
        .filter(line => line !== '')
        .reduce((lines, line) => {
          if (lines === '') return line;
          const wrapped = !/[.!?:"'”’)]$/.test(lines) && /^\p{Ll}/u.test(line);
          return `${lines}${wrapped ? ' ' : '\n'}${line}`;
        }, ''),
    )
    .filter(stretch => stretch !== '')
    .join(' ');
}

