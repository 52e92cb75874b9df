import { type Inline, inlineText, plainInlines } from '../../../contract/body.ts';
import { type Original, type ParsedCaption, Picture } from '../../../contract/picture.ts';
import {
  type Notice,
  type Restriction,
  Restriction as RestrictionSchema,
  type Span,
} from '../../../contract/rights.ts';
import { mergeNotices, mergeRestrictions, parseRights } from '../../pictures/caption/instructions.ts';
import { parseCaption } from '../../pictures/caption/parse.ts';
import { countTimeLimits, limitStarts } from '../../pictures/caption/time-limit.ts';

/** What an agency tells editors alone, by its name in `original`: it is kept, and goes no further. */
export const editorsOnly = 'edNote not for publication';

/** What a wire file says of a picture in fields of its own; whatever is not said stays empty. */
export interface WirePicture
  extends Partial<Omit<Picture, 'id' | 'file' | 'caption' | 'restrictions' | 'notices' | 'original'>> {
  readonly id: string;
  /** Exactly as received: sign-off and restrictions may be in it. */
  readonly caption: readonly Inline[];
  /** Restrictions in words, each in a field of its own: then they are all there are outside the caption. */
  readonly rules?: readonly string[];
  /** Notices in words, each in a field of its own. */
  readonly standing?: readonly string[];
  /** What machine fields bar, without words (`exclAudience`, `media:restriction`). */
  readonly restrictions?: readonly Restriction[];
  /** The end of a time limit whose words name none: RFC 3339. */
  readonly until?: string | null;
  /** Texts as received that no field holds, by the element's name. */
  readonly original?: Original;
}

/**
 * A picture of a wire file. The caption is read by the caption grammar (wire-formats 14), usage terms and
 * instructions by the rights grammar; what the file says in a field of its own wins over what its caption says.
 * Every text is kept as received in `original`.
 */
export function readPicture(wire: WirePicture): Picture {
  const received = inlineText(wire.caption);
  const parsed = readCaption(received);
  const { restrictions, original, rules = [], standing = [], until = null, ...said } = wire;
  const texts = { usageTerms: wire.usageTerms ?? '', instructions: wire.instructions ?? '' };
  const ruled = readRules(rules);
  const noticed = readNotices(standing);
  const running = Object.entries(texts).map(([field, text]) => parseRights(text, field));
  const worded = mergeRestrictions([
    parsed.restrictions,
    ruled,
    ...(rules.length > 0 ? [] : running.map(each => each.restrictions)),
  ]);
  const dateCreated = wire.dateCreated || parsed.dateTaken;
  const dateReleased = wire.dateReleased || parsed.dateReleased;
  return Picture.parse({
    ...said,
    caption: parsed.caption === received ? wire.caption : plainInlines(parsed.caption),
    description: wire.description || parsed.caption,
    creditLine: wire.creditLine || parsed.creditLine,
    creator: wire.creator || parsed.creator,
    dateCreated,
    dateReleased,
    people: wire.people?.length ? wire.people : parsed.people,
    restrictions: countTimeLimits(
      [...worded, ...unsaid(restrictions ?? [], worded)].map(each =>
        each.kind === 'time-limit' && each.until === null ? { ...each, until } : each,
      ),
      limitStarts({ dateCreated, dateReleased }),
    ),
    notices: mergeNotices([
      parsed.notices,
      noticed,
      ...(standing.length + rules.length > 0 ? [] : running.map(each => each.notices)),
    ]),
    original: {
      ...(received === '' ? {} : { caption: received }),
      ...Object.fromEntries(
        Object.entries({ ...texts, restrictions: rules.join('\n'), notices: standing.join('\n') }).filter(
          ([, text]) => text !== '',
        ),
      ),
      ...original,
    },
  });
}

/**
 * What the grammar makes of a caption, where it is sure of something. A run that it only cannot read stays where it
 * stands, in the caption.
 */
function readCaption(received: string): ParsedCaption {
  const parsed = parseCaption(received);
  const sure =
    parsed.signOff !== null ||
    parsed.notices.length + parsed.tags.length > 0 ||
    parsed.restrictions.some(rule => rule.kind !== 'other');
  return sure && parsed.caption.trim() !== ''
    ? parsed
    : { ...parsed, caption: received, restrictions: [], notices: [] };
}

/**
 * Restrictions that each stand in a field of their own. What the grammar takes for one rule keeps its whole words;
 * what it cannot read is a rule to look at.
 */
function readRules(rules: readonly string[]): readonly Restriction[] {
  return each(rules, 'restrictions', (text, span) => {
    const { restrictions } = parseRights(text, span.field);
    const [first, ...others] = restrictions;
    if (!first) return [RestrictionSchema.parse({ kind: 'other', text, needsReview: true, spans: [span] })];
    if (others.some(other => other.kind !== first.kind))
      return restrictions.map(rule => ({ ...rule, spans: rule.spans.map(inner => shifted(inner, span)) }));
    const all = <Name extends 'territories' | 'media'>(name: Name): readonly string[] =>
      [...new Set(restrictions.flatMap(rule => rule[name]))].sort();
    return [{ ...first, territories: all('territories'), media: all('media'), text, spans: [span] }];
  });
}

function readNotices(standing: readonly string[]): readonly Notice[] {
  return each(standing, 'notices', (text, span) => {
    const [known] = parseRights(text, span.field).notices;
    return [{ kind: known?.kind ?? 'other', text, spans: [span] }];
  });
}

/** Each text with its place among all of them, joined by line feeds as `original` keeps them. */
function each<Rule>(
  texts: readonly string[],
  field: string,
  read: (text: string, span: Span) => readonly Rule[],
): readonly Rule[] {
  let start = 0;
  return texts.flatMap(text => {
    const span = { field, start, end: start + text.length };
    start = span.end + 1;
    return read(text, span);
  });
}

function shifted(inner: Span, outer: Span): Span {
  return { field: outer.field, start: inner.start + outer.start, end: inner.end + outer.start };
}

/** Machine restrictions that the words do not already state: nobody may rely on one alone (wire-formats 2.9). */
function unsaid(machine: readonly Restriction[], worded: readonly Restriction[]): Restriction[] {
  return machine.flatMap(each => {
    const said = new Set(
      worded.filter(other => other.kind === each.kind).flatMap(other => other.territories),
    );
    const territories = each.territories.filter(code => !said.has(code));
    return territories.length === 0 && each.territories.length > 0 ? [] : [{ ...each, territories }];
  });
}
