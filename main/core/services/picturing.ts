import { plainInlines } from '../../contract/body.ts';
import { type Problem, problem, toFailure, WiredeskError } from '../../contract/failure.ts';
import type { Handlers } from '../../contract/methods.ts';
import { Picture, type PictureFile, type PictureMetadata } from '../../contract/picture.ts';
import type { Result } from '../../contract/rpc.ts';
import type { Story } from '../../contract/story.ts';
import type { TakenUpload } from '../../contract/uploads.ts';
import { composeCaption } from '../pictures/caption/compose.ts';
import { mergeNotices, mergeRestrictions } from '../pictures/caption/instructions.ts';
import { parseCaption } from '../pictures/caption/parse.ts';
import { countTimeLimits, limitStarts } from '../pictures/caption/time-limit.ts';
import { canShow, claimedOtherwise, inspectPicture } from '../pictures/file.ts';
import { readMetadata } from '../pictures/metadata-read.ts';
import { putPictureFile } from '../store/pictures.ts';
import { loadSettings } from '../store/settings.ts';
import { loadStory, saveStory } from '../store/stories.ts';
import type { ServiceContext } from './context.ts';

/** A picture file that has been looked at, kept, and its metadata read. */
export interface TakenPicture {
  readonly file: PictureFile;
  readonly metadata: PictureMetadata;
  /** What to tell of the file. */
  readonly problems: readonly Problem[];
}

/** Uploads that wait to be added; a window that went away leaves its own behind. */
const mostWaiting = 2_000;

/** Adding pictures to stories and reading agency captions. */
export interface Picturing
  extends Pick<
    Handlers,
    'pictures.add' | 'pictures.addTaken' | 'pictures.parseCaption' | 'pictures.composeCaption'
  > {}

/**
 * @returns the handlers, and the way in for files that come as bytes: looked at and kept, they wait under a name
 * for `pictures.addTaken`
 */
export function picturing(context: ServiceContext): {
  readonly handlers: Picturing;
  readonly takeIn: (name: string, bytes: Uint8Array) => Promise<Result>;
} {
  const { store, ids, emit } = context;
  const waiting = new Map<string, TakenPicture>();

  /** One save for all of them. @returns the story and the pictures' identifiers */
  function addTo(
    id: string,
    existing: string | null,
    taken: readonly TakenPicture[],
    session: string,
  ): { readonly story: Story; readonly pictures: readonly string[] } {
    // Read again: reading the files took time, and the story may have been saved meanwhile.
    const story = loadStory(store, id);
    const found = story.pictures.find(each => each.id === existing);
    if (existing !== null && !found)
      throw new WiredeskError('not-found', 'That picture is not in the story.');
    const added = taken.map(each => withPictureFile(found ?? Picture.parse({ id: ids() }), each));
    const [first] = added;
    const pictures = found
      ? story.pictures.map(each => (each.id === found.id && first ? first : each))
      : [...story.pictures, ...added];
    const { author } = loadSettings(store);
    const saved = saveStory(store, { id, base: story.revision, session, author, patch: { pictures } });
    if (saved.status === 'conflict')
      throw new WiredeskError('conflict', 'The story was saved by someone else just now. Try again.');
    emit({ type: 'story-saved', id, revision: saved.revision, session, author });
    emit({ type: 'stories-changed' });
    return { story: loadStory(store, id), pictures: added.map(each => each.id) };
  }

  const handlers: Picturing = {
    'pictures.parseCaption': ({ text }) => parseCaption(text),
    'pictures.composeCaption': ({ picture, style }) => composeCaption(picture, style),
    'pictures.add': async ({ story: id, file, picture: existing, session }) => {
      loadStory(store, id);
      const bytes = new Uint8Array(Buffer.from(file.data, 'base64'));
      const taken = await takeInPicture(context, { name: file.name, bytes });
      const { story, pictures } = addTo(id, existing, [taken], session);
      const { metadata, problems } = taken;
      return { story, picture: pictures[0] ?? '', differences: metadata.differences, problems };
    },
    'pictures.addTaken': ({ story, taken: names, picture, session }) => {
      if (picture !== null && names.length > 1)
        throw new WiredeskError('bad-request', 'A picture has one file.');
      const taken = names.map(name => {
        const each = waiting.get(name);
        if (!each) throw new WiredeskError('not-found', 'That file was not sent, or long ago: add it again.');
        return each;
      });
      const added = addTo(story, picture, taken, session);
      for (const name of names) waiting.delete(name);
      return added;
    },
  };

  return {
    handlers,
    async takeIn(name, bytes) {
      try {
        const taken = await takeInPicture(context, { name, bytes });
        const key = ids();
        waiting.set(key, taken);
        for (const oldest of waiting.keys()) {
          if (waiting.size <= mostWaiting) break;
          waiting.delete(oldest);
        }
        const { metadata, problems } = taken;
        const value: TakenUpload = { taken: key, differences: metadata.differences, problems };
        return { ok: true, value };
      } catch (error) {
        return { ok: false, error: toFailure(error) };
      }
    },
  };
}

/**
 * Looks at a picture file, reads what is written in it, and keeps it by its content.
 * @throws WiredeskError 'unreadable' or 'too-large' naming the file
 */
export async function takeInPicture(
  { store }: ServiceContext,
  input: { readonly name: string; readonly bytes: Uint8Array },
): Promise<TakenPicture> {
  const file = await inspectPicture(input.bytes, input.name);
  const metadata = await readMetadata(input.bytes);
  await putPictureFile(store, file, input.bytes);
  return { file, metadata, problems: problemsOf(file) };
}

/** What the desk is told of a file that was taken for what it is. */
function problemsOf(file: PictureFile): readonly Problem[] {
  const problems: Problem[] = [];
  const claimed = claimedOtherwise(file);
  if (claimed !== null)
    problems.push(
      problem(
        'info',
        'picture-kind',
        `${file.name} is called .${claimed}, and is ${file.mediaType}. It was taken for what it is.`,
      ),
    );
  if (!canShow(file))
    problems.push(
      problem(
        'warning',
        'picture-not-shown',
        `${file.name} is kept and its metadata read, but this machine cannot show or scale ${file.mediaType}.`,
      ),
    );
  return problems;
}

/** The picture with this file. What the desk or the story's text already says stays; the file fills what is empty. */
export function withPictureFile(
  picture: Picture,
  { file, metadata }: Pick<TakenPicture, 'file' | 'metadata'>,
): Picture {
  const { fields } = metadata;
  const kept = Object.fromEntries(Object.entries(picture).filter(([, value]) => !isEmpty(value)));
  const filled = Picture.parse({ ...picture, ...fields, ...kept });
  const read = parseCaption(fields.description);
  const dateReleased = filled.dateReleased || read.dateReleased;
  const restrictions = mergeRestrictions([picture.restrictions, metadata.restrictions]);
  return {
    ...filled,
    file,
    dateReleased,
    caption: picture.caption.length > 0 ? picture.caption : plainInlines(read.caption),
    creditLine: filled.creditLine || read.creditLine,
    creator: filled.creator || read.creator,
    people: filled.people.length > 0 ? filled.people : read.people,
    // Both: a rule that only one of them states bars the picture all the same.
    restrictions: mergeRestrictions([
      countTimeLimits(restrictions, limitStarts({ ...filled, dateReleased })),
    ]),
    notices: mergeNotices([picture.notices, metadata.notices]),
    original: { ...metadata.original, ...picture.original },
  };
}

function isEmpty(value: unknown): boolean {
  return (
    value === '' ||
    value === null ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty))
  );
}
