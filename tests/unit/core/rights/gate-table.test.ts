import { describe, expect, it } from 'vitest';
import { Picture } from '../../../../main/contract/picture.ts';
import {
  type Decision,
  Destination,
  Restriction,
  type RestrictionKind,
  restrictionKinds,
  Use,
} from '../../../../main/contract/rights.ts';
import { emptyFields } from '../../../../main/contract/story.ts';
import { gate } from '../../../../main/core/rights/gate.ts';
import { fullStory } from '../../../support/story.ts';

/**
 * Every kind of rule, with what it names, against every kind of destination, use, time and format: the gate against
 * a model written from design 5 alone, as plainly as a desk would say it.
 */
const sha256 = 'a'.repeat(64);
const day = '2026-03-04';
const moments = {
  before: '2026-03-03T12:00:00Z',
  onTheDay: `${day}T23:59:59Z`,
  after: '2026-03-05T00:00:00Z',
};

const places: readonly (readonly string[])[] = [[], ['KR'], ['BE'], ['BE', 'KR']];
const media: readonly (readonly string[])[] = [[], ['print'], ['internet'], ['tv', 'radio']];

interface Case {
  readonly rule: Restriction;
  readonly destination: Destination;
  readonly now: Date;
  readonly format: string;
}

function rules(): readonly Restriction[] {
  const of = (kind: RestrictionKind, parts: object = {}): Restriction =>
    Restriction.parse({ kind, text: 'THE WORDS', spans: [], ...parts });
  return restrictionKinds.flatMap(kind => {
    switch (kind) {
      case 'exclude-territory':
      case 'include-territory':
        return places.map(territories => of(kind, { territories }));
      case 'exclude-media':
        return [['tv'], ['internet'], ['magazines', 'print']].map(each => of(kind, { media: each }));
      case 'time-limit':
        return [null, day].map(until => of(kind, { until }));
      default:
        return [of(kind), of(kind, { needsReview: true })];
    }
  });
}

function* cases(): Generator<Case> {
  for (const rule of rules())
    for (const territories of places)
      for (const each of media)
        for (const use of Use.options)
          for (const now of Object.values(moments))
            for (const format of ['nitf', 'iptc7901'])
              yield {
                rule,
                destination: Destination.parse({
                  name: 'Wire',
                  territories,
                  media: each,
                  use,
                  formats: ['nitf'],
                }),
                now: new Date(now),
                format,
              };
}

/** What a picture desk would decide. */
function expected({ rule, destination, now, format }: Case): Decision {
  if (format !== 'nitf') return 'blocked';
  const world = destination.territories.length === 0;
  const serves = (code: string): boolean => world || destination.territories.includes(code);
  const publishes = (medium: string): boolean =>
    destination.media.length === 0 || destination.media.includes(medium);
  const commercial = destination.use === 'commercial';
  const bars: Readonly<Record<RestrictionKind, boolean>> = {
    'exclude-territory': rule.territories.some(serves),
    'include-territory':
      rule.territories.length > 0 &&
      (world || destination.territories.some(code => !rule.territories.includes(code))),
    'editorial-only': commercial,
    'no-marketing': commercial,
    'no-advertising': commercial,
    'no-archive': destination.use === 'archive',
    'no-sales': false,
    'no-third-party': false,
    'exclude-media': rule.media.some(publishes),
    'no-internet': publishes('internet'),
    'time-limit': rule.until !== null && now.getTime() >= Date.parse('2026-03-05T00:00:00Z'),
    'mandatory-credit': false,
    other: false,
  };
  if (bars[rule.kind]) return 'blocked';
  const asks =
    rule.needsReview ||
    rule.kind === 'other' ||
    (rule.kind === 'time-limit' && rule.until === null) ||
    ((rule.kind === 'exclude-territory' || rule.kind === 'include-territory') &&
      rule.territories.length === 0) ||
    ((rule.kind === 'no-sales' || rule.kind === 'no-third-party') && commercial);
  return asks ? 'needs-decision' : 'allowed';
}

function storyWith(rule: Restriction): typeof fullStory {
  const file = { sha256, mediaType: 'image/jpeg', bytes: 1, width: 1, height: 1, name: 'lock.jpg' };
  const fields = { ...emptyFields, headline: 'The lock opens' };
  return { ...fullStory, fields, pictures: [Picture.parse({ id: 'p', file, restrictions: [rule] })] };
}

describe('the gate, over every rule, destination, use, time and format', () => {
  it('decides as a picture desk would', () => {
    let count = 0;
    for (const each of cases()) {
      const { decision, reasons } = gate(storyWith(each.rule), {
        ...each,
        killedPictures: new Map(),
        earlierUses: new Map(),
      });
      expect({ ...each, decision }).toEqual({ ...each, decision: expected(each) });
      for (const reason of reasons.filter(({ picture }) => picture !== null))
        expect(reason.source).toBe('THE WORDS');
      count += 1;
    }
    expect(count).toBeGreaterThan(5_000);
  });

  it('lets a picture that may be used once leave with one story only', () => {
    const rule = Restriction.parse({ kind: 'other', text: 'ONE TIME USE ONLY', spans: [] });
    const question = {
      destination: null,
      format: 'nitf',
      now: new Date(moments.before),
      killedPictures: new Map(),
    };
    expect(gate(storyWith(rule), { ...question, earlierUses: new Map() }).decision).toBe('allowed');
    const used = gate(storyWith(rule), {
      ...question,
      earlierUses: new Map([[sha256, { time: '2026-02-01T10:00:00Z', name: 'HARBOUR' }]]),
    });
    expect(used.decision).toBe('blocked');
    expect(used.reasons[0]?.message).toBe(
      'Picture 1 may not go, because it may be used once, and left with “HARBOUR” on 2026-02-01: “ONE TIME USE ONLY”.',
    );
  });
});
