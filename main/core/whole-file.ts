import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { WiredeskError } from '../contract/failure.ts';

/**
 * Writes a file below a folder whole or not at all: temporary name, sync, rename.
 * @param path relative to the folder, with forward slashes; may not leave it, by dots or by a link
 * @returns the absolute path written
 * @throws WiredeskError 'refused' where the path would leave the folder, 'disk' where the disk does not take it
 */
export async function writeWholeFile(folder: string, path: string, bytes: Uint8Array): Promise<string> {
  const target = join(folder, ...path.split('/'));
  if (!isInside(folder, target))
    throw new WiredeskError('refused', `"${path}" would be written outside ${folder}.`);
  try {
    await makeFolder(dirname(target));
    if (!isInside(await realpath(folder), join(await realpath(dirname(target)), 'x')))
      throw new WiredeskError('refused', `"${path}" would be written outside ${folder}, through a link.`);
    const temporary = `${target}.${randomUUID()}.part`;
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    if (error instanceof WiredeskError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new WiredeskError('disk', `${target} could not be written: ${reason}`, { cause: error });
  }
  return target;
}

/**
 * Makes a folder and those it lies in, each once: Node's own way asks for ever where a file system has no room for a
 * folder and says that its parent is not there, as /proc does.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (await isFolder(folder)) return;
    if (dirname(folder) === folder || (await isFolder(dirname(folder)))) throw error;
    await makeFolder(dirname(folder));
    // Someone else may have made it meanwhile.
    await mkdir(folder).catch(async failed => {
      if (!(await isFolder(folder))) throw failed;
    });
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
