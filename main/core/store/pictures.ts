import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WiredeskError } from '../../contract/failure.ts';
import type { PictureFile } from '../../contract/picture.ts';
import type { Store } from './open.ts';
import { firstRow, guarded, integer, run, sql, storeError, text } from './sql.ts';

/**
 * Keeps a picture file by its content: the same bytes are kept once, and on the disk when this resolves.
 * @throws WiredeskError 'disk'
 */
export async function putPictureFile(store: Store, file: PictureFile, bytes: Uint8Array): Promise<void> {
  const path = picturePath(store, file.sha256);
  if (!existsSync(path))
    await writePicture(path, bytes).catch(error => {
      throw storeError(error);
    });
  run(
    store.database,
    sql`INSERT INTO picture_files (sha256, media_type, bytes, width, height, name, created)
      VALUES (${file.sha256}, ${file.mediaType}, ${file.bytes}, ${file.width}, ${file.height}, ${file.name},
        ${store.clock.now().toISOString()}) ON CONFLICT (sha256) DO NOTHING`,
  );
}

/** What is known of a kept picture file; null where there is none. */
export function pictureFileInfo(store: Store, sha256: string): PictureFile | null {
  return firstRow(store.database, sql`SELECT * FROM picture_files WHERE sha256 = ${sha256}`, row => ({
    sha256: text(row, 'sha256'),
    mediaType: text(row, 'media_type'),
    bytes: integer(row, 'bytes'),
    width: integer(row, 'width'),
    height: integer(row, 'height'),
    name: text(row, 'name'),
  }));
}

/** @throws WiredeskError 'store-damaged' where the file is gone */
export function readPictureFile(store: Store, sha256: string): Buffer {
  const path = picturePath(store, sha256);
  if (!/^[0-9a-f]{64}$/.test(sha256) || !existsSync(path))
    throw new WiredeskError(
      'store-damaged',
      `The file of a picture is not in the store any more (${sha256.slice(0, 12)}…).`,
    );
  return guarded(() => readFileSync(path));
}

/** Where a picture file lies, by its hash. */
export function picturePath(store: Pick<Store, 'directory'>, sha256: string): string {
  return join(store.directory, 'pictures', sha256.slice(0, 2), sha256);
}

/** Off this thread: a picture's bytes take longer to reach the disk than a keystroke may wait. */
async function writePicture(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Two windows may bring the same picture at once.
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      // One write may take only a part of the bytes, on a disk that is nearly full; this asks until all are taken.
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** A new name in a folder is on the disk only when the folder is; Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
