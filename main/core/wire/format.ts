import type { z } from 'zod';
import type { BlockType } from '../../contract/body.ts';
import type { Problem } from '../../contract/failure.ts';
import type { Picture, PictureFile } from '../../contract/picture.ts';
import type { FieldName, NewStory, Story } from '../../contract/story.ts';

/** Everything a writer may know beside the story: writers are pure, so the same input gives the same bytes. */
export interface WriteContext {
  /** The moment of writing. */
  readonly now: Date;
  /** The house that sends. */
  readonly provider: { readonly name: string; readonly domain: string };
  /** The name that story file and media folder are built from; safe as a file name. */
  readonly baseName: string;
  /** Where the picture's file will lie, relative to the story file ('media/…'); null where there is no file. */
  readonly mediaPath: (picture: Picture) => string | null;
  /** The size in bytes of that file as it will be written, with its embedded metadata. */
  readonly mediaBytes: (picture: Picture) => number;
  /** The bytes of that file, for formats that hold their pictures in themselves; null where there is no file. */
  readonly mediaFile: (picture: Picture) => Uint8Array | null;
}

/** One file of an export: `path` is relative to the export folder, with forward slashes. */
export interface WireFile {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Written {
  readonly files: readonly WireFile[];
  readonly problems: readonly Problem[];
}

export interface ReadContext {
  readonly fileName: string;
  /** Makes an identifier for a block or a picture. */
  readonly ids: () => string;
  readonly now: Date;
}

/** Where a wire file says that a picture's own file lies: a relative path, an address or a bare name. */
export interface MediaReference {
  /** The picture's identifier. */
  readonly picture: string;
  readonly href: string;
  /**
   * What the file is and was called, where the story says all that is written in it: nothing is read into the story
   * from the very file that left with it.
   */
  readonly known?: Pick<PictureFile, 'sha256' | 'name'>;
}

export interface ReadStory {
  readonly story: NewStory;
  /** Everything that had to be repaired, guessed or left out, in words. */
  readonly problems: readonly Problem[];
  readonly media: readonly MediaReference[];
}

/** Where a story field goes in a format, in words for the format's page; 'omitted' is a decision, not a gap. */
export type FieldPlaces = Readonly<Record<FieldName, string>>;

/** Where a kind of block of the copy goes in a format, in words for the format's page; notes never leave. */
export type BlockPlaces = Readonly<Record<Exclude<BlockType, 'note'>, string>> & { readonly note: 'omitted' };

/** A wire format: a plain object in the one list of `formats.ts`. */
export interface WireFormat<Options extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly label: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly options: Options;
  readonly fields: FieldPlaces;
  readonly blocks: BlockPlaces;
  /** What a story must have to leave in this format; without it a story is refused. */
  readonly required?: readonly (FieldName | 'body')[];
  /** The official schema of what `write` makes, relative to the folder of schemas that Settings name. */
  readonly schema?: string;
  /** What a file of `write` breaks of rules that no schema holds: lines, columns, control characters. */
  readonly grammar?: (bytes: Uint8Array) => readonly Problem[];
  /** What only this format finds wanting in a story: lengths, characters, identities it cannot carry. */
  readonly check?: (story: Story) => readonly Problem[];
  /**
   * A file of lines of plain text: no marks, and white space where lines break. `characters: 'ascii'` is one that
   * holds 7-bit characters only; words in other scripts leave as they can be written in it.
   */
  readonly plain?: { readonly characters: 'ascii' | 'unicode' };
  /** Whether the story file itself holds its pictures: only then `mediaFile` has bytes. */
  readonly holdsPictures?: boolean;
  /**
   * A method, not a property, so that formats with different options stand in one list; the caller parses
   * options with this format's own `options` before it writes.
   * @throws never: what cannot be written is a problem of severity 'error' and no file
   */
  write?(story: Story, options: z.output<Options>, context: WriteContext): Written;
  /**
   * Files of this format are documents that anyone may have made, in any shape: intake reads them
   * (`intake/read.ts`), those of `write` among them. Such a format has no `recognise` and no `read`.
   */
  readonly readBy?: 'intake';
  /**
   * Whether a file is of this format, by the first 64 KB of it as text. Quick and certain: a word that another
   * format's files may hold as well does not count.
   */
  recognise?(head: string): boolean;
  /**
   * Lenient: order, missing namespaces and broken values are no reason to refuse; what is repaired is told.
   * @throws WiredeskError 'unreadable' where the bytes are not of this format, 'unsupported' where they are of it
   * but hold no story, 'too-large' beyond a limit
   */
  read?(bytes: Uint8Array, context: ReadContext): readonly ReadStory[];
}
