import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRenditions } from '../../../../main/core/pictures/rendition-cache.ts';
import { temporaryFolder } from '../../../support/store.ts';

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

/** What begins and counts as a WebP file does. */
function webp(size: number): Uint8Array {
  const bytes = Buffer.alloc(size);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(size - 8, 4);
  return new Uint8Array(bytes);
}

const hash = (letter: string): string => letter.repeat(64);
const kept = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name));

describe('renditions', () => {
  it('are made once for a picture, however often and by however many they are asked for', async () => {
    let made = 0;
    const make = async () => {
      made += 1;
      return { bytes: webp(100), mediaType: 'image/webp' };
    };
    const { get } = createRenditions({ folder, make });
    const all = await Promise.all(Array.from({ length: 5 }, () => get(hash('a'), 'thumbnail', 'file')));
    await get(hash('a'), 'thumbnail', 'file');
    await createRenditions({ folder, make }).get(hash('a'), 'thumbnail', 'file');
    expect(made).toBe(1);
    expect(new Set(all.map(each => each.bytes.byteLength))).toEqual(new Set([100]));
    await get(hash('a'), 'preview', 'file');
    expect(made).toBe(2);
  });

  it('are made two at a time', async () => {
    let [running, most] = [0, 0];
    const { promise: two, resolve } = Promise.withResolvers<void>();
    const { get } = createRenditions({
      folder,
      async make() {
        running += 1;
        most = Math.max(most, running);
        if (running === 2) resolve();
        await two;
        running -= 1;
        return { bytes: webp(20), mediaType: 'image/webp' };
      },
    });
    await Promise.all([...'abcdef0123'].map(letter => get(hash(letter), 'thumbnail', 'file')));
    expect(most).toBe(2);
  });

  it('take no more room than they may: the ones not looked at for longest go', async () => {
    const { get } = createRenditions({
      folder,
      limitBytes: 1_000,
      make: async () => ({ bytes: webp(300), mediaType: 'image/webp' }),
    });
    for (const [index, letter] of [...'abc'].entries()) {
      await get(hash(letter), 'thumbnail', 'file');
      const [path] = kept().filter(each => each.includes(hash(letter)));
      utimesSync(path ?? '', 1_000 + index, 1_000 + index);
    }
    // Looked at again: it is not the oldest any more.
    await get(hash('a'), 'thumbnail', 'file');
    await get(hash('d'), 'thumbnail', 'file');
    expect(kept().reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThanOrEqual(800);
    expect(kept().some(each => each.includes(hash('a')))).toBe(true);
    expect(kept().some(each => each.includes(hash('b')))).toBe(false);
  });

  it('that were cut off by a power cut are made again, and a failure is not kept', async () => {
    let fail = true;
    const { get } = createRenditions({
      folder,
      async make() {
        if (fail) throw new Error('no pixels');
        return { bytes: webp(50), mediaType: 'image/webp' };
      },
    });
    await expect(get(hash('a'), 'thumbnail', 'file')).rejects.toThrow('no pixels');
    fail = false;
    const path = join(folder, 'thumbnail', 'aa', `${hash('a')}.webp`);
    mkdirSync(join(folder, 'thumbnail', 'aa'), { recursive: true });
    writeFileSync(path, webp(50).subarray(0, 20));
    expect((await get(hash('a'), 'thumbnail', 'file')).bytes.byteLength).toBe(50);
    expect(statSync(path).size).toBe(50);
  });
});
