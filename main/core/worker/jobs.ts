import { randomUUID } from 'node:crypto';
import type { Problem } from '../../contract/failure.ts';
import type { TextRange } from '../../contract/spelling.ts';
import { type Intake, type IntakeContext, readClipboard, readFile } from '../intake/read.ts';
import { parseCaption } from '../pictures/caption/parse.ts';
import { misspelt, suggestions } from '../spelling/check.ts';
import { type ShelfEntry, spellerOf } from '../spelling/shelf.ts';
import type { Written } from '../wire/format.ts';
import { formats } from '../wire/formats.ts';
import { validateFile } from '../wire/validate.ts';
import { type WriteRequest, writeStory } from '../wire/write-story.ts';

interface SpellingJob {
  readonly dictionary: ShelfEntry;
  /** House words and names. */
  readonly allowed: readonly string[];
  readonly language: string;
}

/** The heavy jobs: what takes long, or takes apart what may be hostile. Input and output are plain data. */
export const jobs = {
  validate: (input: {
    readonly bytes: Uint8Array;
    readonly format: string;
    readonly schemaFolder: string;
  }): Promise<readonly Problem[]> => validateFile(input.bytes, input.format, input.schemaFolder),
  'read-file': (input: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly format: string | null;
  }): Promise<Intake> => readFile(input, readContext()),
  'read-clipboard': (input: { readonly html: string; readonly text: string }): Promise<Intake> =>
    Promise.resolve(readClipboard(input, readContext())),
  'spelling-check': async (
    input: SpellingJob & { readonly texts: readonly string[] },
  ): Promise<readonly (readonly TextRange[])[]> =>
    misspelt(await spellerOf(input.dictionary), input.allowed, input.language, input.texts),
  'spelling-suggest': async (input: SpellingJob & { readonly word: string }): Promise<readonly string[]> =>
    suggestions(await spellerOf(input.dictionary), input.allowed, input.language, input.word),
  write: (request: WriteRequest): Promise<Written> => Promise.resolve(writeStory(request)),
} as const;

function readContext(): IntakeContext {
  return { ids: randomUUID, parseCaption, now: new Date(), readers: formats };
}

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;
