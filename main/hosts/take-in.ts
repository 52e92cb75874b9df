import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { createClient } from '../contract/rpc.ts';
import type { Core } from '../core/core.ts';
import { importFiles } from './import-files.ts';

/** What came of files that a host was started with, or was asked to open. */
export interface TakenIn {
  /** The first story that came of them; null where there is none. */
  readonly story: string | null;
  /** The files that a story came of. */
  readonly files: readonly string[];
  /** What did not come in, and why: a line for each, for whoever gave the files. Empty where all did. */
  readonly failures: string;
}

/** Takes files in like those that are imported in a window. Never throws: what is wrong with a file is in the result. */
export async function takeIn(core: Pick<Core, 'connect'>, files: readonly string[]): Promise<TakenIn> {
  const connection = core.connect(() => undefined);
  const client = createClient((method, input) => connection.dispatch(method, input));
  const { stories, failed } = await importFiles(client, files, { session: randomUUID() });
  connection.close();
  return {
    story: stories[0]?.id ?? null,
    files: [...new Set(stories.map(({ file }) => file))],
    failures: failed.map(({ file, message }) => saying(basename(file), message)).join('\n'),
  };
}

/** What is wrong with a file, with its name where the words do not have it. */
function saying(name: string, message: string): string {
  return message.includes(name) ? message : `${name}: ${message}`;
}

/** The files among a program's arguments: switches are Electron's, and what is no switch is a file. */
export function filesIn(args: readonly string[], folder: string): readonly string[] {
  return args.filter(arg => !arg.startsWith('-')).map(arg => resolve(folder, arg));
}
