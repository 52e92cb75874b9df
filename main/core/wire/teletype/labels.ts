import { storyFields } from '../../../contract/story.ts';
import type { RecordValue, StoryRecord } from '../record.ts';
import { singleLine } from '../text.ts';
import { textLines } from './copy.ts';
import type { Line } from './groups.ts';

/**
 * A record (`../record.ts`) as labelled lines, `Keywords: harbour | sea lock`, and back. Members of a value stand
 * apart by bars, each but the first with its name; a list of records has a line each.
 */

/** The one name of a list's or a record's member that needs no name before it. */
const mainMember: Readonly<Record<string, string>> = {
  dateline: 'place',
  subjects: 'name',
  people: 'name',
  licensor: 'name',
  notices: 'text',
  restrictions: 'text',
  locationCreated: 'city',
  locationsShown: 'city',
};

/** What a record's names are called, where a field's label does not say it. */
const labels: Readonly<Record<string, string>> = { guid: 'Identifier' };

function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/gu, letter => ` ${letter.toLowerCase()}`);
  return labels[name] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** The label of a story's own field or of a name beside them. */
export function storyLabel(name: string): string {
  const fields: Readonly<Record<string, { readonly label: string }>> = storyFields;
  return fields[name]?.label ?? labelOf(name);
}

/** The label of a picture's property. */
export const pictureLabel = labelOf;

/** A record's lines in its own order. */
export function labelledLines(record: StoryRecord, label: (name: string) => string): Line[] {
  return Object.entries(record).flatMap(([name, value]) => valueLines(name, value, label(name)));
}

function valueLines(name: string, value: RecordValue, label: string): Line[] {
  if (typeof value !== 'object') return labelledText(label, String(value));
  const list: readonly RecordValue[] = isList(value) ? value : [value];
  const said = list.map(each => member(each, name)).filter(text => text !== '');
  const isRecords = list.some(each => typeof each === 'object');
  return (isRecords ? said : said.length === 0 ? [] : [said.join(' | ')]).map(text => ({
    text: `${label}: ${text}`,
  }));
}

function isList(value: RecordValue): value is readonly RecordValue[] {
  return Array.isArray(value);
}

/** A text that may have several lines behind its label. */
export function labelledText(label: string, text: string): Line[] {
  const [first, ...more] = textLines(text).map(line => line.text);
  if (first === undefined) return [];
  return [{ text: `${label}: ${first}`, ...(more.length === 0 ? {} : { more }) }];
}

function member(value: RecordValue, name: string): string {
  if (typeof value !== 'object') return withoutBars(String(value));
  if (isList(value)) return value.map(each => withoutBars(String(each))).join(', ');
  const main = mainMember[name] ?? '';
  const { [main]: first = '', ...others } = value;
  const said = Object.entries(others).map(([key, each]) => `${key}: ${member(each, '')}`);
  return [member(first, ''), ...said].join(' | ').trim();
}

function withoutBars(text: string): string {
  return singleLine(text).replaceAll('|', '/');
}

/** How a line's label and value part. */
const labelled = /^([A-Z][A-Za-z' ]{1,40}):(?: (.*))?$/u;

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** A line's label and text, its further lines with it; null for a line that has no label. */
export function readLabelled({ text, more = [] }: Line): Labelled | null {
  const match = labelled.exec(text);
  return match ? { label: match[1] ?? '', text: [match[2] ?? '', ...more].join('\n') } : null;
}

/** The names of a record, in the order of their labels, and which of its values are no plain text. */
export interface RecordShape {
  readonly names: readonly string[];
  readonly kinds: Readonly<Record<string, 'list' | 'record' | 'records'>>;
}

/** The record that labelled lines hold; lines whose label no name has come back as they are. */
export function readRecord(
  lines: readonly Labelled[],
  { names, kinds }: RecordShape,
  label: (name: string) => string,
): { readonly record: Readonly<Record<string, unknown>>; readonly unknown: readonly Labelled[] } {
  const nameOf = new Map(names.map(name => [label(name), name]));
  const record = new Map<string, unknown>();
  const unknown: Labelled[] = [];
  for (const line of lines) {
    const name = nameOf.get(line.label);
    if (name === undefined) unknown.push(line);
    else record.set(name, lineValue(line.text, name, kinds[name], record.get(name)));
  }
  return { record: Object.fromEntries(record), unknown };
}

function lineValue(
  text: string,
  name: string,
  kind: RecordShape['kinds'][string] | undefined,
  before: unknown,
): unknown {
  switch (kind) {
    case 'list':
      return text.split('|').map(each => each.trim());
    case 'record':
      return members(text, name);
    case 'records':
      return Array.isArray(before) ? [...before, members(text, name)] : [members(text, name)];
    case undefined:
      return text;
  }
}

/** Lists within a restriction. */
const innerLists: ReadonlySet<string> = new Set(['territories', 'media']);

function members(text: string, name: string): Readonly<Record<string, unknown>> {
  const [first = '', ...others] = text.split('|').map(each => each.trim());
  const main = mainMember[name] ?? '';
  const named = others.flatMap((each): (readonly [string, unknown])[] => {
    const match = /^([A-Za-z]{1,20}): (.*)$/u.exec(each);
    if (!match) return [];
    const [, key = '', value = ''] = match;
    return [[key, innerLists.has(key) ? value.split(', ') : value]];
  });
  return { ...(first === '' ? {} : { [main]: first }), ...Object.fromEntries(named) };
}
