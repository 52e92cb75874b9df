import { describe, expect, it } from 'vitest';
import { categories, suggestedCategory } from '../../../../main/contract/categories.ts';
import { Picture } from '../../../../main/contract/picture.ts';
import { Destination, Lease, type RightsCategory } from '../../../../main/contract/rights.ts';
import { agreementReasons } from '../../../../main/core/rights/agreements.ts';
import { limitsOf } from '../../../../main/core/rights/limits.ts';

const now = new Date('2026-03-04T12:00:00Z');
const to = (use: Destination['use']): Destination => Destination.parse({ name: 'Ghent', use });
const ask = (
  category: RightsCategory,
  leases: readonly Partial<Lease>[],
  destination: Destination | null = to('editorial'),
): readonly string[] => {
  const picture = Picture.parse({
    id: 'p',
    category,
    leases: leases.map(lease => Lease.parse({ allows: true, ...lease })),
  });
  return agreementReasons(picture, 1, { destination, now }).map(
    ({ decision, code }) => `${decision} ${code}`,
  );
};

describe('what a category asks where nothing was agreed', () => {
  /** Category by use: what stands against it, or nothing. Written out, not computed. */
  const table: readonly [RightsCategory, Destination['use'], readonly string[]][] = [
    ['', 'editorial', []],
    ['', 'commercial', []],
    ['', 'archive', []],
    ['staff', 'editorial', []],
    ['staff', 'commercial', []],
    ['staff', 'archive', []],
    ['agency', 'editorial', []],
    ['agency', 'commercial', ['needs-decision category']],
    ['agency', 'archive', []],
    ['handout', 'editorial', []],
    ['handout', 'commercial', ['blocked category']],
    ['handout', 'archive', ['blocked category']],
    ['pool', 'editorial', []],
    ['pool', 'commercial', ['blocked category', 'needs-decision category']],
    ['pool', 'archive', []],
    ['social-media', 'editorial', ['needs-decision category']],
    ['social-media', 'commercial', ['blocked category', 'needs-decision category']],
    ['social-media', 'archive', ['needs-decision category']],
    ['archive', 'editorial', []],
    ['archive', 'commercial', []],
    ['archive', 'archive', []],
    ['synthetic', 'editorial', []],
    ['synthetic', 'commercial', []],
    ['synthetic', 'archive', ['blocked category']],
  ];
  it.each(table)('%s for %s use: %j', (category, use, expected) => {
    expect(ask(category, [], to(use))).toEqual(expected);
  });

  it('is in the table whole', () => {
    expect(new Set(table.map(([category]) => category))).toEqual(new Set(Object.keys(categories)));
  });

  it('needs a leave even where nobody is named', () => {
    expect(ask('social-media', [], null)).toEqual(['needs-decision category']);
  });

  it('says nothing twice that the picture’s own words say', () => {
    const picture = Picture.parse({
      id: 'p',
      category: 'handout',
      restrictions: [{ kind: 'editorial-only', text: 'EDITORIAL USE ONLY', spans: [] }],
    });
    expect(agreementReasons(picture, 1, { destination: to('commercial'), now })).toEqual([]);
  });
});

describe('a lease', () => {
  it('that allows answers what the category asks, while it is in force and for its use', () => {
    expect(ask('social-media', [{ note: 'Told by telephone' }])).toEqual([]);
    expect(ask('social-media', [{ from: '2026-03-04', until: '2026-03-04' }])).toEqual([]);
    expect(ask('social-media', [{ until: '2026-03-03' }])).toEqual(['needs-decision category']);
    expect(ask('social-media', [{ from: '2026-03-05' }])).toEqual(['needs-decision category']);
    expect(ask('social-media', [{ use: 'commercial' }])).toEqual(['needs-decision category']);
    expect(ask('pool', [{ use: 'commercial' }], to('commercial'))).toEqual([]);
  });

  it('that denies blocks, whatever else allows it', () => {
    expect(ask('staff', [{ allows: false }])).toEqual(['blocked lease']);
    expect(ask('staff', [{ allows: false }, { allows: true }])).toEqual(['blocked lease']);
    expect(ask('staff', [{ allows: false }], null)).toEqual(['blocked lease']);
    expect(ask('staff', [{ allows: false, until: '2026-03-03' }])).toEqual([]);
    expect(ask('staff', [{ allows: false, use: 'commercial' }])).toEqual([]);
  });

  it('is quoted', () => {
    const picture = Picture.parse({
      id: 'p',
      leases: [{ allows: false, until: '2026-04-01', note: 'Letter of Ida Marsh, 2 March' }],
    });
    expect(agreementReasons(picture, 2, { destination: to('editorial'), now })[0]?.message).toBe(
      'Picture 2 may not go to Ghent, because its use was denied until 2026-04-01: “Letter of Ida Marsh, 2 March”.',
    );
    const ended = Picture.parse({
      id: 'p',
      category: 'social-media',
      leases: [{ allows: true, until: '2026-03-01', note: 'Mail of 20 February' }],
    });
    expect(agreementReasons(ended, 1, { destination: null, now })[0]?.message).toBe(
      'Picture 1 may go only after a decision, because the leave to use it ended on 2026-03-01: “Mail of 20 February”.',
    );
  });
});

describe('the category that a picture’s texts speak for', () => {
  it.each([
    [
      { digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia' },
      'synthetic',
    ],
    [{ creditLine: 'Ida Marsh / Instagram' }, 'social-media'],
    [{ creditLine: 'Ida Marsh/Pool via AP' }, 'pool'],
    [
      { creditLine: 'HARBOUR OFFICE', original: { caption: 'The lock. HANDOUT EDITORIAL USE ONLY' } },
      'handout',
    ],
    [{ creditLine: 'Ida Marsh', original: { caption: 'FILE - The lock in 1998.' } }, 'archive'],
    [{ creditLine: 'Ida Marsh / AFP' }, 'agency'],
    [{ creditLine: 'Ida Marsh' }, ''],
  ] as const)('%j: %s', (fields, category) => {
    expect(suggestedCategory(Picture.parse({ id: 'p', ...fields }))).toBe(category);
  });
});

describe('when the time of a picture ends', () => {
  it('is the end of a day, or a moment', () => {
    const picture = Picture.parse({
      id: 'p',
      restrictions: [
        { kind: 'time-limit', until: '2026-03-17', text: 'USE WITHIN 14 DAYS', spans: [] },
        { kind: 'time-limit', until: null, text: 'FOR A SHORT TIME', spans: [] },
      ],
      leases: [
        { allows: true, until: '2026-12-31', note: '' },
        { allows: false, until: '2026-05-01' },
      ],
    });
    expect(limitsOf(picture)).toEqual([
      { picture: 'p', ends: '2026-03-18T00:00:00.000Z', why: 'USE WITHIN 14 DAYS' },
      { picture: 'p', ends: '2027-01-01T00:00:00.000Z', why: 'Lease' },
    ]);
  });
});
