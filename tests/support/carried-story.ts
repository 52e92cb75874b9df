import fc from 'fast-check';
import { type Block, type BoxedBlock, type Inline, markNames } from '../../main/contract/body.ts';
import { Picture } from '../../main/contract/picture.ts';
import type { Restriction } from '../../main/contract/rights.ts';
import { type Story, StoryFields } from '../../main/contract/story.ts';
import { fullStory, handoutPicture, withBody } from './story.ts';

/**
 * Stories as editors write them, for round trips: every block, mark and field, in several scripts, empty and huge,
 * and nothing that a wire format must change (control characters, runs of white space).
 */

const word = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('harbour', 'lock', 'Selwyn', 'opened', 'twelve', '32', 'crowns', 'ship'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('naïve', 'Ørsted', '“quoted”', 'l’été', '<tag>', 'A&B', '50%', 'x=1', 'a_b'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'عربي',
      'فُتح',
      '中文',
      '新船闸',
      'Ελλάδα',
      'Москва',
      '😀',
      '\u00ad',
      'e\u0301',
    ),
  },
);
const words = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: most }).map(list => list.join(' '));
export const phrase = words(8);
const maybe = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: phrase });
const lines = fc.array(phrase, { minLength: 0, maxLength: 3 }).map(list => list.join('\n'));

const textInline = fc.record({
  type: fc.constant('text' as const),
  text: words(6),
  marks: fc.subarray([...markNames]),
});

/** Runs with different marks, a space between them, a break or a link among them now and then. */
export const inlines: fc.Arbitrary<Inline[]> = fc
  .tuple(fc.array(textInline, { minLength: 1, maxLength: 4 }), fc.nat(9))
  .map(([runs, shape]) => {
    const list: Inline[] = [];
    for (const run of runs) {
      const last = list.at(-1);
      if (last?.type === 'text' && last.marks.join() === run.marks.join())
        list[list.length - 1] = { ...last, text: `${last.text} ${run.text}` };
      else list.push(run);
    }
    if (shape === 0) list.push({ type: 'break' }, { type: 'text', text: 'a second line', marks: [] });
    if (shape === 1)
      list.push({
        type: 'link',
        href: 'https://harbour.example/a?b=1&c=%20d',
        inlines: [{ type: 'text', text: 'a link', marks: ['bold'] }],
      });
    return list;
  });

const id = fc.uuid();
const kind = <Name extends string>(name: Name): fc.Arbitrary<Name> => fc.constant(name);
const several = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc.array(value, { minLength: 1, maxLength: 3 });

const boxed: fc.Arbitrary<BoxedBlock> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ id, type: kind('paragraph'), inlines }) },
  fc.record({
    id,
    type: kind('heading'),
    level: fc.constantFrom(2 as const, 3 as const, 4 as const),
    inlines,
  }),
  fc.record({ id, type: kind('list'), ordered: fc.boolean(), items: several(inlines) }),
  fc.record({ id, type: kind('quote'), paragraphs: several(inlines), attribution: maybe }),
  fc.record({ id, type: kind('pullQuote'), inlines, attribution: maybe }),
  fc.record({
    id,
    type: kind('table'),
    rows: fc.nat(2).chain(width => {
      const cell = fc.record({ header: fc.boolean(), inlines });
      return several(fc.array(cell, { minLength: width + 1, maxLength: width + 1 }));
    }),
  }),
  fc.record({ id, type: kind('separator') }),
  fc.record({
    id,
    type: kind('embed'),
    url: fc.constant('https://video.example/watch?v=1&t=2'),
    title: maybe,
  }),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: boxed },
  fc.record({ id, type: kind('picture'), pictureId: fc.constant('picture-a') }),
  fc.record({ id, type: kind('note'), inlines }),
  fc.record({ id, type: kind('box'), title: phrase, blocks: several(boxed) }),
);

const rules: readonly Restriction[] = [
  { kind: 'editorial-only', text: 'RESTRICTED TO EDITORIAL USE', territories: [] },
  { kind: 'exclude-territory', text: 'JAPAN OUT', territories: ['JP'] },
  { kind: 'exclude-territory', text: 'BELGIUM OUT, NETHERLANDS OUT', territories: ['BE', 'NL'] },
  { kind: 'no-archive', text: 'NO ARCHIVES', territories: [] },
  { kind: 'no-sales', text: 'NO SALES', territories: [] },
  { kind: 'include-territory', text: 'FOR USE ONLY IN GERMANY', territories: ['DE'] },
].map(
  rule => ({ ...rule, media: [], until: null, credit: null, spans: [], needsReview: false }) as Restriction,
);

const place = fc.record({
  sublocation: maybe,
  city: phrase,
  state: maybe,
  country: phrase,
  countryCode: fc.constantFrom('', 'BE', 'JP'),
});

function picture(pictureId: string): fc.Arbitrary<Picture> {
  return fc
    .record({
      file: fc.constantFrom(null, handoutPicture.file),
      caption: inlines,
      description: maybe,
      headline: maybe,
      altText: maybe,
      extendedDescription: maybe,
      creator: maybe,
      creatorTitle: maybe,
      creditLine: phrase,
      source: maybe,
      copyrightNotice: maybe,
      // Words that rule nothing: what they rule stands in restrictions, each in words of its own.
      usageTerms: fc.constantFrom('', 'Rates are on the page of the harbour.'),
      instructions: fc.constantFrom('', 'Ask the desk for more pictures.'),
      descriptionWriter: maybe,
      jobId: maybe,
      dateCreated: fc.constantFrom('', '2026', '2026-02', '2026-03-03', '2026-03-03T09:15:00Z'),
      dateReleased: fc.constantFrom('', '2026-03-04'),
      location: fc.record({ created: fc.option(place), shown: fc.array(place, { maxLength: 2 }) }),
      people: fc.array(fc.record({ name: phrase, position: maybe }), { minLength: 1, maxLength: 2 }),
      digitalSourceType: fc.constantFrom('', 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture'),
      dataMining: fc.constantFrom('', 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED'),
      webStatement: fc.constantFrom('', 'https://harbour.example/rights'),
      restrictions: fc.subarray([...rules]),
    })
    .map(parts => Picture.parse({ id: pictureId, ...withoutTitle(parts), licensor: null }));
}

/** A job title belongs to a named person. */
function withoutTitle<Parts extends { creator: string; creatorTitle: string }>(parts: Parts): Parts {
  return parts.creator === '' ? { ...parts, creatorTitle: '' } : parts;
}

const list = fc.uniqueArray(phrase, { maxLength: 3 });

const fields: fc.Arbitrary<StoryFields> = fc
  .record({
    slugline: maybe,
    headline: phrase,
    subhead: maybe,
    byline: maybe,
    bylineTitle: maybe,
    dateline: fc.record({
      place: fc.constantFrom('PORT SELWYN', 'Łódź', '上海'),
      country: fc.constantFrom('', 'Westmark'),
      date: fc.constantFrom('', '2026-03-03'),
      source: fc.constantFrom('', 'Meridian Wire'),
    }),
    abstract: lines,
    takeKey: maybe,
    editorialAction: fc.constantFrom('new', 'update', 'correction', 'advisory'),
    priority: fc.integer({ min: 1, max: 6 }),
    urgency: fc.integer({ min: 1, max: 8 }),
    category: fc.constantFrom('', 'Transport', 'i'),
    genre: fc.constantFrom('', 'Background', 'Feature story'),
    language: fc.constantFrom('en', 'pt-BR', 'ar', 'zh-Hant'),
    keywords: list,
    subjects: fc.subarray([
      { scheme: 'medtop', code: '04000000', name: 'economy, business and finance' },
      { scheme: 'http://vocabulary.example/topic/', code: 'locks', name: 'Sea locks' },
      { scheme: 'desk topics', code: 'WATER WAYS', name: 'Waterways' },
    ]),
    places: list,
    people: list,
    organisations: list,
    source: maybe,
    sourceUri: fc.constantFrom('', 'https://meridian.example/wire?a=1&b=2'),
    copyrightHolder: maybe,
    copyrightNotice: lines,
    usageTerms: lines,
    edNote: lines,
    internalNote: lines,
    correctionNote: lines,
    embargo: fc.constantFrom(null, { until: null }, { until: '2026-03-05T05:00:00Z' }),
    expires: fc.constantFrom('', '2026-04-01T00:00:00Z'),
    desk: maybe,
    author: maybe,
    signOff: fc.constantFrom('', 'im/tr'),
  })
  .map(parts => StoryFields.parse(parts));

/** A story whose every part a format with places for it must carry there and back. */
export const carriedStory: fc.Arbitrary<Story> = fc
  .record({
    version: fc.integer({ min: 1, max: 999 }),
    fields,
    blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
    pictures: fc.tuple(picture('picture-a'), picture('picture-b')),
  })
  .map(({ blocks, fields: made, version, pictures }) => {
    const opening: Block = {
      id: 'opening',
      type: 'paragraph',
      inlines: [{ type: 'text', text: 'It opened.', marks: [] }],
    };
    const story = { ...fullStory, version, fields: made, pictures };
    return withBody(story, { version: 1, blocks: [opening, ...blocks] });
  });
