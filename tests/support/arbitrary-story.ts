import fc from 'fast-check';
import { type Block, type Body, type BoxedBlock, type Inline, markNames } from '../../main/contract/body.ts';
import type { Picture } from '../../main/contract/picture.ts';
import { type Restriction, restrictionKinds } from '../../main/contract/rights.ts';
import { editorialActions, Guid, type Story, type StoryFields } from '../../main/contract/story.ts';
import { fullStory, handoutPicture, withBody } from './story.ts';

/** Stories of every shape the contract allows, with the characters that break markup, for property tests. */

const hostile = fc.constantFrom(
  ']]>',
  '</script>',
  '<b>&amp;',
  '"\'`',
  '\u0000\u0008\u000b',
  '\ud800',
  '\udfff',
  '\ufffe\uffff',
  '\u0085\u009f',
  '\r\n',
  '\t',
  ' \u00a0 ',
  '\u202e\u2066',
  '\u2028',
  '😀',
  'عربي',
  '中文',
  '<!--',
  '&#0;',
);

/** Any text, ill-formed and forbidden characters among it. */
export const arbitraryText = fc
  .array(fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 4 }), hostile), {
    maxLength: 5,
  })
  .map(parts => parts.join(''));

const marks = fc.subarray([...markNames]);
const textInline = fc.record({
  type: fc.constant('text' as const),
  text: arbitraryText,
  marks,
});
const breakInline = fc.constant({ type: 'break' } as const);
const href = fc
  .tuple(fc.constantFrom('https://', 'http://', 'mailto:', 'tel:'), arbitraryText)
  .map(parts => parts.join(''));
const linkInline = fc.record({
  type: fc.constant('link' as const),
  href,
  inlines: fc.array(fc.oneof(textInline, breakInline), { maxLength: 3 }),
});
export const arbitraryInlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: textInline }, breakInline, linkInline),
  { maxLength: 4 },
);

const id = fc.uuid();
const some = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> => fc.array(value, { maxLength: 3 });
const kind = <Name extends string>(name: Name): fc.Arbitrary<Name> => fc.constant(name);

const boxedBlock: fc.Arbitrary<BoxedBlock> = fc.oneof(
  fc.record({ id, type: kind('paragraph'), inlines: arbitraryInlines }),
  fc.record({
    id,
    type: kind('heading'),
    level: fc.constantFrom(2 as const, 3 as const, 4 as const),
    inlines: arbitraryInlines,
  }),
  fc.record({
    id,
    type: kind('list'),
    ordered: fc.boolean(),
    items: some(arbitraryInlines),
  }),
  fc.record({
    id,
    type: kind('quote'),
    paragraphs: some(arbitraryInlines),
    attribution: arbitraryText,
  }),
  fc.record({
    id,
    type: kind('pullQuote'),
    inlines: arbitraryInlines,
    attribution: arbitraryText,
  }),
  fc.record({
    id,
    type: kind('table'),
    rows: some(some(fc.record({ header: fc.boolean(), inlines: arbitraryInlines }))),
  }),
  fc.record({
    id,
    type: kind('picture'),
    pictureId: fc.constantFrom('picture-a', 'picture-b', 'picture-unknown'),
  }),
  fc.record({ id, type: kind('separator') }),
  fc.record({ id, type: kind('embed'), url: href, title: arbitraryText }),
  fc.record({ id, type: kind('note'), inlines: arbitraryInlines }),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 9, arbitrary: boxedBlock },
  fc.record({
    id,
    type: kind('box'),
    title: arbitraryText,
    blocks: some(boxedBlock),
  }),
);

/** A body of any blocks in any order, empty ones too. */
export const arbitraryBody: fc.Arbitrary<Body> = fc.record({
  version: fc.constant(1 as const),
  blocks: fc.array(block, { maxLength: 6 }),
});

const restriction: fc.Arbitrary<Restriction> = fc.record({
  kind: fc.constantFrom(...restrictionKinds),
  territories: fc.subarray(['BE', 'JP', 'KR']),
  media: fc.subarray(['tv', 'internet']),
  until: fc.constantFrom(null, '2026-03-18', '2026-03-18T00:00:00Z', 'soon'),
  credit: fc.option(arbitraryText),
  text: arbitraryText,
  spans: fc.constant([]),
  needsReview: fc.boolean(),
});

const place = fc.record({
  sublocation: arbitraryText,
  city: arbitraryText,
  state: arbitraryText,
  country: arbitraryText,
  countryCode: fc.constantFrom('', 'BE', 'BEL', 'x'),
});

function picture(pictureId: string): fc.Arbitrary<Picture> {
  return fc.record({
    id: fc.constant(pictureId),
    file: fc.constantFrom(null, handoutPicture.file),
    caption: arbitraryInlines,
    description: arbitraryText,
    headline: arbitraryText,
    altText: arbitraryText,
    extendedDescription: arbitraryText,
    // What the desk says of its own pictures leaves in our own file alone.
    decorative: fc.constant(false),
    focus: fc.constant(null),
    category: fc.constant('' as const),
    leases: fc.constant([]),
    creator: arbitraryText,
    creatorTitle: arbitraryText,
    creditLine: arbitraryText,
    source: arbitraryText,
    copyrightNotice: arbitraryText,
    usageTerms: arbitraryText,
    instructions: arbitraryText,
    descriptionWriter: arbitraryText,
    jobId: arbitraryText,
    dateCreated: fc.oneof(
      arbitraryText,
      fc.constantFrom('', '2026', '2026-02', '2026-02-30', '2026-03-03', '2026-03-03T09:15:00+01:00'),
    ),
    dateReleased: arbitraryText,
    location: fc.record({ created: fc.option(place), shown: some(place) }),
    people: some(fc.record({ name: arbitraryText, position: arbitraryText })),
    digitalSourceType: arbitraryText,
    dataMining: arbitraryText,
    webStatement: arbitraryText,
    licensor: fc.option(
      fc.record({
        name: arbitraryText,
        url: arbitraryText,
        email: arbitraryText,
      }),
    ),
    restrictions: some(restriction),
    notices: some(
      fc.record({
        kind: kind('other'),
        text: arbitraryText,
        spans: fc.constant([]),
      }),
    ),
    original: fc.constant({}),
  });
}

const moment = fc
  .date({
    min: new Date('1900-01-01'),
    max: new Date('2200-01-01'),
    noInvalidDate: true,
  })
  .map(date => date.toISOString());

const fields: fc.Arbitrary<StoryFields> = fc.record({
  slugline: arbitraryText,
  headline: arbitraryText,
  subhead: arbitraryText,
  byline: arbitraryText,
  bylineTitle: arbitraryText,
  dateline: fc.record({
    place: arbitraryText,
    country: arbitraryText,
    date: fc.oneof(arbitraryText, fc.constantFrom('', '2026-03-03', '2026-02-31')),
    source: arbitraryText,
  }),
  abstract: arbitraryText,
  takeKey: arbitraryText,
  editorialAction: fc.constantFrom(...editorialActions),
  priority: fc.integer({ min: 1, max: 6 }),
  urgency: fc.integer({ min: 1, max: 8 }),
  category: arbitraryText,
  genre: arbitraryText,
  language: fc.constantFrom('en', 'pt-BR', 'ar', 'zh-Hant', 'sr-Latn', 'x-none', 'abcdefgh'),
  keywords: some(arbitraryText),
  subjects: some(
    fc.record({
      scheme: fc.oneof(arbitraryText, fc.constantFrom('medtop', 'subj', 'http://vocabulary.example/')),
      code: fc.oneof(arbitraryText, fc.constantFrom('04000000', 'a b')),
      name: arbitraryText,
    }),
  ),
  places: some(arbitraryText),
  people: some(arbitraryText),
  organisations: some(arbitraryText),
  source: arbitraryText,
  sourceUri: fc.oneof(arbitraryText, href),
  copyrightHolder: arbitraryText,
  copyrightNotice: arbitraryText,
  usageTerms: arbitraryText,
  edNote: arbitraryText,
  internalNote: arbitraryText,
  correctionNote: arbitraryText,
  embargo: fc.option(fc.record({ until: fc.option(moment) })),
  expires: fc.oneof(fc.constant(''), moment),
  targetLength: fc.option(fc.integer({ min: 1, max: 9999 })),
  desk: arbitraryText,
  author: arbitraryText,
  signOff: arbitraryText,
});

/** A whole story. Its guid is a URN or any text that is not empty. */
export const arbitraryStory: fc.Arbitrary<Story> = fc
  .record({
    guid: fc.oneof(
      fc.constant(fullStory.guid),
      arbitraryText.map(text => Guid.parse(`x${text}`)),
    ),
    version: fc.integer({ min: 1, max: 999 }),
    fields,
    body: arbitraryBody,
    pictures: fc.tuple(picture('picture-a'), picture('picture-b')).chain(both => fc.subarray(both)),
  })
  .map(parts => withBody({ ...fullStory, ...parts }, parts.body));
