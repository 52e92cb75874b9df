import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { WiredeskError } from '../contract/failure.ts';
import { maximumFileBytes } from '../contract/methods.ts';

/**
 * A file's bytes; `-` is standard input.
 * @throws WiredeskError 'unreadable' or 'too-large' naming the file
 */
export async function readInput(file: string): Promise<Buffer> {
  if (file === '-') return buffer(process.stdin);
  try {
    const found = await stat(file);
    if (found.isDirectory())
      throw new WiredeskError('unreadable', `${file} is a folder. Name the files in it.`);
    const { size } = found;
    if (size > maximumFileBytes)
      throw new WiredeskError(
        'too-large',
        `${file} has ${size} bytes; files of more than ${maximumFileBytes} are not read.`,
      );
    return await readFile(file);
  } catch (error) {
    if (error instanceof WiredeskError) throw error;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new WiredeskError('unreadable', `There is no file ${file}.`);
    throw new WiredeskError(
      'unreadable',
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
