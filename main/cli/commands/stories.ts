import { basename } from 'node:path';
import { bodyText } from '../../contract/body.ts';
import type { StoryDiff, TextPiece } from '../../contract/diff.ts';
import { WiredeskError } from '../../contract/failure.ts';
import { maximumFileBytes } from '../../contract/methods.ts';
import { NewStory, type Story, StoryState, storyName } from '../../contract/story.ts';
import { describeIssues } from '../../core/dispatch.ts';
import { readInput } from '../../hosts/input.ts';
import { parseAssignments } from '../field-values.ts';
import type { Answer } from '../output.ts';
import type { CommandLine } from './command.ts';

/** Commands that make, change, find and compare stories. */
export function storyCommands({ program, session, withStore }: CommandLine): void {
  program
    .command('new')
    .description('make a story from a JSON file with fields, body and pictures')
    .requiredOption('--from <file>', 'the JSON file, or - for standard input')
    .action(({ from }: { from: string }) =>
      withStore(async client => {
        const story = newStory(await readInput(from), from);
        return storyAnswer(await client.call('stories.create', { story, session }));
      }),
    );

  program
    .command('set')
    .description(
      'change fields of a story: FIELD=VALUE, dateline.place=VALUE, embargo=TIME|open|none, state=STATE',
    )
    .argument('<id>')
    .argument('<assignments...>')
    .action((id: string, words: string[]) =>
      withStore(async client => {
        const story = await client.call('stories.get', { id });
        const patch = parseAssignments(words, story.fields);
        const saved = await client.call('stories.save', { id, base: story.revision, session, patch });
        if (saved.status === 'conflict')
          throw new WiredeskError(
            'conflict',
            'The story was saved by someone else just now. Nothing was changed.',
          );
        return storyAnswer(await client.call('stories.get', { id }));
      }),
    );

  program
    .command('add-picture')
    .description('add a picture file to a story, with the caption, credit and rights written in it')
    .argument('<id>')
    .argument('<file>')
    .action((id: string, file: string) =>
      withStore(async client => {
        const bytes = await readInput(file);
        const data = bytes.toString('base64');
        const added = await client.call('pictures.add', {
          story: id,
          file: { name: basename(file), data },
          session,
        });
        return storyAnswer(added.story);
      }),
    );

  program
    .command('list')
    .description('list or search stories')
    .option('--query <words>', 'full-text search')
    .option('--state <state>', `one of ${StoryState.options.join(', ')}`)
    .option('--limit <n>', 'how many', '100')
    .option('--offset <n>', 'how many to pass over', '0')
    .action((options: { query?: string; state?: string; limit: string; offset: string }) =>
      withStore(async client => {
        const state = options.state === undefined ? null : knownState(options.state);
        const found = await client.call('stories.list', {
          query: options.query ?? '',
          state,
          limit: Number(options.limit),
          offset: Number(options.offset),
        });
        const stories = found.stories.map(({ id, slugline, headline, state: its, words, updated }) => ({
          id,
          slugline,
          headline,
          state: its,
          words,
          updated,
        }));
        return {
          json: { total: found.total, stories },
          lines: [
            ...stories.map(
              story =>
                `${story.id}  ${story.state.padEnd(8)}  ${String(story.words).padStart(6)}  ${storyName(story)}`,
            ),
            `${found.total} in all`,
          ],
        };
      }),
    );

  program
    .command('show')
    .description('print a story')
    .argument('<id>')
    .option('--revision <n>', 'as it stood at that revision')
    .action((id: string, options: { revision?: string }) =>
      withStore(async client =>
        storyAnswer(
          await client.call('stories.get', {
            id,
            revision: options.revision === undefined ? null : Number(options.revision),
          }),
        ),
      ),
    );

  program
    .command('revisions')
    .description('list the saves of a story')
    .argument('<id>')
    .action((id: string) =>
      withStore(async client => {
        const revisions = await client.call('stories.revisions', { id });
        return {
          json: revisions,
          lines: revisions.map(each =>
            [
              String(each.revision).padStart(5),
              each.time,
              each.state.padEnd(8),
              each.cause,
              each.author,
            ].join('  '),
          ),
        };
      }),
    );

  program
    .command('diff')
    .description('compare two revisions of a story')
    .argument('<id>')
    .argument('<a>')
    .argument('<b>')
    .action((id: string, a: string, b: string) =>
      withStore(async client => {
        const diff = await client.call('stories.diff', { id, a: Number(a), b: Number(b) });
        return { json: diff, lines: diffLines(diff) };
      }),
    );

  program
    .command('restore')
    .description('make an earlier revision the newest one')
    .argument('<id>')
    .argument('<revision>')
    .action((id: string, revision: string) =>
      withStore(async client =>
        storyAnswer(await client.call('stories.restore', { id, revision: Number(revision), session })),
      ),
    );
}

/** A story file's JSON: what `show` prints, or any part of it. */
function newStory(bytes: Buffer, file: string): NewStory {
  if (bytes.byteLength > maximumFileBytes)
    throw new WiredeskError('too-large', `${file} is larger than 64 MiB.`);
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new WiredeskError(
      'unreadable',
      `${file} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}.`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WiredeskError('unreadable', `${file} is not a story: it holds no JSON object.`);
  // What belongs to one store is left behind: the new story has its own.
  const { id, revision, counts, created, updated, overrides, ...story } = value as Record<string, unknown>;
  const result = NewStory.safeParse(story);
  if (result.success) return result.data;
  throw new WiredeskError('unreadable', `${file} is not a story: ${describeIssues(result.error)}.`);
}

function knownState(word: string): StoryState {
  const state = StoryState.safeParse(word);
  if (state.success) return state.data;
  throw new WiredeskError(
    'bad-request',
    `There is no state "${word}" (known: ${StoryState.options.join(', ')}).`,
  );
}

/** A story as `show` prints it: the shape of design 4. Overrides stand on it once there are any. */
export function storyAnswer(story: Story): Answer {
  const { id, guid, version, revision, state, fields, body, pictures, counts, overrides } = story;
  const shown = { id, guid, version, revision, state, fields, body, pictures, counts };
  return {
    json: overrides.length > 0 ? { ...shown, overrides } : shown,
    lines: [
      `${storyName(fields)}  [${state}]  version ${version}, revision ${revision}`,
      ...(fields.headline ? ['', fields.headline] : []),
      ...(fields.byline ? [`By ${fields.byline}`] : []),
      '',
      bodyText(body),
      '',
      ...pictures.flatMap((picture, index) => [
        `Picture ${index + 1}: ${picture.description}`,
        `  Credit: ${picture.creditLine}`,
        ...picture.restrictions.map(each => `  ${each.kind}: ${each.text}`),
      ]),
      `${counts.words} words, ${counts.characters} characters, ${counts.readingMinutes} min`,
    ],
  };
}

function diffLines(diff: StoryDiff): readonly string[] {
  return [
    ...(diff.state ? [`state: ${diff.state.a} -> ${diff.state.b}`] : []),
    ...diff.fields.map(each => `${each.label}: ${piecesLine(each.pieces)}`),
    ...diff.blocks
      .filter(each => each.op !== 'same')
      .map(each => `${each.op} ${each.type}: ${piecesLine(each.pieces)}`),
    ...diff.pictures.map(each => `${each.op} picture: ${piecesLine(each.pieces)}`),
  ];
}

function piecesLine(pieces: readonly TextPiece[]): string {
  const wrap = { same: ['', ''], insert: ['{+', '+}'], delete: ['[-', '-]'] } as const;
  return pieces.map(({ op, text }) => `${wrap[op][0]}${text}${wrap[op][1]}`).join('');
}
