import type { z } from 'zod';
import type { Problem } from '../../contract/failure.ts';
import type { Picture } from '../../contract/picture.ts';
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

export interface ReadStories {
  readonly stories: readonly NewStory[];
  readonly problems: readonly Problem[];
}

/** Where a story field goes in a format, in words for the format's page; 'omitted' is a decision, not a gap. */
export type FieldPlaces = Readonly<Record<FieldName, string>>;

/** A wire format: a plain object in the one list of `formats.ts`. */
export interface WireFormat<Options extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly label: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly options: Options;
  readonly fields: FieldPlaces;
  /** @throws never: what cannot be written is a problem of severity 'error' and no file */
  readonly write?: (story: Story, options: z.output<Options>, context: WriteContext) => Written;
  /** @throws WiredeskError('unreadable') where the bytes are not of this format */
  readonly read?: (bytes: Uint8Array, context: ReadContext) => ReadStories;
}
