import { describe, expect, it } from 'vitest';
import { ParsedCaption } from '../../../../../main/contract/picture.ts';
import { parseCaption } from '../../../../../main/core/pictures/caption/parse.ts';
import fixtures from '../../../../fixtures/captions/patterns.json' with { type: 'json' };
import { spansOf, uncovered } from './coverage-of.ts';

interface ExpectedRestriction {
  readonly kind: string;
  readonly territories?: readonly string[];
  readonly media?: readonly string[];
  readonly until?: string;
  readonly credit?: string;
  /** How many places of the text say it; one where left out. */
  readonly sources?: number;
  readonly needsReview?: boolean;
  readonly text?: string;
}
interface Expected {
  readonly caption: string;
  readonly creditLine: string;
  readonly creator?: string;
  readonly affiliations?: readonly string[];
  readonly via?: string;
  readonly flags?: readonly string[];
  readonly dateTaken?: string;
  readonly dateReleased?: string;
  readonly people?: readonly string[];
  readonly restrictions?: readonly ExpectedRestriction[];
  readonly notices?: readonly string[];
  readonly tags?: readonly string[];
  readonly unread?: readonly string[];
}
const captions: readonly { readonly pattern: number; readonly text: string; readonly expected: Expected }[] =
  fixtures;

/** A parsed caption in the fixtures' short form: what is empty is left out. */
function short(parsed: ParsedCaption): Expected {
  const { signOff } = parsed;
  const all = {
    caption: parsed.caption,
    creditLine: parsed.creditLine,
    creator: parsed.creator,
    affiliations: signOff?.affiliations ?? [],
    via: signOff?.via ?? '',
    flags: signOff?.flags ?? [],
    dateTaken: parsed.dateTaken,
    dateReleased: parsed.dateReleased,
    people: parsed.people.map(({ name, position }) => (position === '' ? name : `${name} (${position})`)),
    restrictions: parsed.restrictions.map(each => ({
      kind: each.kind,
      ...(each.territories.length > 0 ? { territories: each.territories } : {}),
      ...(each.media.length > 0 ? { media: each.media } : {}),
      ...(each.until === null ? {} : { until: each.until }),
      ...(each.credit === null ? {} : { credit: each.credit }),
      ...(each.spans.length > 1 ? { sources: each.spans.length } : {}),
      ...(each.needsReview ? { needsReview: true, text: each.text } : {}),
    })),
    notices: parsed.notices.map(notice => notice.kind),
    tags: parsed.tags.map(tag => tag.name),
    unread: parsed.unread.map(words => words.text),
  };
  const { caption, creditLine, ...rest } = all;
  return {
    caption,
    creditLine,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value.length > 0)),
  };
}

describe('the patterns of agency captions (wire-formats 14.1)', () => {
  it('has at least three captions of each of the 25', () => {
    const few = Array.from({ length: 25 }, (_, index) => index + 1).filter(
      pattern => captions.filter(each => each.pattern === pattern).length < 3,
    );
    expect(few).toEqual([]);
  });

  it.each(
    captions.map((each, index) => [`${each.pattern}: ${each.text.slice(0, 50)} (${index})`, each] as const),
  )('pattern %s', (_, { text, expected }) => {
    const parsed = ParsedCaption.parse(parseCaption(text));
    expect(short(parsed)).toEqual(expected);
    for (const rule of [...parsed.restrictions, ...parsed.notices]) {
      const [span] = rule.spans;
      expect(text.slice(span?.start, span?.end).replace(/\s+/g, ' ')).toContain(rule.text);
    }
    expect(uncovered(text, spansOf(parsed))).toBeNull();
  });
});
