import { type Body, type Inline, plainInlines } from '../../main/contract/body.ts';
import { Picture } from '../../main/contract/picture.ts';
import { countBody, emptyFields, Story, type StoryFields } from '../../main/contract/story.ts';
import type { WriteContext } from '../../main/core/wire/format.ts';

/**
 * An invented story that has everything: every field, every block and mark, two pictures with restrictions,
 * Arabic and Chinese. People, places and agencies do not exist.
 */

/** Words that may never leave the house; they stand in the internal note and in notes in the copy. */
export const secretWords = ['SECRET-FIELD-NOTE', 'SECRET-COPY-NOTE', 'SECRET-BOXED-NOTE'] as const;

export const fullFields: StoryFields = {
  slugline: 'SELWYN-LOCK',
  headline: 'Port Selwyn opens "new" sea lock <after> storm & delay',
  subhead: 'Old gates failed in winter',
  byline: 'By Ida Marsh',
  bylineTitle: 'Harbour Correspondent',
  dateline: {
    place: 'PORT SELWYN',
    country: 'Westmark',
    date: '2026-03-03',
    source: 'Meridian Wire',
  },
  abstract: 'The harbour has a new lock.\nShips may pass at any tide.',
  takeKey: '1st Ld-Writethru',
  editorialAction: 'update',
  priority: 2,
  urgency: 4,
  category: 'Transport',
  genre: 'Background',
  language: 'en-GB',
  keywords: ['harbour', 'sea lock'],
  subjects: [
    {
      scheme: 'medtop',
      code: '04000000',
      name: 'economy, business and finance',
    },
    {
      scheme: 'http://vocabulary.example/topic/',
      code: 'locks',
      name: 'Sea locks',
    },
    { scheme: 'desk topics', code: 'WATER WAYS', name: 'Waterways' },
  ],
  places: ['Port Selwyn', 'Westmark'],
  people: ['Ada Lindqvist', 'Tomas Reyl'],
  organisations: ['Harbour Office of Port Selwyn'],
  source: 'Meridian Wire Service',
  sourceUri: 'https://meridian.example/wire',
  copyrightHolder: 'Meridian Ltd',
  copyrightNotice: '© 2026 Meridian Ltd. All rights reserved.',
  usageTerms: 'For subscribers of Meridian only.',
  edNote: 'Updates throughout with quotes.\nPictures attached.',
  internalNote: `Call the harbour master back. ${secretWords[0]}`,
  correctionNote: 'Corrects the width of the lock in paragraph two to 32 metres.',
  embargo: { until: '2026-03-05T06:00:00+01:00' },
  expires: '2026-04-01T00:00:00Z',
  targetLength: 4567,
  desk: 'Waterways Desk',
  author: 'Ida R. Marsh',
  signOff: 'im/tr',
};

const marked: readonly Inline[] = [
  { type: 'text', text: 'Plain, ', marks: [] },
  { type: 'text', text: 'bold', marks: ['bold'] },
  { type: 'text', text: 'italic', marks: ['italic'] },
  { type: 'text', text: 'underline', marks: ['underline'] },
  { type: 'text', text: 'struck', marks: ['strikethrough'] },
  { type: 'text', text: '2', marks: ['subscript'] },
  { type: 'text', text: '3', marks: ['superscript'] },
  { type: 'text', text: 'code()', marks: ['code'] },
  { type: 'text', text: 'all of them', marks: ['bold', 'italic', 'underline'] },
  { type: 'break' },
  {
    type: 'link',
    href: 'https://harbour.example/lock?gate=1&side="north"',
    inlines: [{ type: 'text', text: 'the harbour’s page', marks: ['italic'] }],
  },
];

export const fullBody: Body = {
  version: 1,
  blocks: [
    {
      id: 'b1',
      type: 'paragraph',
      inlines: plainInlines('The new sea lock opened on Tuesday.'),
    },
    { id: 'b2', type: 'paragraph', inlines: marked },
    {
      id: 'b3',
      type: 'heading',
      level: 2,
      inlines: plainInlines('Two years of work'),
    },
    { id: 'b4', type: 'heading', level: 3, inlines: plainInlines('The gates') },
    { id: 'b5', type: 'heading', level: 4, inlines: plainInlines('The pumps') },
    {
      id: 'b6',
      type: 'list',
      ordered: false,
      items: [plainInlines('32 metres wide'), plainInlines('12 metres deep')],
    },
    {
      id: 'b7',
      type: 'list',
      ordered: true,
      items: [plainInlines('Gates open'), plainInlines('Ships pass')],
    },
    {
      id: 'b8',
      type: 'quote',
      paragraphs: [plainInlines('“We waited long.”'), plainInlines('“It was worth it.”')],
      attribution: 'Ada Lindqvist, harbour master',
    },
    {
      id: 'b9',
      type: 'pullQuote',
      inlines: plainInlines('It was worth it'),
      attribution: 'Ada Lindqvist',
    },
    {
      id: 'b10',
      type: 'table',
      rows: [
        [
          { header: true, inlines: plainInlines('Gate') },
          { header: true, inlines: plainInlines('Weight') },
        ],
        [
          { header: false, inlines: plainInlines('North') },
          { header: false, inlines: plainInlines('410 t') },
        ],
        [{ header: false, inlines: plainInlines('South') }],
      ],
    },
    { id: 'b11', type: 'picture', pictureId: 'picture-one' },
    { id: 'b12', type: 'separator' },
    {
      id: 'b13',
      type: 'note',
      inlines: plainInlines(`Check with the desk ${secretWords[1]}`),
    },
    {
      id: 'b14',
      type: 'box',
      title: 'The lock in figures',
      blocks: [
        {
          id: 'b15',
          type: 'paragraph',
          inlines: plainInlines('It cost 80 million crowns.'),
        },
        { id: 'b16', type: 'note', inlines: plainInlines(secretWords[2]) },
        {
          id: 'b17',
          type: 'list',
          ordered: false,
          items: [plainInlines('boxed item')],
        },
      ],
    },
    {
      id: 'b18',
      type: 'embed',
      url: 'https://video.example/watch?v=1&t=2',
      title: 'Video of the opening',
    },
    {
      id: 'b19',
      type: 'paragraph',
      inlines: plainInlines('فُتح القفل البحري الجديد يوم الثلاثاء.'),
    },
    {
      id: 'b20',
      type: 'paragraph',
      inlines: plainInlines('新船闸于星期二启用。'),
    },
  ],
};

export const handoutPicture: Picture = Picture.parse({
  id: 'picture-one',
  file: {
    sha256: 'a'.repeat(64),
    mediaType: 'image/jpeg',
    bytes: 123_456,
    width: 3000,
    height: 2000,
    name: 'lock opening.jpg',
  },
  caption: [
    {
      type: 'text',
      text: 'Harbour master Ada Lindqvist (L) opens the ',
      marks: [],
    },
    { type: 'text', text: 'Northern Gate', marks: ['italic'] },
    { type: 'text', text: ' in Port Selwyn.', marks: [] },
  ],
  description: 'Harbour master Ada Lindqvist (L) opens the Northern Gate with engineer Tomas Reyl.',
  headline: 'Opening of the lock',
  altText: 'A woman turns a wheel beside a "gate".',
  extendedDescription: 'A woman in a blue coat turns a large iron wheel; the gate is behind her.',
  creator: 'Handout',
  creatorTitle: 'Contributor',
  creditLine: 'AFP PHOTO / HARBOUR OFFICE',
  source: 'Harbour Office',
  copyrightNotice: '© Harbour Office 2026',
  usageTerms: 'Free for editorial use.',
  instructions: 'Use within the story only.',
  descriptionWriter: 'pw',
  jobId: 'JOB-771',
  dateCreated: '2026-03-03T09:15:00+01:00',
  dateReleased: '2026-03-04',
  location: {
    created: {
      sublocation: 'Northern Quay',
      city: 'Port Selwyn',
      state: 'Coast',
      country: 'Westmark',
      countryCode: 'WM',
    },
    shown: [
      {
        sublocation: '',
        city: 'Port Selwyn',
        state: '',
        country: 'Westmark',
        countryCode: 'WM',
      },
    ],
  },
  people: [
    { name: 'Ada Lindqvist', position: 'L' },
    { name: 'Tomas Reyl', position: '' },
  ],
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
  dataMining: 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED',
  webStatement: 'https://harbour.example/rights',
  licensor: {
    name: 'Harbour Office Pictures',
    url: 'https://pictures.harbour.example',
    email: 'pictures@harbour.example',
  },
  restrictions: [
    { kind: 'editorial-only', text: 'RESTRICTED TO EDITORIAL USE', spans: [] },
    {
      kind: 'mandatory-credit',
      credit: 'AFP PHOTO / HARBOUR OFFICE',
      text: 'MANDATORY CREDIT "AFP PHOTO / HARBOUR OFFICE"',
      spans: [],
    },
    {
      kind: 'exclude-territory',
      territories: ['BE', 'NL'],
      text: 'BELGIUM OUT, NETHERLANDS OUT',
      spans: [],
    },
    {
      kind: 'include-territory',
      territories: ['DE'],
      text: 'FOR USE ONLY IN GERMANY',
      spans: [],
    },
    {
      kind: 'time-limit',
      until: '2026-03-18T00:00:00Z',
      text: 'USE WITHIN 14 DAYS',
      spans: [],
    },
  ],
  notices: [{ kind: 'as-received', text: 'DISTRIBUTED EXACTLY AS RECEIVED', spans: [] }],
  original: { caption: 'Text as received' },
});

/** Stands nowhere in the copy, and its file is not there. */
export const archivePicture: Picture = Picture.parse({
  id: 'picture-two',
  caption: plainInlines('The old gates in 2019.'),
  creator: 'Tomas Reyl',
  creditLine: 'Tomas Reyl/Meridian',
  dateCreated: '2019-11',
  restrictions: [{ kind: 'no-archive', text: 'NO ARCHIVES', spans: [] }],
});

export const fullStory: Story = Story.parse({
  id: '0195a000-0000-7000-8000-000000000001',
  guid: 'urn:newsml:meridian.example:20260303:0195a000-0000-7000-8000-000000000001',
  version: 3,
  revision: 27,
  state: 'ready',
  created: '2026-03-03T10:00:00.000Z',
  updated: '2026-03-04T11:30:00.000Z',
  fields: fullFields,
  body: fullBody,
  pictures: [handoutPicture, archivePicture],
  counts: countBody(fullBody, 'en-GB'),
  overrides: [],
});

/** The least that every format takes: a headline and a paragraph. */
export const minimalStory: Story = withBody(
  withFields({ ...fullStory, version: 1, pictures: [] }, { ...emptyFields, headline: 'Lock opens' }),
  {
    version: 1,
    blocks: [{ id: 'b1', type: 'paragraph', inlines: plainInlines('It opened.') }],
  },
);

/** The story with some fields changed. */
export function withFields(story: Story, fields: Partial<StoryFields>): Story {
  return { ...story, fields: { ...story.fields, ...fields } };
}

/** The story with another body, counted anew. */
export function withBody(story: Story, body: Body): Story {
  return { ...story, body, counts: countBody(body, story.fields.language) };
}

/** A whole JPEG of one grey pixel. */
const smallestJpeg = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+v//Z',
    'base64',
  ),
);

/** What writers are given in tests: a fixed moment, and every picture with a file beside the story. */
export const writeContext: WriteContext = {
  now: new Date('2026-03-04T12:00:00Z'),
  provider: { name: 'Meridian', domain: 'meridian.example' },
  baseName: 'SELWYN-LOCK-00000001-v3',
  mediaPath: picture => (picture.file === null ? null : `media/${picture.id}.jpg`),
  mediaBytes: picture => (picture.file?.bytes ?? 0) + 1000,
  mediaFile: picture => (picture.file === null ? null : smallestJpeg),
};

/** The same value, frozen all the way down, so that a writer that changes its story throws. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
