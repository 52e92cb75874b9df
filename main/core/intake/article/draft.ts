import type { Block } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { Dateline, SomeFields } from '../../../contract/story.ts';
import type { LeftOut, PictureSource } from '../../markup/piece.ts';
import type { ParseCaption } from '../picture-from-caption.ts';
import { pictureFromCaption } from '../picture-from-caption.ts';
import { bareWords } from './shape.ts';

export interface ArticleContext {
  readonly ids: () => string;
  readonly parseCaption: ParseCaption;
  readonly now: Date;
}

export type LineField =
  | 'headline'
  | 'subhead'
  | 'byline'
  | 'bylineTitle'
  | 'source'
  | 'sourceUri'
  | 'copyrightNotice'
  | 'signOff';

export interface PictureFileOf {
  readonly picture: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A story in the making: what has been read so far, and from which words. */
export interface Draft {
  readonly context: ArticleContext;
  readonly fields: Map<LineField, string>;
  dateline: Dateline | null;
  /** ISO date of publication as the page gives it, or empty. */
  published: string;
  readonly blocks: Block[];
  readonly pictures: Picture[];
  readonly files: PictureFileOf[];
  readonly leftOut: LeftOut[];
  /** The bare words of every caption so far. */
  readonly captions: Set<string>;
  /** The exact words each field was read from. */
  readonly sources: {
    readonly field: keyof SomeFields;
    readonly text: string;
  }[];
}

export function createDraft(context: ArticleContext): Draft {
  return {
    context,
    fields: new Map(),
    dateline: null,
    published: '',
    blocks: [],
    pictures: [],
    files: [],
    leftOut: [],
    captions: new Set(),
    sources: [],
  };
}

export function leaveOut(draft: Draft, text: string, reason: string): void {
  if (/\S/u.test(text)) draft.leftOut.push({ text, reason });
}

/** Fields are lines of at most 2,000 characters (contract/story.ts); longer words are left out, never cut. */
const longestLine = 2_000;

/** Gives an empty field its words. Words that repeat it, or that find it taken, are left out with the reason. */
export function setField(draft: Draft, field: LineField, value: string, source: string): void {
  const present = draft.fields.get(field);
  const name = fieldWords[field];
  if (value.length > longestLine) leaveOut(draft, source, `too long for the ${name}`);
  else if (present === undefined) {
    draft.fields.set(field, value);
    draft.sources.push({ field, text: source });
  } else if (bareWords(present) === bareWords(value)) leaveOut(draft, source, `repeats the ${name}`);
  else leaveOut(draft, source, `a second ${name}`);
}

/** What the reader of a report calls each field. */
export const fieldWords: Readonly<Record<LineField, string>> = {
  headline: 'headline',
  subhead: 'subhead',
  byline: 'byline',
  bylineTitle: 'byline title',
  source: 'outlet',
  sourceUri: 'web address',
  copyrightNotice: 'copyright notice',
  signOff: 'sign-off',
};

/** Adds a picture of a caption's words; its block too, where it stands within the copy. A caption seen before is left out. */
export function addPicture(
  draft: Draft,
  caption: string,
  source: PictureSource | null,
  inCopy: boolean,
): void {
  const words = bareWords(caption);
  if (words !== '' && !source?.file && draft.captions.has(words)) {
    leaveOut(draft, caption, 'repeats a caption');
    return;
  }
  draft.captions.add(words);
  const id = draft.context.ids();
  const made = pictureFromCaption(caption, {
    id,
    parseCaption: draft.context.parseCaption,
  });
  const original: Record<string, string> = { ...made.original };
  if (source?.altText) original.altText = source.altText;
  if (source?.address) original.address = source.address;
  draft.pictures.push({ ...made, altText: source?.altText ?? '', original });
  if (source?.file) draft.files.push({ picture: id, ...source.file });
  if (inCopy)
    draft.blocks.push({
      id: draft.context.ids(),
      type: 'picture',
      pictureId: id,
    });
}
