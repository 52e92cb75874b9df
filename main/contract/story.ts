import { z } from 'zod';
import { Body, bodyText } from './body.ts';
import { Picture } from './picture.ts';
import { Override } from './rights.ts';

export const storyStates = ['draft', 'edit', 'ready', 'filed', 'withheld', 'killed', 'spiked'] as const;
export const StoryState = z.enum(storyStates);
export type StoryState = z.infer<typeof StoryState>;

export const editorialActions = ['new', 'update', 'correction', 'kill', 'withhold', 'advisory'] as const;
export const EditorialAction = z.enum(editorialActions);
export type EditorialAction = z.infer<typeof EditorialAction>;

export const Dateline = z.strictObject({
  place: z.string().default(''),
  country: z.string().default(''),
  /** ISO 8601 date, or empty. */
  date: z.string().default(''),
  source: z.string().default(''),
});
export type Dateline = z.infer<typeof Dateline>;

export const Subject = z.strictObject({ scheme: z.string(), code: z.string(), name: z.string() });
export type Subject = z.infer<typeof Subject>;

/** `until: null` means held until released by hand. */
export const Embargo = z.strictObject({ until: z.iso.datetime({ offset: true }).nullable() });
export type Embargo = z.infer<typeof Embargo>;

/** Advice (warning) or a stop before publication (error) when a text is longer than `characters`. */
export interface LengthLimit {
  readonly level: 'warning' | 'error';
  readonly characters: number;
}

/** Where a field stands on the story form. */
export type FieldGroup = 'head' | 'wire' | 'subjects' | 'rights' | 'notes' | 'desk';
/** How a field is edited. */
export type FieldInput =
  | 'line'
  | 'text'
  | 'number'
  | 'list'
  | 'choice'
  | 'language'
  | 'date-time'
  | 'embargo'
  | 'dateline'
  | 'subjects';

export interface FieldDefinition {
  readonly label: string;
  readonly group: FieldGroup;
  readonly input: FieldInput;
  readonly schema: z.ZodType;
  /** Whether full-text search looks into it. */
  readonly search: boolean;
  readonly limits?: readonly LengthLimit[];
  /** One line of help for the form. */
  readonly hint?: string;
}

const line = z
  .string()
  .max(2_000)
  .transform(text => text.replace(/\s+/g, ' '))
  .default('');
const text = z.string().max(100_000).default('');
const list = z.array(z.string().trim().min(1).max(500)).max(500).readonly().default([]);
const dateTime = z.union([z.literal(''), z.iso.datetime({ offset: true })]).default('');

/**
 * Every field of a story. Adding one is one entry here: form, search, diff and storage follow from it,
 * and the compiler lists each wire format that has not yet decided what to do with it.
 */
export const storyFields = {
  slugline: {
    label: 'Slugline',
    group: 'head',
    input: 'line',
    schema: line,
    search: true,
    limits: [{ level: 'warning', characters: 24 }],
    hint: 'The working name of the story',
  },
  headline: {
    label: 'Headline',
    group: 'head',
    input: 'line',
    schema: line,
    search: true,
    limits: [{ level: 'warning', characters: 120 }],
  },
  subhead: { label: 'Subhead', group: 'head', input: 'line', schema: line, search: true },
  byline: { label: 'Byline', group: 'head', input: 'line', schema: line, search: true },
  bylineTitle: { label: 'Byline title', group: 'head', input: 'line', schema: line, search: false },
  dateline: {
    label: 'Dateline',
    group: 'head',
    input: 'dateline',
    schema: Dateline.default({ place: '', country: '', date: '', source: '' }),
    search: true,
  },
  abstract: {
    label: 'Abstract',
    group: 'head',
    input: 'text',
    schema: text,
    search: true,
    limits: [{ level: 'warning', characters: 320 }],
  },
  takeKey: {
    label: 'Take key',
    group: 'wire',
    input: 'line',
    schema: line,
    search: false,
    hint: 'Version text, for example 1st Lead',
  },
  editorialAction: {
    label: 'Action',
    group: 'wire',
    input: 'choice',
    schema: EditorialAction.default('new'),
    search: false,
  },
  priority: {
    label: 'Priority',
    group: 'wire',
    input: 'number',
    schema: z.int().min(1).max(6).default(3),
    search: false,
    hint: '1 is sent first, 6 last',
  },
  urgency: {
    label: 'Urgency',
    group: 'wire',
    input: 'number',
    schema: z.int().min(1).max(8).default(5),
    search: false,
    hint: '1 most urgent, 5 normal, 8 least',
  },
  category: { label: 'Category', group: 'wire', input: 'line', schema: line, search: true },
  genre: { label: 'Genre', group: 'wire', input: 'line', schema: line, search: false },
  language: {
    label: 'Language',
    group: 'wire',
    input: 'language',
    schema: z
      .string()
      .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a language is a BCP 47 tag, for example en or pt-BR')
      .max(35)
      .default('en'),
    search: false,
  },
  keywords: { label: 'Keywords', group: 'subjects', input: 'list', schema: list, search: true },
  subjects: {
    label: 'Subjects',
    group: 'subjects',
    input: 'subjects',
    schema: z.array(Subject).max(200).readonly().default([]),
    search: true,
  },
  places: { label: 'Places', group: 'subjects', input: 'list', schema: list, search: true },
  people: { label: 'People', group: 'subjects', input: 'list', schema: list, search: true },
  organisations: { label: 'Organisations', group: 'subjects', input: 'list', schema: list, search: true },
  source: {
    label: 'Source',
    group: 'rights',
    input: 'line',
    schema: line,
    search: true,
    hint: 'The provider: who supplied the story',
  },
  sourceUri: { label: 'Source address', group: 'rights', input: 'line', schema: line, search: false },
  copyrightHolder: { label: 'Copyright holder', group: 'rights', input: 'line', schema: line, search: false },
  copyrightNotice: { label: 'Copyright notice', group: 'rights', input: 'text', schema: text, search: false },
  usageTerms: { label: 'Usage terms', group: 'rights', input: 'text', schema: text, search: false },
  edNote: {
    label: "Editor's note",
    group: 'notes',
    input: 'text',
    schema: text,
    search: true,
    hint: 'Public: travels with the story',
  },
  internalNote: {
    label: 'Internal note',
    group: 'notes',
    input: 'text',
    schema: text,
    search: true,
    hint: 'Never leaves the house',
  },
  correctionNote: { label: 'Correction note', group: 'notes', input: 'text', schema: text, search: false },
  embargo: {
    label: 'Embargo',
    group: 'rights',
    input: 'embargo',
    schema: Embargo.nullable().default(null),
    search: false,
  },
  expires: { label: 'Expires', group: 'rights', input: 'date-time', schema: dateTime, search: false },
  targetLength: {
    label: 'Target length',
    group: 'desk',
    input: 'number',
    schema: z.int().min(1).max(1_000_000).nullable().default(null),
    search: false,
    hint: 'Words',
  },
  desk: { label: 'Desk', group: 'desk', input: 'line', schema: line, search: true },
  author: { label: 'Author', group: 'desk', input: 'line', schema: line, search: true },
  signOff: {
    label: 'Sign-off',
    group: 'desk',
    input: 'line',
    schema: line,
    search: false,
    hint: 'Initials that close the copy',
  },
} as const satisfies Record<string, FieldDefinition>;

export type FieldName = keyof typeof storyFields;
export const fieldNames = Object.keys(storyFields) as readonly FieldName[];

/** The values that a field of the input `choice` may have, in the contract's order; none for other fields. */
export function fieldChoices(name: FieldName): readonly string[] {
  const schema: z.ZodType = withoutDefault(storyFields[name].schema);
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

type FieldSchemas = { [Name in FieldName]: (typeof storyFields)[Name]['schema'] };
const fieldSchemas = Object.fromEntries(
  fieldNames.map(name => [name, storyFields[name].schema]),
) as FieldSchemas;

export const StoryFields = z.strictObject(fieldSchemas);
export type StoryFields = z.infer<typeof StoryFields>;
/** Some fields, each whole; none is filled in by default. */
export const SomeFields = z.strictObject(
  Object.fromEntries(fieldNames.map(name => [name, withoutDefault(storyFields[name].schema).optional()])) as {
    [Name in FieldName]: z.ZodOptional<z.ZodType<StoryFields[Name]>>;
  },
);
export type SomeFields = { readonly [Name in FieldName]?: StoryFields[Name] | undefined };

function withoutDefault(schema: z.ZodDefault): z.ZodType {
  return schema.unwrap() as z.ZodType;
}

export const emptyFields: StoryFields = StoryFields.parse({});

export const Counts = z.strictObject({
  words: z.int().nonnegative(),
  characters: z.int().nonnegative(),
  readingMinutes: z.int().nonnegative(),
});
export type Counts = z.infer<typeof Counts>;

/** Identity on the wire, of the characters that every format carries: a kill finds its story whichever way it comes. */
export const Guid = z
  .string()
  .transform(text =>
    text
      .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(1_000));

export const Story = z.strictObject({
  /** UUIDv7. */
  id: z.string().min(1).max(64),
  /** Never changes over updates and corrections. */
  guid: Guid,
  /** Filings, from 1. */
  version: z.int().min(1),
  /** Saves, from 1. */
  revision: z.int().min(1),
  state: StoryState,
  /** RFC 3339, UTC. */
  created: z.string(),
  updated: z.string(),
  fields: StoryFields,
  body: Body,
  pictures: z.array(Picture).readonly(),
  counts: Counts,
  /** Every decision to send this story against a rule: it shows for ever after. */
  overrides: z.array(Override).readonly().default([]),
});
export type Story = z.infer<typeof Story>;

/** What a new story is made from; everything else has its default. */
export const NewStory = z.strictObject({
  guid: Guid.optional(),
  version: z.int().min(1).optional(),
  state: StoryState.optional(),
  /** When it was first made, where it was made elsewhere: RFC 3339. */
  created: z.iso.datetime({ offset: true }).optional(),
  fields: SomeFields.default({}),
  body: Body.default({ version: 1, blocks: [] }),
  pictures: z.array(Picture).readonly().default([]),
});
export type NewStory = z.infer<typeof NewStory>;
export type NewStoryInput = z.input<typeof NewStory>;

export const StorySummary = z.strictObject({
  id: z.string(),
  slugline: z.string(),
  headline: z.string(),
  state: StoryState,
  words: z.int().nonnegative(),
  /** RFC 3339, UTC. */
  updated: z.string(),
  urgency: z.int(),
  embargo: Embargo.nullable(),
  pictures: z.int().nonnegative(),
  /** Where the query was found, matches between U+E000 and U+E001; empty without a query. */
  snippet: z.string(),
});
export type StorySummary = z.infer<typeof StorySummary>;

/** Words per minute of a grown reader of English non-fiction (Brysbaert 2019). */
const wordsPerMinute = 238;

/**
 * Words (Intl.Segmenter), characters without surrounding white space, and minutes to read.
 * Internal notes do not count.
 */
export function countText(text: string, language: string): Counts {
  let words = 0;
  for (const segment of segmenter(language).segment(text)) if (segment.isWordLike) words += 1;
  return {
    words,
    characters: Array.from(text.replace(/\s*\n+\s*/g, '').trim()).length,
    readingMinutes: readingMinutes(words),
  };
}

/** Minutes to read so many words: at least one, where there are any. */
export function readingMinutes(words: number): number {
  return Math.ceil(words / wordsPerMinute);
}

/** The counts of a body's copy. */
export function countBody(body: Body, language: string): Counts {
  return countText(bodyText(body), language);
}

const segmenters = new Map<string, Intl.Segmenter>();
function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    made = new Intl.Segmenter('und', { granularity: 'word' });
  }
  segmenters.set(language, made);
  return made;
}

/** The words a story goes by in lists: its slugline, else its headline, else what it has. */
export function storyName(fields: Pick<StoryFields, 'slugline' | 'headline'>): string {
  return fields.slugline || fields.headline || 'Untitled story';
}
