import { plainInlines } from '../../contract/body.ts';
import { WiredeskError } from '../../contract/failure.ts';
import type { Handlers } from '../../contract/methods.ts';
import { Picture, type PictureFile, type PictureMetadata } from '../../contract/picture.ts';
import { composeCaption } from '../pictures/caption/compose.ts';
import { mergeNotices, mergeRestrictions } from '../pictures/caption/instructions.ts';
import { parseCaption } from '../pictures/caption/parse.ts';
import { countTimeLimits, limitStarts } from '../pictures/caption/time-limit.ts';
import { inspectPicture } from '../pictures/file.ts';
import { readMetadata } from '../pictures/metadata-read.ts';
import { putPictureFile } from '../store/pictures.ts';
import { loadSettings } from '../store/settings.ts';
import { loadStory, saveStory } from '../store/stories.ts';
import type { ServiceContext } from './context.ts';

/** A picture file that has been looked at, kept, and its metadata read. */
export interface TakenPicture {
  readonly file: PictureFile;
  readonly metadata: PictureMetadata;
}

/** Adding pictures to stories and reading agency captions. */
export function picturing(
  context: ServiceContext,
): Pick<Handlers, 'pictures.add' | 'pictures.parseCaption' | 'pictures.composeCaption'> {
  const { store, ids, emit } = context;
  return {
    'pictures.parseCaption': ({ text }) => parseCaption(text),
    'pictures.composeCaption': ({ picture, style }) => composeCaption(picture, style),
    'pictures.add': async ({ story: id, file, picture: existing, session }) => {
      loadStory(store, id);
      const bytes = new Uint8Array(Buffer.from(file.data, 'base64'));
      const taken = await takeInPicture(context, { name: file.name, bytes });
      // Read again: reading the file took time, and the story may have been saved meanwhile.
      const story = loadStory(store, id);
      const found = story.pictures.find(each => each.id === existing);
      if (existing !== null && !found)
        throw new WiredeskError('not-found', 'That picture is not in the story.');
      const picture = withPictureFile(found ?? Picture.parse({ id: ids() }), taken);
      const pictures = found
        ? story.pictures.map(each => (each.id === picture.id ? picture : each))
        : [...story.pictures, picture];
      const { author } = loadSettings(store);
      const saved = saveStory(store, { id, base: story.revision, session, author, patch: { pictures } });
      if (saved.status === 'conflict')
        throw new WiredeskError('conflict', 'The story was saved by someone else just now. Try again.');
      emit({ type: 'story-saved', id, revision: saved.revision, session, author });
      emit({ type: 'stories-changed' });
      return { story: loadStory(store, id), picture: picture.id, differences: taken.metadata.differences };
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
  putPictureFile(store, file, input.bytes);
  return { file, metadata };
}

/** The picture with this file. What the desk or the story's text already says stays; the file fills what is empty. */
export function withPictureFile(picture: Picture, { file, metadata }: TakenPicture): Picture {
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
