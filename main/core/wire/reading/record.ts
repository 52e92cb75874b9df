import type { Inline } from '../../../contract/body.ts';
import { Person, type Picture, Picture as PictureSchema, Place } from '../../../contract/picture.ts';
import { Notice, Restriction } from '../../../contract/rights.ts';
import { EditorialAction, Embargo, type StoryFields } from '../../../contract/story.ts';
import { mergeNotices, mergeRestrictions, parseRights } from '../../pictures/caption/instructions.ts';
import { openEnded, pictureTexts, recordMark } from '../record.ts';
import type { PublishingStatus } from '../status.ts';
import { readMoment } from './moments.ts';
import type { Report } from './report.ts';

/** What a record holds once it has been read from a file: texts, lists and further records, nothing else. */
export type ReadRecord = Readonly<Record<string, unknown>>;

export interface RecordStory {
  readonly guid: string;
  readonly version: number;
  readonly status: PublishingStatus;
  readonly fields: Partial<StoryFields>;
}

/** Whether data is a record of this program's form (`record.ts`). */
export function isStoryRecord(value: unknown): value is ReadRecord {
  return isRecord(value) && String(value[recordMark] ?? '') === '1';
}

export function isRecord(value: unknown): value is ReadRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as text; empty for lists and records. */
export function recordText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

const lines = [
  'slugline',
  'headline',
  'subhead',
  'byline',
  'bylineTitle',
  'abstract',
  'takeKey',
  'category',
  'genre',
  'language',
  'source',
  'sourceUri',
  'copyrightHolder',
  'copyrightNotice',
  'usageTerms',
  'edNote',
  'correctionNote',
  'desk',
  'author',
  'signOff',
] as const satisfies readonly (keyof StoryFields)[];
const lists = ['keywords', 'places', 'people', 'organisations'] as const;

/** The inverse of `storyRecord`. A name that is not known, and a value that cannot be taken, is told. */
export function readStoryRecord(record: ReadRecord, known: readonly string[], report: Report): RecordStory {
  const fields: Partial<StoryFields> = {
    ...Object.fromEntries(lines.map(name => [name, recordText(record[name])])),
    ...Object.fromEntries(lists.map(name => [name, texts(record[name])])),
    ...numbers(record),
    ...dateline(record),
    ...subjects(record),
    ...embargo(record, report),
    ...expires(record, report),
    ...action(record, report),
  };
  const names = new Set<string>([...lines, ...lists, ...otherNames, ...known]);
  for (const [name, value] of Object.entries(record))
    if (!names.has(name)) report.leftOut(`${name}: ${shown(value)}`, 'there is no such field');
  return { guid: recordText(record.guid), version: Number(record.version), status: status(record), fields };
}

const otherNames = [
  recordMark,
  'guid',
  'version',
  'status',
  'dateline',
  'subjects',
  'embargo',
  'expires',
  'editorialAction',
  'priority',
  'urgency',
] as const;

function shown(value: unknown): string {
  return recordText(value) || JSON.stringify(value) || '';
}

function texts(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map(recordText).filter(text => text !== '');
}

function numbers(record: ReadRecord): Partial<StoryFields> {
  const number = (name: string) => (recordText(record[name]) === '' ? undefined : Number(record[name]));
  const priority = number('priority');
  const urgency = number('urgency');
  return {
    ...(priority === undefined ? {} : { priority }),
    ...(urgency === undefined ? {} : { urgency }),
  };
}

function dateline(record: ReadRecord): Partial<StoryFields> {
  const { dateline: value } = record;
  if (!isRecord(value)) {
    const place = recordText(value);
    return place === '' ? {} : { dateline: { place, country: '', date: '', source: '' } };
  }
  const { place, country, date, source } = value;
  return {
    dateline: {
      place: recordText(place),
      country: recordText(country),
      date: recordText(date),
      source: recordText(source),
    },
  };
}

function subjects(record: ReadRecord): Partial<StoryFields> {
  const list: readonly unknown[] = Array.isArray(record.subjects) ? record.subjects : [];
  return {
    subjects: list
      .slice(0, 200)
      .map(each =>
        isRecord(each)
          ? { scheme: recordText(each.scheme), code: recordText(each.code), name: recordText(each.name) }
          : { scheme: '', code: '', name: recordText(each) },
      )
      .filter(each => each.code !== '' || each.name !== ''),
  };
}

/** An embargo that cannot be read holds until someone releases it: it may never fall away. */
function embargo(record: ReadRecord, report: Report): Partial<StoryFields> {
  const value = recordText(record.embargo).trim();
  if (value === '') return {};
  if (value === openEnded) return { embargo: { until: null } };
  const exact = Embargo.safeParse({ until: value });
  if (exact.success) return { embargo: exact.data };
  const until = readMoment(value);
  if (until === null)
    report.repaired(`The embargo “${value}” is no moment; it holds until released.`, 'embargo');
  return { embargo: { until } };
}

function expires(record: ReadRecord, report: Report): Partial<StoryFields> {
  const value = recordText(record.expires).trim();
  if (value === '' || Embargo.safeParse({ until: value }).success) return { expires: value };
  const moment = readMoment(value);
  if (moment === null) report.leftOut(value, 'the end is no moment');
  return { expires: moment ?? '' };
}

function action(record: ReadRecord, report: Report): Partial<StoryFields> {
  const value = recordText(record.editorialAction);
  if (value === '') return {};
  const known = EditorialAction.safeParse(value);
  if (!known.success) report.leftOut(value, 'no action is called that');
  return known.success ? { editorialAction: known.data } : {};
}

function status(record: ReadRecord): PublishingStatus {
  const value = recordText(record.status);
  return value === 'canceled' || value === 'withheld' ? value : 'usable';
}

/**
 * The inverse of one of `pictureRecords`. Where the record says nothing of restrictions, its words are read for
 * them (wire-formats 14).
 */
export function readPictureRecord(
  record: ReadRecord,
  picture: { readonly id: string; readonly caption: readonly Inline[] },
): Picture {
  const said = Object.fromEntries(pictureTexts.map(name => [name, recordText(record[name])]));
  const worded = record.restrictions === undefined ? rights(said) : null;
  const licensor = isRecord(record.licensor) ? textsOf(record.licensor, ['name', 'url', 'email']) : null;
  return PictureSchema.parse({
    ...said,
    ...picture,
    location: {
      created: isRecord(record.locationCreated) ? place(record.locationCreated) : null,
      shown: records(record.locationsShown).map(place),
    },
    people: records(record.people).map(each => Person.parse(textsOf(each, ['name', 'position']))),
    licensor,
    restrictions: worded?.restrictions ?? records(record.restrictions).flatMap(restriction),
    notices: worded?.notices ?? records(record.notices).flatMap(notice),
  });
}

function rights(said: Readonly<Record<string, string>>) {
  const read = [
    parseRights(said.usageTerms ?? '', 'usageTerms'),
    parseRights(said.instructions ?? '', 'instructions'),
  ];
  return {
    restrictions: mergeRestrictions(read.map(each => each.restrictions)),
    notices: mergeNotices(read.map(each => each.notices)),
  };
}

function records(value: unknown): ReadRecord[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 500) : [];
  return list.filter(isRecord);
}

function textsOf(record: ReadRecord, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, recordText(record[name])]));
}

function place(record: ReadRecord): Place {
  return Place.parse(textsOf(record, ['sublocation', 'city', 'state', 'country', 'countryCode']));
}

/** A kind that is not known bars all the same: its words go to a person. */
function restriction(record: ReadRecord): Restriction[] {
  const { kind, text, until, credit } = textsOf(record, ['kind', 'text', 'until', 'credit']);
  const whole = {
    kind,
    text,
    territories: texts(record.territories),
    media: texts(record.media),
    until: until || null,
    credit: credit || null,
    spans: [],
    needsReview: record.needsReview === 'yes',
  };
  const parsed = Restriction.safeParse(whole);
  if (parsed.success) return [parsed.data];
  const other = { ...whole, kind: 'other', territories: [], needsReview: true };
  return [Restriction.parse({ ...other, text: text || JSON.stringify(record) })];
}

function notice(record: ReadRecord): Notice[] {
  const { kind, text } = textsOf(record, ['kind', 'text']);
  const parsed = Notice.safeParse({ kind, text, spans: [] });
  return [parsed.success ? parsed.data : Notice.parse({ kind: 'other', text, spans: [] })];
}
