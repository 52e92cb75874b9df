import { basename, resolve } from 'node:path';
import { toFailure } from '../contract/failure.ts';
import type { ImportResult, InputFile } from '../contract/methods.ts';
import type { Client } from '../contract/rpc.ts';
import { readInput } from './input.ts';
import { isPictureName, picturesBeside } from './pictures-beside.ts';

/**
 * Takes in one file after the other: each is a call of its own, so memory is bounded and one failure stops nothing.
 * @param options.onFile called before each with the number of those that are done
 * @returns the stories and the failures, each with the path that it came from
 */
export async function importFiles(
  client: Client,
  files: readonly string[],
  options: {
    readonly session: string;
    readonly format?: string | null;
    readonly onFile?: (done: number) => void;
  },
): Promise<ImportResult> {
  const { session, format = null, onFile = () => undefined } = options;
  const stories: ImportResult['stories'][number][] = [];
  const failed: ImportResult['failed'][number][] = [];
  const offered = new Set<string>();
  // Pictures last: by then it is known which of them a story has taken with it.
  const ordered = files.toSorted((a, b) => Number(isPictureName(a)) - Number(isPictureName(b)));
  for (const [index, path] of ordered.entries()) {
    onFile(index);
    if (offered.has(resolve(path))) continue;
    try {
      const bytes = await readInput(path);
      const beside = path === '-' ? [] : await picturesBeside(path, bytes);
      for (const each of beside) offered.add(each);
      const result = await client.call('intake.import', {
        files: [inputFile(path, bytes)],
        beside: await Promise.all(beside.map(async each => inputFile(each, await readInput(each)))),
        format,
        session,
        job: `${session}:${index}`,
      });
      stories.push(...result.stories.map(each => ({ ...each, file: path })));
      failed.push(...result.failed.map(each => ({ ...each, file: path })));
    } catch (error) {
      const { code, message } = toFailure(error);
      failed.push({ file: path, code, message });
    }
  }
  return { stories, failed };
}

function inputFile(path: string, bytes: Buffer): InputFile {
  return { name: path === '-' ? 'standard input' : basename(path), data: bytes.toString('base64') };
}
