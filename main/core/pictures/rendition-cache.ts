import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeRendition, type ScreenVariant, type ShownPicture } from './renditions.ts';

/** Renditions of kept pictures, each made once. */
export interface Renditions {
  /** @param original where the picture's file lies */
  get(sha256: string, variant: ScreenVariant, original: string): Promise<ShownPicture>;
}

const defaultLimit = 512 * 1024 * 1024;

/** A picture of 20 megapixels is tens of megabytes while it is scaled: a page that asks for hundreds waits its turn. */
const atOnce = 2;

/**
 * Keeps renditions in a folder by the hash of the picture's content, so that none goes out of date. The folder may be
 * deleted at any time, and holds no more than the limit: those not looked at for longest go first.
 */
export function createRenditions(options: {
  readonly folder: string;
  readonly limitBytes?: number;
  readonly make?: typeof makeRendition;
}): Renditions {
  const { folder, limitBytes = defaultLimit, make = makeRendition } = options;
  const making = new Map<string, Promise<ShownPicture>>();
  const waiting: (() => void)[] = [];
  let running = 0;
  /** Bytes in the folder; null before they were counted. */
  let held: number | null = null;

  async function get(sha256: string, variant: ScreenVariant, original: string): Promise<ShownPicture> {
    const path = join(folder, variant, sha256.slice(0, 2), `${sha256}.webp`);
    const known = await read(path);
    if (known) return known;
    const under = making.get(path);
    if (under) return under;
    const made = inTurn(() => make(original, variant));
    making.set(path, made);
    try {
      const rendition = await made;
      await keep(path, rendition.bytes).catch(() => undefined);
      return rendition;
    } finally {
      making.delete(path);
    }
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) await new Promise<void>(resolve => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The turn is handed on, or given back.
      if (next) next();
      else running -= 1;
    }
  }

  async function keep(path: string, bytes: Uint8Array): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${randomUUID()}`;
    await writeFile(temporary, bytes);
    await rename(temporary, path);
    held = held === null ? await count() : held + bytes.byteLength;
    if (held > limitBytes) held = await shrink();
  }

  async function count(): Promise<number> {
    return (await kept()).reduce((sum, each) => sum + each.size, 0);
  }

  /** Removes the oldest until a fifth is free, so that it is not done for each new one. */
  async function shrink(): Promise<number> {
    const files = (await kept()).toSorted((a, b) => a.used - b.used);
    let left = files.reduce((sum, each) => sum + each.size, 0);
    for (const { path, size } of files) {
      if (left <= limitBytes * 0.8) break;
      await rm(path, { force: true });
      left -= size;
    }
    return left;
  }

  async function kept(): Promise<{ readonly path: string; readonly size: number; readonly used: number }[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = [];
    for (const entry of entries.filter(each => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = await stat(path);
      files.push({ path, size, used: mtimeMs });
    }
    return files;
  }

  return { get };
}

/** A kept rendition, if it is whole: the folder is not synced, and a power cut may leave half of one. */
async function read(path: string): Promise<ShownPicture | null> {
  try {
    const bytes = await readFile(path);
    if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.readUInt32LE(4) + 8 !== bytes.length) return null;
    const now = new Date();
    await utimes(path, now, now);
    return { bytes: new Uint8Array(bytes), mediaType: 'image/webp' };
  } catch {
    return null;
  }
}
