import type { z } from 'zod';
import { WiredeskError } from '../../../contract/failure.ts';
import { NewStory } from '../../../contract/story.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { isJsonRecord, type JsonRecord } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { tellNoPlace } from './lenient.ts';
import { readBody } from './read-body.ts';
import { readFields } from './read-fields.ts';
import { readPictures } from './read-pictures.ts';

/** Whether JSON has the outline of a story. */
export function isStory(value: unknown): value is JsonRecord {
  return (
    isJsonRecord(value) &&
    isJsonRecord(value.fields) &&
    (value.body === undefined || isJsonRecord(value.body))
  );
}

/**
 * A story in the contract's own shapes. Guid, version and state are kept, and the identifiers of pictures and blocks
 * that have any; the store gives the story an identifier of its own.
 * @throws WiredeskError 'unreadable' where body or pictures do not fit, with the place; 'too-large' beyond a limit
 */
export function readStory(value: unknown, name: string, context: ReadContext, report: Report): ReadStory {
  if (!isStory(value)) throw new WiredeskError('unreadable', `${name} is no story.`);
  const fields = readFields(isJsonRecord(value.fields) ? value.fields : {}, report);
  const body = readBody(value.body, name, context, report);
  const { pictures, media, problems } = readPictures(value.pictures, name, context, report);
  const story = { ...identityOf(value, report), fields, body, pictures };
  tellOthers(value, report);
  return { story, problems: [...report.problems, ...problems], media };
}

const Identity = NewStory.pick({ guid: true, version: true, state: true, created: true });

/** What a story is known by, as far as it fits. */
function identityOf(value: JsonRecord, report: Report): z.output<typeof Identity> {
  const given = Object.entries(value).filter(
    ([name, each]) => Object.hasOwn(Identity.shape, name) && each !== '',
  );
  const parsed = Identity.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const unfit = new Set(parsed.error.issues.map(issue => issue.path[0]));
  for (const [name, each] of given)
    if (unfit.has(name)) report.leftOut(`${name}: ${JSON.stringify(each)}`, 'it does not fit');
  return Identity.parse(Object.fromEntries(given.filter(([name]) => !unfit.has(name))));
}

/** What `show` prints that the store works out anew. */
const workedOut = ['id', 'revision', 'updated', 'counts'];
const known: readonly string[] = [...Object.keys(NewStory.shape), ...workedOut, 'overrides'];

function tellOthers(value: JsonRecord, report: Report): void {
  if (Array.isArray(value.overrides) && value.overrides.length > 0)
    report.leftOut(
      `${value.overrides.length} overrides of rights`,
      'they hold only in the store where they were given',
    );
  tellNoPlace(
    Object.entries(value).filter(([member]) => !known.includes(member)),
    report,
  );
}
