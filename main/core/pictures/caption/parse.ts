import type { ParsedCaption, SignOff } from '../../../contract/picture.ts';
import type { Notice, Restriction } from '../../../contract/rights.ts';
import { coverAll, type OwnedRange } from './coverage.ts';
import { type Credit, readCredit } from './credit.ts';
import { readCaptionDates } from './dates.ts';
import { mergeNotices, mergeRestrictions } from './merge.ts';
import { normalise } from './normalise.ts';
import { readPeople } from './people.ts';
import type { Range } from './readings.ts';
import { rightsOf, type SourcedRights } from './rights-of.ts';
import { cutSections } from './sections.ts';
import { countTimeLimits } from './time-limit.ts';

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
  const closing = closingSignOffs(normal, sections.signOffs);
  const signOffRange = closing[0] ? { start: closing[0].start, end: closing.at(-1)?.end ?? 0 } : null;
  const otherCredits = sections.signOffs.slice(0, sections.signOffs.length - closing.length);

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
  const rights = rightsOf(text, field, sections.readings, [
    ...sections.caption,
    ...sections.signOffs,
    ...sections.tags,
    ...sections.unread,
  ]);
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
  const credit = joinCredits(closing.map(range => readCredit(text.slice(range.start, range.end))));
  const signOff: SignOff | null =
    credit && signOffPart ? makeSignOff(signOffText, credit, span(signOffPart)) : null;
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
    restrictions: mergeRestrictions([countTimeLimits(restrictionsOf(rights), dates)]),
    notices: mergeNotices([noticesOf(rights)]),
    tags: [
      ...sections.tags.map(({ name }, index) => ({ name, range: tagParts[index] })),
      ...readingTags.map(({ name }, index) => ({ name, range: readingTagParts[index] })),
    ]
      .flatMap(({ name, range }) => (range ? [{ name, span: span(range) }] : []))
      .sort((a, b) => a.span.start - b.span.start),
    unread: [
      ...unreadParts.map((part, index) => ({ text: unreadTexts[index] ?? '', span: span(part) })),
      ...(onlyCaption
        ? []
        : orphans.map(range => ({ text: text.slice(range.start, range.end), span: span(range) }))),
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

function makeSignOff(
  raw: string,
  { names, affiliations, via, flags }: Credit,
  span: SignOff['span'],
): SignOff {
  return { raw, names, affiliations, via, flags, span };
}

/** The last sign-off, with those right before it: an agency's and its partner's stand side by side (14.2, 8). */
function closingSignOffs(text: string, signOffs: readonly Range[]): readonly Range[] {
  let from = signOffs.length - 1;
  while (from > 0) {
    const before = signOffs[from - 1];
    const after = signOffs[from];
    if (!before || !after || /[\p{L}\p{N}]/u.test(text.slice(before.end, after.start))) break;
    from -= 1;
  }
  return signOffs.slice(Math.max(0, from));
}

/** Two sign-offs as one: the last, nearest to the customer, is what is printed. */
function joinCredits(credits: readonly Credit[]): Credit | null {
  const last = credits.at(-1);
  if (!last) return null;
  const all = (part: 'names' | 'affiliations' | 'flags') => [
    ...new Set(credits.flatMap(credit => credit[part])),
  ];
  return {
    creditLine: last.creditLine,
    creator: last.creator || (credits.find(credit => credit.creator !== '')?.creator ?? ''),
    names: all('names'),
    affiliations: all('affiliations'),
    via: last.via,
    flags: all('flags'),
  };
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
