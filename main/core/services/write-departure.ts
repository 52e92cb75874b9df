import { createHash } from 'node:crypto';
import type { WrittenFile } from '../../contract/wire.ts';
import { writeWholeFile } from '../whole-file.ts';
import type { ServiceContext } from './context.ts';
import type { Departure } from './departure.ts';

/**
 * Writes what leaves below a folder, each file whole or not at all. Pictures first: a receiver that sees the story
 * finds what it refers to.
 * @returns the files with their absolute paths, the story file first
 */
export async function writeDeparture(
  { wrote }: ServiceContext,
  departure: Departure,
  folder: string,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const file of [...departure.files].reverse()) {
    const path = await writeWholeFile(folder, file.path, file.bytes);
    wrote(path);
    written.unshift({
      path,
      bytes: file.bytes.byteLength,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      mediaType: file.mediaType,
      story: departure.story.id,
    });
  }
  return written;
}
