import type { ParsedCaption, Person, Picture } from '../../../main/contract/picture.ts';
import type { Notice, Restriction, Span } from '../../../main/contract/rights.ts';
import { editCaption } from '../caption-inlines.ts';

/** 'open' while nobody has looked: it is taken all the same, and what needs a person's eye still does. */
export type Decision = 'open' | 'accepted' | 'rejected';

export interface Credit {
  readonly creditLine: string;
  readonly creator: string;
}

interface Common {
  readonly id: string;
  /** Where it stands in the agency's text; none where it is made of the whole. */
  readonly spans: readonly Span[];
  /** The agency's own words. */
  readonly words: string;
  readonly decision: Decision;
}

/** One thing that was recognised in an agency's text, with its structured twin. */
export type Part = Common &
  (
    | { readonly kind: 'credit'; readonly value: Credit }
    | { readonly kind: 'dateCreated' | 'dateReleased'; readonly value: string }
    | { readonly kind: 'person'; readonly value: Person }
    | { readonly kind: 'restriction'; readonly value: Restriction }
    | { readonly kind: 'notice'; readonly value: Notice }
    | { readonly kind: 'tag' | 'unread'; readonly value: string }
  );

const captionField = 'caption';

/**
 * The parts of a parsed caption in the order of the text. What an earlier look at the same text rejected or
 * corrected is so still: the picture says it.
 * @param text the agency's text that was parsed
 */
export function partsOf(picture: Picture, text: string, parsed: ParsedCaption): readonly Part[] {
  const again = picture.original.caption === text;
  const decided = (kept: boolean): Decision => (again && !kept ? 'rejected' : 'open');
  const isSameText = textFields(picture, text);
  const keptAt = <Rule extends { readonly spans: readonly Span[] }>(
    kept: readonly Rule[],
    { spans }: Rule,
  ): Rule | undefined =>
    kept.find(each =>
      each.spans.some(a => isSameText(a.field) && spans.some(b => a.start === b.start && a.end === b.end)),
    );
  const wordsAt = (spans: readonly Span[]): string => spans.map(span => wordsOf(text, span)).join(' … ');
  const parts: Part[] = [];
  const { signOff } = parsed;
  if (signOff || parsed.creditLine !== '')
    parts.push({
      id: 'credit',
      kind: 'credit',
      spans: signOff ? [signOff.span] : [],
      words: signOff ? wordsOf(text, signOff.span) : parsed.creditLine,
      value:
        again && picture.creditLine !== ''
          ? { creditLine: picture.creditLine, creator: picture.creator }
          : { creditLine: parsed.creditLine, creator: parsed.creator },
      decision: decided(picture.creditLine !== ''),
    });
  for (const [kind, found] of [
    ['dateCreated', parsed.dateTaken],
    ['dateReleased', parsed.dateReleased],
  ] as const)
    if (found !== '')
      parts.push({
        id: kind,
        kind,
        spans: [],
        words: found,
        value: again && picture[kind] !== '' ? picture[kind] : found,
        decision: decided(picture[kind] !== ''),
      });
  for (const [index, person] of parsed.people.entries()) {
    const spans = namedAt(text, person.name, parsed.captionSpans);
    const kept = picture.people.find(each => each.name === person.name);
    parts.push({
      id: `person-${index}`,
      kind: 'person',
      spans,
      words: person.name,
      value: kept ?? person,
      decision: decided(kept !== undefined),
    });
  }
  for (const [index, rule] of parsed.restrictions.entries()) {
    const kept = keptAt(picture.restrictions, rule);
    parts.push({
      id: `restriction-${index}`,
      kind: 'restriction',
      spans: rule.spans,
      words: wordsAt(rule.spans),
      value: kept ?? rule,
      decision: decided(kept !== undefined),
    });
  }
  for (const [index, notice] of parsed.notices.entries())
    parts.push({
      id: `notice-${index}`,
      kind: 'notice',
      spans: notice.spans,
      words: wordsAt(notice.spans),
      value: notice,
      decision: decided(keptAt(picture.notices, notice) !== undefined),
    });
  for (const kind of ['tag', 'unread'] as const)
    for (const [index, each] of (kind === 'tag' ? parsed.tags : parsed.unread).entries()) {
      const words = wordsOf(text, each.span);
      parts.push({
        id: `${kind}-${index}`,
        kind,
        spans: [each.span],
        words,
        value: 'name' in each ? each.name : each.text,
        decision: 'open',
      });
    }
  return parts.sort((a, b) => startOf(a) - startOf(b));
}

/** The words at a place, without the dashes and slashes that part them from the next. */
function wordsOf(text: string, { start, end }: Pick<Span, 'start' | 'end'>): string {
  return text
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/^[\s/–—-]+|[\s/–—,;-]+$/g, '');
}

/** What has no place of its own stands before what has. */
function startOf({ spans }: Part): number {
  return Math.min(...spans.map(span => span.start), Number.POSITIVE_INFINITY) === Number.POSITIVE_INFINITY
    ? -1
    : Math.min(...spans.map(span => span.start));
}

/** Where the caption proper first says a name. */
function namedAt(text: string, name: string, within: readonly Span[]): readonly Span[] {
  for (const { start, end } of within) {
    const at = text.slice(start, end).indexOf(name);
    if (name !== '' && at >= 0)
      return [{ field: captionField, start: start + at, end: start + at + name.length }];
  }
  return [];
}

/** Tells the fields of a picture that hold this very text: a file brings the caption in its own field too. */
function textFields({ original }: Picture, text: string): (field: string) => boolean {
  return field => field === captionField || original[field] === text;
}

/**
 * The caption for readers: the caption proper, with the words of every rejected part back where they stood.
 * What is said in the caption already (a name, a date) never left it.
 */
export function cleanedCaption(text: string, parsed: ParsedCaption, parts: readonly Part[]): string {
  const back = parts.filter(part => part.decision === 'rejected').flatMap(part => outside(part, parsed));
  if (back.length === 0) return parsed.caption;
  const before: string[] = [];
  const after: string[] = [];
  const first = parsed.captionSpans[0]?.start ?? 0;
  for (const { start, end } of [...back].sort((a, b) => a.start - b.start))
    (start < first ? before : after).push(wordsOf(text, { start, end }));
  return [...before, parsed.caption, ...after].filter(words => words !== '').join(' ');
}

/**
 * The caption after a decision: made anew while nobody has touched it, else only the words of the part come or go.
 * @param caption as it stands on the desk
 */
export function recaptioned(
  caption: string,
  text: string,
  parsed: ParsedCaption,
  before: readonly Part[],
  after: readonly Part[],
): string {
  if (caption === cleanedCaption(text, parsed, before)) return cleanedCaption(text, parsed, after);
  const changed = after.find((part, index) => part.decision !== before[index]?.decision);
  if (!changed || outside(changed, parsed).length === 0) return caption;
  const { words } = changed;
  if (changed.decision === 'rejected') return `${caption} ${words}`.trim();
  return caption.replace(words, '').replace(/ {2,}/g, ' ').trim();
}

/** Where a part stands beside the caption proper: what is said in it never left it. */
function outside({ spans }: Part, { captionSpans }: ParsedCaption): readonly Span[] {
  return spans.filter(span => !captionSpans.some(own => span.start >= own.start && span.end <= own.end));
}

/**
 * The picture as decided: what was not rejected stands in its fields, rules from other fields of the picture stay,
 * and the agency's text is kept as received.
 */
export function withDecisions(
  picture: Picture,
  text: string,
  parts: readonly Part[],
  caption: string,
): Picture {
  const taken = parts.filter(part => part.decision !== 'rejected');
  const isSameText = textFields(picture, text);
  const elsewhere = (spans: readonly Span[]): readonly Span[] =>
    spans.filter(span => !isSameText(span.field));
  // By hand, or from another field: this text says nothing of it.
  const isElsewhere = ({ spans }: { readonly spans: readonly Span[] }): boolean =>
    spans.length === 0 || elsewhere(spans).length > 0;
  const credit = parts.find(part => part.kind === 'credit');
  const date = (kind: 'dateCreated' | 'dateReleased'): string => {
    const part = parts.find(each => each.kind === kind);
    if (part?.kind !== kind) return picture[kind];
    if (part.decision === 'rejected') return picture[kind] === part.value ? '' : picture[kind];
    return part.decision === 'accepted' || picture[kind] === '' ? part.value : picture[kind];
  };
  return {
    ...picture,
    caption: editCaption(picture.caption, caption),
    // The agency's description is its own: it is filled once and never written over.
    description: picture.description || caption,
    ...(credit?.kind === 'credit' ? creditOf(picture, credit) : {}),
    dateCreated: date('dateCreated'),
    dateReleased: date('dateReleased'),
    people: peopleOf(picture, parts),
    restrictions: [
      ...joined(
        picture.restrictions.filter(isElsewhere),
        elsewhere,
        taken.flatMap(part =>
          part.kind === 'restriction'
            ? [part.decision === 'accepted' ? { ...part.value, needsReview: false } : part.value]
            : [],
        ),
      ),
    ],
    notices: [
      ...picture.notices.filter(isElsewhere),
      ...taken.flatMap(part =>
        part.kind === 'notice' &&
        !picture.notices.some(each => isElsewhere(each) && each.kind === part.value.kind)
          ? [part.value]
          : [],
      ),
    ],
    original: { ...picture.original, caption: text },
  };
}

function creditOf(picture: Picture, credit: Part & { readonly kind: 'credit' }): Partial<Picture> {
  const { creditLine, creator } = credit.value;
  if (credit.decision === 'accepted') return { creditLine, creator: creator || picture.creator };
  if (credit.decision === 'open')
    return { creditLine: picture.creditLine || creditLine, creator: picture.creator || creator };
  return {
    creditLine: picture.creditLine === creditLine ? '' : picture.creditLine,
    creator: picture.creator === creator ? '' : picture.creator,
  };
}

/** People that the desk named itself stay; those of this text are as decided. */
function peopleOf(picture: Picture, parts: readonly Part[]): readonly Person[] {
  const known = parts.flatMap(part => (part.kind === 'person' ? [part] : []));
  const read = known.filter(part => part.decision !== 'rejected').map(part => part.value);
  const names = new Set(known.flatMap(part => [part.words, part.value.name]));
  return [...picture.people.filter(person => !names.has(person.name)), ...read];
}

/** A rule that another field of the picture states too is one rule with both places. */
function joined(
  kept: readonly Restriction[],
  elsewhere: (spans: readonly Span[]) => readonly Span[],
  read: readonly Restriction[],
): readonly Restriction[] {
  const alone = [...read];
  const both = kept.map(rule => {
    const at = alone.findIndex(each => sameRule(each, rule));
    const [twin] = at >= 0 ? alone.splice(at, 1) : [];
    return { ...rule, spans: [...(twin?.spans ?? []), ...elsewhere(rule.spans)] };
  });
  return [...alone, ...both];
}

function sameRule(a: Restriction, b: Restriction): boolean {
  const said = ({ kind, territories, media, until, credit }: Restriction): string =>
    JSON.stringify([kind, territories, media, until, credit]);
  return said(a) === said(b) && (a.kind !== 'other' || a.text === b.text);
}
