import { describe, expect, it } from 'vitest';
import { Body, emptyBody } from '../../../../main/contract/body.ts';
import { Picture } from '../../../../main/contract/picture.ts';
import { Destination, GateResult, Restriction } from '../../../../main/contract/rights.ts';
import { emptyFields, Story } from '../../../../main/contract/story.ts';
import { gate, withoutPictures } from '../../../../main/core/rights/gate.ts';

const now = new Date('2026-11-23T12:00:00Z');

function storyWith(
  parts: Partial<Omit<Story, 'fields'>> & { fields?: Partial<Story['fields']> } = {},
): Story {
  return Story.parse({
    id: 's1',
    guid: 'urn:newsml:harbour.example:20261123:s1',
    version: 1,
    revision: 1,
    state: 'ready',
    created: '2026-11-23T10:00:00Z',
    updated: '2026-11-23T10:00:00Z',
    body: emptyBody,
    pictures: [],
    counts: { words: 0, characters: 0, readingMinutes: 0 },
    ...parts,
    fields: { ...emptyFields, headline: 'The lock opens', ...parts.fields },
  });
}
function destinationWith(parts: Partial<Destination> = {}): Destination {
  return Destination.parse({ name: 'Brussels', territories: ['BE'], ...parts });
}
function restricted(...restrictions: Partial<Restriction>[]): Story {
  const rules = restrictions.map(rule =>
    Restriction.parse({ kind: 'other', text: 'WORDS', spans: [], ...rule }),
  );
  return storyWith({ pictures: [Picture.parse({ id: 'p1', restrictions: rules })] });
}
function ask(
  story: Story,
  destination: Destination | null = destinationWith(),
  format: string | null = 'nitf',
) {
  return GateResult.parse(
    gate(story, { destination, format, now, killedPictures: new Map(), earlierUses: new Map() }),
  );
}
const codes = (result: GateResult) => result.reasons.map(reason => `${reason.decision} ${reason.code}`);

describe('a story as a whole', () => {
  it('may go where nothing stands against it', () => {
    expect(ask(storyWith())).toEqual({ decision: 'allowed', reasons: [] });
    expect(ask(storyWith(), null)).toEqual({ decision: 'allowed', reasons: [] });
  });

  it.each([
    ['a destination', destinationWith()],
    ['none', null],
  ] as const)('does not leave under embargo, to %s', (_, to) => {
    expect(codes(ask(storyWith({ fields: { embargo: { until: null } } }), to))).toEqual(['blocked embargo']);
    expect(codes(ask(storyWith({ fields: { embargo: { until: '2026-11-23T12:00:01Z' } } }), to))).toEqual([
      'blocked embargo',
    ]);
    expect(
      codes(ask(storyWith({ fields: { embargo: { until: '2026-11-23T13:00:00+01:00' } } }), to)),
    ).toEqual([]);
  });

  it('leaves killed or withheld only as what tells of it, and spiked not at all', () => {
    expect(codes(ask(storyWith({ state: 'killed' }), null))).toEqual(['blocked state']);
    expect(codes(ask(storyWith({ state: 'killed', fields: { editorialAction: 'kill' } })))).toEqual([]);
    expect(codes(ask(storyWith({ state: 'killed', fields: { editorialAction: 'withhold' } })))).toEqual([
      'blocked state',
    ]);
    expect(codes(ask(storyWith({ state: 'withheld' })))).toEqual(['blocked state']);
    expect(codes(ask(storyWith({ state: 'withheld', fields: { editorialAction: 'withhold' } })))).toEqual([]);
    expect(codes(ask(storyWith({ state: 'spiked', fields: { editorialAction: 'kill' } })))).toEqual([
      'blocked state',
    ]);
  });

  it('goes only in a format that the destination takes', () => {
    const picky = destinationWith({ formats: ['ninjs-3'] });
    expect(codes(ask(storyWith(), picky, 'nitf'))).toEqual(['blocked format']);
    expect(codes(ask(storyWith(), picky, 'ninjs-3'))).toEqual([]);
    expect(codes(ask(storyWith(), picky, null))).toEqual([]);
  });
});

const belgium = destinationWith();
const world = destinationWith({ name: 'World', territories: [] });
const cases: readonly (readonly [string, Partial<Restriction>, Destination, readonly string[]])[] = [
  [
    'a barred territory',
    { kind: 'exclude-territory', territories: ['BE', 'NL'] },
    belgium,
    ['blocked restriction'],
  ],
  ['another territory', { kind: 'exclude-territory', territories: ['KR'] }, belgium, []],
  ['the whole world', { kind: 'exclude-territory', territories: ['KR'] }, world, ['blocked restriction']],
  ['a territory nobody knows', { kind: 'exclude-territory' }, belgium, ['needs-decision restriction']],
  ['within the allowed territory', { kind: 'include-territory', territories: ['BE', 'FR'] }, belgium, []],
  [
    'beyond the allowed territory',
    { kind: 'include-territory', territories: ['BE'] },
    destinationWith({ territories: ['BE', 'FR'] }),
    ['blocked restriction'],
  ],
  [
    'the world, allowed in one country',
    { kind: 'include-territory', territories: ['BE'] },
    world,
    ['blocked restriction'],
  ],
  [
    'editorial, commercial use',
    { kind: 'editorial-only' },
    destinationWith({ use: 'commercial' }),
    ['blocked restriction'],
  ],
  ['editorial, editorial use', { kind: 'editorial-only' }, belgium, []],
  [
    'no marketing, commercial use',
    { kind: 'no-marketing' },
    destinationWith({ use: 'commercial' }),
    ['blocked restriction'],
  ],
  [
    'no advertising, commercial use',
    { kind: 'no-advertising' },
    destinationWith({ use: 'commercial' }),
    ['blocked restriction'],
  ],
  [
    'no archive, archive use',
    { kind: 'no-archive' },
    destinationWith({ use: 'archive' }),
    ['blocked restriction'],
  ],
  ['no archive, editorial use', { kind: 'no-archive' }, belgium, []],
  [
    'no sales, commercial use',
    { kind: 'no-sales' },
    destinationWith({ use: 'commercial' }),
    ['needs-decision restriction'],
  ],
  [
    'no third party, commercial use',
    { kind: 'no-third-party' },
    destinationWith({ use: 'commercial' }),
    ['needs-decision restriction'],
  ],
  ['no internet, print', { kind: 'no-internet' }, destinationWith({ media: ['print'] }), []],
  [
    'no internet, internet',
    { kind: 'no-internet' },
    destinationWith({ media: ['print', 'internet'] }),
    ['blocked restriction'],
  ],
  ['no internet, every medium', { kind: 'no-internet' }, belgium, ['blocked restriction']],
  [
    'no television, television',
    { kind: 'exclude-media', media: ['tv'] },
    destinationWith({ media: ['tv'] }),
    ['blocked restriction'],
  ],
  [
    'an outlet, someone else',
    { kind: 'exclude-media', media: ['cctv'] },
    destinationWith({ media: ['tv'] }),
    [],
  ],
  [
    'an outlet, by its name',
    { kind: 'exclude-media', media: ['cctv'] },
    destinationWith({ name: 'CCTV News' }),
    ['blocked restriction'],
  ],
  ['a limit that ended', { kind: 'time-limit', until: '2026-11-22' }, belgium, ['blocked restriction']],
  ['a limit that ends today', { kind: 'time-limit', until: '2026-11-23' }, belgium, []],
  [
    'a limit to the moment',
    { kind: 'time-limit', until: '2026-11-23T12:00:00Z' },
    belgium,
    ['blocked restriction'],
  ],
  ['a limit with no known end', { kind: 'time-limit', until: null }, belgium, ['needs-decision review']],
  [
    'a mandatory credit',
    { kind: 'mandatory-credit', credit: 'AFP PHOTO' },
    destinationWith({ use: 'commercial' }),
    [],
  ],
  ['words nobody has read', { kind: 'other', needsReview: true }, belgium, ['needs-decision review']],
  [
    'a bar that also needs review',
    { kind: 'exclude-territory', territories: ['BE'], needsReview: true },
    belgium,
    ['blocked restriction'],
  ],
  [
    'a rule for elsewhere that needs review',
    { kind: 'exclude-territory', territories: ['KR'], needsReview: true },
    belgium,
    ['needs-decision review'],
  ],
];

describe('a picture’s restrictions', () => {
  it.each(cases)('%s', (_, rule, destination, reasons) => {
    const result = ask(restricted(rule), destination);
    expect(codes(result)).toEqual(reasons);
    expect(result.decision).toBe(reasons[0]?.split(' ')[0] ?? 'allowed');
  });

  it('say nothing without a destination, but for a limit that has ended', () => {
    const rules = cases.map(([, rule]) => rule).filter(rule => rule.kind !== 'time-limit');
    expect(ask(restricted(...rules), null).reasons).toEqual([]);
    expect(codes(ask(restricted({ kind: 'time-limit', until: '2026-01-01' }), null))).toEqual([
      'blocked restriction',
    ]);
  });

  it('are quoted in their own words, in a sentence that names picture and destination', () => {
    const story = restricted({ kind: 'exclude-territory', territories: ['BE'], text: 'Belgium OUT' });
    const [reason] = ask(story).reasons;
    expect(reason).toMatchObject({
      picture: 'p1',
      source: 'Belgium OUT',
      restriction: { kind: 'exclude-territory' },
    });
    expect(reason?.message).toBe(
      'Picture 1 may not go to Brussels, because it is barred in Belgium: “Belgium OUT”.',
    );
  });

  it('block where one blocks and another asks', () => {
    const result = ask(restricted({ kind: 'other' }, { kind: 'exclude-territory', territories: ['BE'] }));
    expect(result.decision).toBe('blocked');
    expect(codes(result)).toEqual(['needs-decision review', 'blocked restriction']);
  });
});

describe('a story without some pictures', () => {
  const body = Body.parse({
    version: 1,
    blocks: [
      { id: 'a', type: 'paragraph', inlines: [] },
      { id: 'b', type: 'picture', pictureId: 'p1' },
      {
        id: 'c',
        type: 'box',
        title: 'Beside',
        blocks: [
          { id: 'd', type: 'picture', pictureId: 'p1' },
          { id: 'e', type: 'picture', pictureId: 'p2' },
        ],
      },
      { id: 'f', type: 'box', title: '', blocks: [{ id: 'g', type: 'picture', pictureId: 'p1' }] },
    ],
  });
  const story = storyWith({ body, pictures: [Picture.parse({ id: 'p1' }), Picture.parse({ id: 'p2' })] });

  it('loses them and their places in the copy, inside boxes too', () => {
    const before = JSON.stringify(story);
    const bare = Story.parse(withoutPictures(story, ['p1']));
    expect(bare.pictures.map(picture => picture.id)).toEqual(['p2']);
    expect(bare.body.blocks.map(block => block.id)).toEqual(['a', 'c']);
    expect(bare.body.blocks[1]).toMatchObject({ blocks: [{ id: 'e' }] });
    expect(JSON.stringify(story)).toBe(before);
  });

  it('is the story itself where none is named', () => {
    expect(withoutPictures(story, [])).toBe(story);
  });
});
