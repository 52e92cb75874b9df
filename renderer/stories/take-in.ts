import type { ImportResult } from '../../main/contract/methods.ts';
import type { Client } from '../../main/contract/rpc.ts';
import { inputFile } from '../ui/files.ts';
import { failureWords } from '../ui/words.ts';

export interface TakingIn {
  readonly client: Client;
  readonly session: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: {
    readonly done: number;
    readonly total: number;
    readonly label: string;
  }) => void;
  /** What became of the files so far, call by call. */
  readonly onResult: (result: ImportResult) => void;
}

const pictureName = /\.(?:jpe?g|png|tiff?|webp|heic|avif|gif)$/i;
/** Larger files are documents with pictures in them: they mention no file beside them. */
const largestMention = 8_000_000;

/**
 * Takes files in one after the other, so that thousands need no more memory than one. A picture that a wire file
 * mentions by name goes with that file; every other picture is a story of its own.
 */
export async function takeIn(files: readonly File[], taking: TakingIn): Promise<void> {
  const pictures = new Set(files.filter(file => pictureName.test(file.name)));
  const ordered = [...files.filter(file => !pictures.has(file)), ...pictures];
  for (const [done, file] of ordered.entries()) {
    if (taking.signal.aborted) return;
    taking.onProgress({ done, total: ordered.length, label: file.name });
    if (pictureName.test(file.name) && !pictures.has(file)) continue;
    const beside = pictureName.test(file.name) ? [] : await mentioned(file, pictures);
    for (const picture of beside) pictures.delete(picture);
    taking.onResult(await takeOne(file, beside, taking));
  }
  taking.onProgress({ done: ordered.length, total: ordered.length, label: '' });
}

async function mentioned(file: File, pictures: ReadonlySet<File>): Promise<readonly File[]> {
  if (pictures.size === 0 || file.size > largestMention) return [];
  const text = await file.text();
  return [...pictures].filter(
    picture => text.includes(picture.name) || text.includes(encodeURIComponent(picture.name)),
  );
}

async function takeOne(
  file: File,
  beside: readonly File[],
  { client, session, signal }: TakingIn,
): Promise<ImportResult> {
  const job = crypto.randomUUID();
  const cancel = (): void => void client.call('jobs.cancel', { job });
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await client.call('intake.import', {
      files: [await inputFile(file)],
      beside: await Promise.all(beside.map(inputFile)),
      session,
      job,
    });
  } catch (error) {
    const message = `${file.name}: ${failureWords(error)}`;
    return { stories: [], failed: [{ file: file.name, code: 'failed', message }] };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
