import type { Body } from '../../contract/body.ts';
import { Body as BodySchema } from '../../contract/body.ts';
import type { Problem } from '../../contract/failure.ts';
import { problem, WiredeskError } from '../../contract/failure.ts';
import { Picture } from '../../contract/picture.ts';
import type { FieldName, NewStory as NewStoryType } from '../../contract/story.ts';
import { fieldNames, NewStory, StoryState, storyFields } from '../../contract/story.ts';

type Json = Readonly<Record<string, unknown>>;
const mostStories = 10_000;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStory(value: unknown): value is Json {
  return isObject(value) && isObject(value.fields) && (value.body === undefined || isObject(value.body));
}

/** Whether JSON is a story as `show` prints it, one as `new --from` takes it, or `{stories: […]}` of them. */
export function isStoryJson(value: unknown): boolean {
  return isStory(value) || (isObject(value) && Array.isArray(value.stories) && value.stories.every(isStory));
}

export interface WiredeskStory {
  readonly story: NewStoryType;
  readonly problems: readonly Problem[];
}

/**
 * The stories of Wiredesk's own JSON. Guid, version, state and the identifiers of blocks are kept; the story gets
 * a new identifier of its own when it is created.
 * @throws WiredeskError('unreadable') where a body or picture does not fit, with the place that does not
 */
export function readWiredesk(
  value: unknown,
  fileName: string,
  context: { ids: () => string },
): readonly WiredeskStory[] {
  const list: readonly unknown[] = isObject(value) && Array.isArray(value.stories) ? value.stories : [value];
  if (list.length === 0) throw new WiredeskError('unreadable', `${fileName} holds no story.`);
  if (list.length > mostStories)
    throw new WiredeskError(
      'too-large',
      `${fileName} holds ${list.length} stories; at most ${mostStories} are taken in at once.`,
    );
  return list.map((item, index) => {
    if (!isStory(item)) throw new WiredeskError('unreadable', `${fileName}: entry ${index + 1} is no story.`);
    return readStory(item, list.length > 1 ? `${fileName}, story ${index + 1},` : fileName, context);
  });
}

function readStory(item: Json, name: string, context: { ids: () => string }): WiredeskStory {
  const problems: Problem[] = [];
  const body = readBody(item.body, name, context, problems);
  const pictures = readPictures(item.pictures, name, problems);
  if (Array.isArray(item.overrides) && item.overrides.length > 0)
    problems.push(
      problem(
        'warning',
        'left-out',
        `Left out: ${item.overrides.length} overrides of rights; they hold only in the store where they were given.`,
      ),
    );
  const state = StoryState.safeParse(item.state);
  const story = NewStory.safeParse({
    ...(typeof item.guid === 'string' && item.guid !== '' ? { guid: item.guid } : {}),
    ...(item.version === undefined ? {} : { version: item.version }),
    ...(state.success ? { state: state.data } : {}),
    fields: readFields(item.fields, problems),
    body,
    pictures,
  });
  if (!story.success)
    throw new WiredeskError('unreadable', `${name} is not a whole story: ${firstIssue(story.error)}.`);
  return { story: story.data, problems };
}

function readFields(value: unknown, problems: Problem[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  if (!isObject(value)) return fields;
  for (const [name, content] of Object.entries(value)) {
    const known = fieldNames.find((field): field is FieldName => field === name);
    const parsed = known ? storyFields[known].schema.safeParse(content) : null;
    if (parsed?.success) fields[name] = parsed.data;
    else {
      const why = known ? 'it does not fit the field' : 'there is no such field';
      problems.push(
        problem(
          'warning',
          'left-out',
          `Left out: "${name}: ${JSON.stringify(content).slice(0, 500)}" (${why})`,
          { field: known ?? null },
        ),
      );
    }
  }
  return fields;
}

function readBody(value: unknown, name: string, context: { ids: () => string }, problems: Problem[]): Body {
  if (value === undefined) return { version: 1, blocks: [] };
  const parsed = BodySchema.safeParse(value);
  if (!parsed.success)
    throw new WiredeskError(
      'unreadable',
      `${name} has a body that cannot be read: ${firstIssue(parsed.error)}.`,
    );
  const seen = new Set<string>();
  let renewed = 0;
  // Two blocks of one identifier would be saved over each other.
  const fresh = <Identified extends { readonly id: string }>(block: Identified): Identified => {
    if (!seen.has(block.id)) {
      seen.add(block.id);
      return block;
    }
    renewed += 1;
    return { ...block, id: context.ids() };
  };
  const blocks = parsed.data.blocks.map(block =>
    block.type === 'box' ? { ...fresh(block), blocks: block.blocks.map(fresh) } : fresh(block),
  );
  if (renewed > 0)
    problems.push(
      problem(
        'warning',
        'repaired',
        `${renewed} blocks had the identifier of another and were given their own.`,
      ),
    );
  return { version: 1, blocks };
}

function readPictures(value: unknown, name: string, problems: Problem[]): Picture[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new WiredeskError('unreadable', `${name} has pictures that are no list.`);
  return value.map((item, index) => {
    const parsed = Picture.safeParse(item);
    if (!parsed.success)
      throw new WiredeskError(
        'unreadable',
        `${name}: picture ${index + 1} cannot be read: ${firstIssue(parsed.error)}.`,
      );
    if (parsed.data.file)
      problems.push(
        problem(
          'warning',
          'picture-file',
          `The file of picture ${index + 1} (${parsed.data.file.name}) does not travel in JSON; add it again.`,
          { picture: parsed.data.id },
        ),
      );
    return { ...parsed.data, file: null };
  });
}

function firstIssue(error: {
  readonly issues: readonly {
    readonly path: readonly PropertyKey[];
    readonly message: string;
  }[];
}): string {
  const issue = error.issues[0];
  return issue
    ? `${issue.path.map(String).join('.') || 'its top level'}: ${issue.message}`
    : 'unknown reason';
}
