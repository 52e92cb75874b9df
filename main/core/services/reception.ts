import type { Block, BoxedBlock } from '../../contract/body.ts';
import { mergeFields } from '../../contract/patch.ts';
import type { Picture } from '../../contract/picture.ts';
import {
  emptyFields,
  type NewStory,
  type SomeFields,
  type Story,
  type StoryFields,
  type StoryState,
  storyName,
} from '../../contract/story.ts';

/**
 * What a version that came over the wire does to the story held under the same identity (wire-formats 2.8). The
 * outcome depends only on which versions have come, never on their order or on how often: the copy is that of the
 * newest version that has any, and one kill, whatever its version, kills for good.
 */

/** The story held, and the highest versions that came of it; null where none of that act did. */
export interface Held {
  readonly story: Story;
  readonly content: number | null;
  readonly kill: number | null;
  /** Whether somebody worked on it here after it last came in. */
  readonly edited: boolean;
}

export type Reception =
  | { readonly outcome: 'ignored'; readonly message: string }
  | {
      readonly outcome: 'taken';
      readonly act: 'content' | 'kill';
      readonly version: number;
      readonly next: Pick<Story, 'version' | 'state' | 'fields' | 'body' | 'pictures'>;
      /** What the user should know, in sentences. */
      readonly messages: readonly string[];
    };

/** What a version does to the story held. A story made here counts as having come in its own version. */
export function receive(held: Held, incoming: NewStory): Reception {
  const version = incoming.version ?? 1;
  return incoming.state === 'killed'
    ? receiveKill(held, incoming, version)
    : receiveContent(held, incoming, version);
}

/** A kill is obeyed however old its version; a second one only where it is newer than the first. */
function receiveKill({ story, kill, edited }: Held, incoming: NewStory, version: number): Reception {
  const name = quoted(story);
  if (story.state === 'killed' && version <= (kill ?? story.version))
    return { outcome: 'ignored', message: `${name} is killed already, by version ${kill ?? story.version}.` };
  return {
    outcome: 'taken',
    act: 'kill',
    version,
    next: {
      version: Math.max(story.version, version),
      state: 'killed',
      fields: { ...story.fields, ...killFields(incoming.fields) },
      body: story.body,
      pictures: story.pictures,
    },
    messages: [
      `${name} was killed by version ${version}. Use nothing of it, and remove it wherever it stands.`,
      ...(edited ? ['It had been worked on here; that work is in its history.'] : []),
    ],
  };
}

/** What a kill says that the copy does not: the act and its reason. */
export function killFields({ edNote }: SomeFields): Pick<StoryFields, 'editorialAction' | 'edNote'> {
  return { editorialAction: 'kill', edNote: edNote || 'Killed by the sender.' };
}

function receiveContent(held: Held, incoming: NewStory, version: number): Reception {
  const { story, edited } = held;
  const name = quoted(story);
  const killed = story.state === 'killed';
  // A kill that came before any copy leaves nothing to compare with: any copy is newer than none.
  const newest =
    killed && held.kill !== null ? (held.content ?? 0) : Math.max(held.content ?? 0, story.version);
  if (version <= newest)
    return {
      outcome: 'ignored',
      message: `Version ${version} of ${name} is not newer than version ${newest}, which is held; it was not taken.`,
    };
  const kept = mergeFields(emptyFields, edited ? ofTheHouse(story.fields) : {});
  const fields = mergeFields(kept, incoming.fields);
  const pictures = withKnownFiles(incoming.pictures, story.pictures);
  const body = {
    ...incoming.body,
    blocks: incoming.body.blocks.map(block => renamed(block, pictures.names)),
  };
  const content = { version: Math.max(story.version, version), body, pictures: pictures.list };
  if (killed)
    return {
      outcome: 'taken',
      act: 'content',
      version,
      next: { ...content, state: 'killed', fields: { ...fields, ...killFields(story.fields) } },
      messages: [`${name} is killed: version ${version} was kept with it, and it stays killed.`],
    };
  return {
    outcome: 'taken',
    act: 'content',
    version,
    next: { ...content, state: stateAfter(story.state, incoming.state), fields },
    messages: [
      `Version ${version} of ${name} took the place of version ${story.version}.`,
      ...(edited ? ['It had been worked on here; that work is in its history.'] : []),
      ...(story.state === 'spiked' ? ['It is spiked here and stays so.'] : []),
    ],
  };
}

/** What was added here and no wire carries: it outlives a new version's copy. */
function ofTheHouse({ internalNote, targetLength, desk }: Story['fields']): SomeFields {
  return { internalNote, targetLength, desk };
}

/** A new version of what was filed is open again; one that is not withheld releases what was. */
function stateAfter(before: StoryState, incoming: StoryState | undefined): StoryState {
  if (before === 'spiked') return 'spiked';
  if (incoming === 'withheld') return 'withheld';
  if (before === 'withheld') return 'draft';
  return before === 'filed' ? 'edit' : before;
}

function quoted({ fields }: Story): string {
  return `“${storyName(fields)}”`;
}

/**
 * The pictures of a new version: one that says the same as a picture held keeps its identity and the file that was
 * taken in for it, since a feed sends words again but not always files. Our own files name pictures as we do: one
 * that is sent under the identity of a picture held is no other.
 */
function withKnownFiles(
  incoming: readonly Picture[],
  held: readonly Picture[],
): { readonly list: readonly Picture[]; readonly names: ReadonlyMap<string, string> } {
  const sent = new Set(incoming.map(({ id }) => id));
  const free = new Set(held);
  const names = new Map<string, string>();
  const list = incoming.map(picture => {
    const known = held.find(
      each => free.has(each) && sameWords(each, picture) && (each.id === picture.id || !sent.has(each.id)),
    );
    if (!known) return picture;
    free.delete(known);
    names.set(picture.id, known.id);
    return { ...picture, id: known.id, file: picture.file ?? known.file };
  });
  return { list, names };
}

function sameWords(a: Picture, b: Picture): boolean {
  const words = ({ description, headline, creditLine }: Picture): string =>
    [description, headline, creditLine].join('\n').trim();
  return words(a) !== '' && words(a) === words(b);
}

function renamed(block: Block, names: ReadonlyMap<string, string>): Block {
  if (block.type === 'box') return { ...block, blocks: block.blocks.map(each => renamedBoxed(each, names)) };
  return renamedBoxed(block, names);
}

function renamedBoxed(block: BoxedBlock, names: ReadonlyMap<string, string>): BoxedBlock {
  return block.type === 'picture'
    ? { ...block, pictureId: names.get(block.pictureId) ?? block.pictureId }
    : block;
}
