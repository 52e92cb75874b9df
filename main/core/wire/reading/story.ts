import type { Block } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import {
  type FieldName,
  fieldNames,
  type NewStory,
  type SomeFields,
  type StoryFields,
  storyFields,
} from '../../../contract/story.ts';
import type { MediaReference, ReadStory } from '../format.ts';
import type { PublishingStatus } from '../status.ts';
import { cleanText, singleLine } from '../text.ts';
import type { Report } from './report.ts';

/** A story as a reader found it: untidy values are tidied here, in one place for every format. */
export interface WireStory {
  /** Identity on the wire; empty or absent where the file has none. */
  readonly guid?: string;
  readonly version?: number;
  readonly status?: PublishingStatus;
  /** When the story was first made, as the source says: RFC 3339. */
  readonly created?: string;
  readonly fields: { readonly [Name in FieldName]?: StoryFields[Name] | undefined };
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly media?: readonly MediaReference[];
}

const longestGuid = 1_000;
const highestVersion = 2_000_000_000;

/** The story that a reader returns: every field within the contract, every cut and every refused value reported. */
export function readStory(wire: WireStory, report: Report): ReadStory {
  const fields: Record<string, unknown> = {};
  for (const name of fieldNames) {
    const value = tidyValue(name, wire.fields[name], report);
    if (value === undefined) continue;
    const parsed = storyFields[name].schema.safeParse(value);
    if (parsed.success) fields[name] = parsed.data;
    else
      report.repaired(`The ${storyFields[name].label.toLowerCase()} “${short(value)}” was not taken.`, name);
  }
  const status = wire.status ?? 'usable';
  const story: NewStory = {
    ...identity(wire, report),
    ...(wire.created === undefined ? {} : { created: wire.created }),
    ...(status === 'usable' ? {} : { state: status === 'canceled' ? 'killed' : 'withheld' }),
    fields: { ...(fields satisfies Record<string, unknown> as SomeFields), ...action(wire.fields, status) },
    body: { version: 1, blocks: wire.blocks },
    pictures: wire.pictures,
  };
  return { story, problems: report.problems, media: wire.media ?? [] };
}

/** What status alone says of the act, where the file names none (wire-formats 2.8). */
function action({ editorialAction }: WireStory['fields'], status: PublishingStatus): SomeFields {
  if (status === 'canceled') return { editorialAction: 'kill' };
  if (status === 'withheld' && editorialAction !== 'advisory') return { editorialAction: 'withhold' };
  return {};
}

function identity({ guid, version }: WireStory, report: Report): Pick<NewStory, 'guid' | 'version'> {
  const name = singleLine(guid ?? '');
  if (name.length > longestGuid)
    report.repaired('The identifier is too long to be kept; the story gets a new one.');
  return {
    ...(name === '' || name.length > longestGuid ? {} : { guid: name }),
    ...(version !== undefined && Number.isSafeInteger(version) && version >= 1 && version <= highestVersion
      ? { version }
      : {}),
  };
}

function tidyValue<Name extends FieldName>(
  name: Name,
  value: StoryFields[Name] | undefined,
  report: Report,
): unknown {
  if (value === undefined || value === null) return value === null && name === 'embargo' ? null : undefined;
  const { input, label } = storyFields[name];
  switch (input) {
    case 'line':
      return cut(singleLine(String(value)), 2_000, label, name, report);
    case 'text':
      return cut(cleanText(String(value)).trim(), 100_000, label, name, report);
    case 'list':
      return Array.isArray(value) ? tidyList(value.map(String), label, name, report) : undefined;
    case 'language':
      return languageTag(String(value));
    case 'number':
      return name === 'urgency' || name === 'priority' ? withinScale(Number(value), name) : value;
    default:
      return value === '' ? undefined : value;
  }
}

function cut(text: string, most: number, label: string, name: string, report: Report): string | undefined {
  if (text === '') return undefined;
  if (text.length <= most) return text;
  report.repaired(`The ${label.toLowerCase()} was cut to ${most} characters.`, name);
  return text.slice(0, most).toWellFormed();
}

function tidyList(values: readonly string[], label: string, name: string, report: Report): string[] {
  const tidy = [...new Set(values.map(singleLine).filter(value => value !== ''))];
  if (tidy.length > 500) report.repaired(`Only the first 500 of ${label.toLowerCase()} were taken.`, name);
  return tidy.slice(0, 500).flatMap(value => cut(value, 500, label, name, report) ?? []);
}

/** `en_US` as `en-US`; nothing for what is no language tag (BCP 47). */
function languageTag(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-');
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) && tag.length <= 35 ? tag : undefined;
}

/** Urgency 9 is user-defined and lowest (wire-formats 12); priority has six steps here. Nothing for what is no number. */
function withinScale(value: number, name: 'urgency' | 'priority'): number | undefined {
  if (!Number.isFinite(value) || value < 1) return undefined;
  return Math.min(Math.round(value), name === 'urgency' ? 8 : 6);
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
