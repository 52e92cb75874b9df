import type { z } from 'zod';
import { WiredeskError } from '../contract/failure.ts';
import type { StoryPatch } from '../contract/patch.ts';
import {
  Dateline,
  type FieldName,
  fieldNames,
  SomeFields,
  type StoryFields,
  StoryState,
  storyFields,
} from '../contract/story.ts';

/**
 * FIELD=VALUE words as a patch: `headline=…`, `dateline.place=…`, `keywords=a, b`, `embargo=open|none|TIME`,
 * `state=ready`. Lists are parted by commas; subjects are JSON.
 * @throws WiredeskError 'bad-request' naming the word
 */
export function parseAssignments(words: readonly string[], current: StoryFields): StoryPatch {
  let patch: StoryPatch = {};
  let fields: SomeFields = {};
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) throw new WiredeskError('bad-request', `"${word}" is not FIELD=VALUE.`);
    const name = word.slice(0, at);
    const value = word.slice(at + 1);
    if (name === 'state') patch = { ...patch, state: check(StoryState, value, word) };
    else if (name.startsWith('dateline.')) {
      const dateline = { ...(fields.dateline ?? current.dateline), [name.slice('dateline.'.length)]: value };
      fields = { ...fields, dateline: check(Dateline, dateline, word) };
    } else
      fields = {
        ...fields,
        ...check(SomeFields, { [fieldName(name)]: readValue(fieldName(name), value, word) }, word),
      };
  }
  return Object.keys(fields).length > 0 ? { ...patch, fields } : patch;
}

function fieldName(name: string): FieldName {
  const found = fieldNames.find(each => each === name);
  if (found) return found;
  throw new WiredeskError(
    'bad-request',
    `There is no field "${name}" (known: state, ${fieldNames.join(', ')}).`,
  );
}

function readValue(name: FieldName, value: string, word: string): unknown {
  const { input } = storyFields[name];
  switch (input) {
    case 'number':
      return value === '' ? null : Number(value);
    case 'list':
      return value
        .split(',')
        .map(part => part.trim())
        .filter(part => part !== '');
    case 'embargo':
      return value === 'none' || value === '' ? null : { until: value === 'open' ? null : value };
    case 'subjects':
    case 'dateline':
      try {
        return JSON.parse(value);
      } catch {
        throw new WiredeskError('bad-request', `"${word}": the value of ${name} is JSON.`);
      }
    default:
      return value;
  }
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, word: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new WiredeskError(
    'bad-request',
    `"${word}": ${result.error.issues[0]?.message ?? 'not a valid value'}.`,
  );
}
