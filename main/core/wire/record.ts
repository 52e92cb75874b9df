import type { Picture, Place } from '../../contract/picture.ts';
import type { Restriction } from '../../contract/rights.ts';
import { emptyFields, type FieldName, fieldNames, type Story } from '../../contract/story.ts';
import type { WriteContext } from './format.ts';
import { carriesContent, publishingStatus } from './status.ts';
import { cleanText } from './text.ts';

/**
 * A story's fields and pictures as plain data, by name: the front matter of Markdown and the custom properties of
 * a Word document. What is empty is left out; `reading/record.ts` is the inverse.
 */
export type RecordValue = string | number | readonly RecordValue[] | { readonly [key: string]: RecordValue };
export type StoryRecord = Readonly<Record<string, RecordValue>>;

/** Says that the record is of this form, and which edition of it. */
export const recordMark = 'wiredesk';
export const recordEdition = 1;
/** The embargo that ends only by the sender's word. */
export const openEnded = 'open-ended';

/** The house's own fields: they never leave. */
type HouseField = 'internalNote' | 'targetLength';

/** Written even where they are as a new story has them: a receiver should not have to know our defaults. */
const alwaysSaid: ReadonlySet<FieldName> = new Set(['language', 'editorialAction', 'priority', 'urgency']);

/** Identity, status and every field that leaves the house; `pictures` stand beside it (`pictureRecord`). */
export function storyRecord(story: Story): StoryRecord {
  const record: Record<string, RecordValue> = {
    [recordMark]: recordEdition,
    guid: cleanText(story.guid),
    version: story.version,
    status: publishingStatus(story),
  };
  for (const name of fieldNames) {
    if (name === 'internalNote' || name === 'targetLength') continue;
    const value = fieldValue(story, name);
    if (alwaysSaid.has(name) || !isEmpty(value)) record[name] = value;
  }
  return record;
}

function fieldValue({ fields }: Story, name: Exclude<FieldName, HouseField>): RecordValue {
  switch (name) {
    case 'dateline':
      return said({ ...fields.dateline });
    case 'embargo':
      return fields.embargo === null ? '' : (fields.embargo.until ?? openEnded);
    case 'subjects':
      return fields.subjects.map(({ scheme, code, name: words }) => said({ scheme, code, name: words }));
    case 'keywords':
    case 'places':
    case 'people':
    case 'organisations':
      return fields[name].map(cleanText);
    case 'priority':
    case 'urgency':
      return fields[name];
    default:
      return cleanText(fields[name] ?? emptyFields[name]);
  }
}

/** The pictures that leave: none in a kill. */
export function pictureRecords(story: Story, context: WriteContext): readonly StoryRecord[] {
  return carriesContent(story) ? story.pictures.map(picture => pictureRecord(picture, context)) : [];
}

/** The texts of a picture that are kept by their own names. */
export const pictureTexts = [
  'headline',
  'altText',
  'description',
  'extendedDescription',
  'creator',
  'creatorTitle',
  'creditLine',
  'source',
  'copyrightNotice',
  'usageTerms',
  'instructions',
  'descriptionWriter',
  'jobId',
  'dateCreated',
  'dateReleased',
  'digitalSourceType',
  'dataMining',
  'webStatement',
] as const satisfies readonly (keyof Picture)[];

/**
 * One picture but for its caption, which every format writes with marks in a way of its own. `restrictions` always
 * stands there: a record without it was written by hand, and its words are read for rights.
 */
function pictureRecord(picture: Picture, context: WriteContext): StoryRecord {
  const { created, shown } = picture.location;
  return {
    ...said({
      file: context.mediaPath(picture) ?? '',
      fileName: picture.file?.name ?? '',
      ...Object.fromEntries(pictureTexts.map(name => [name, picture[name]])),
    }),
    ...nonEmpty({
      locationCreated: created === null ? {} : place(created),
      locationsShown: shown.map(place),
      people: picture.people.map(({ name, position }) => said({ name, position })),
      licensor: picture.licensor === null ? {} : said({ ...picture.licensor }),
      notices: picture.notices.map(({ kind, text }) => said({ kind, text })),
    }),
    restrictions: picture.restrictions.map(restriction),
  };
}

function place(each: Place): StoryRecord {
  return said({ ...each });
}

function restriction({
  kind,
  territories,
  media,
  until,
  credit,
  text,
  needsReview,
}: Restriction): StoryRecord {
  return {
    ...said({ kind, text, until: until ?? '', credit: credit ?? '', needsReview: needsReview ? 'yes' : '' }),
    ...nonEmpty({ territories: [...territories], media: media.map(cleanText) }),
  };
}

function said(texts: Readonly<Record<string, string>>): StoryRecord {
  return nonEmpty(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cleanText(text)])));
}

function nonEmpty(record: StoryRecord): StoryRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: RecordValue): boolean {
  if (typeof value === 'number') return false;
  return typeof value === 'object' ? Object.keys(value).length === 0 : value.trim() === '';
}
