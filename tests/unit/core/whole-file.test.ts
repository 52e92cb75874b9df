import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWholeFile } from '../../../main/core/whole-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wiredesk-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = new TextEncoder().encode('words');

describe('a whole file', () => {
  it('lands below the folder and leaves nothing else', async () => {
    const path = await writeWholeFile(join(folder, 'out'), 'media/a.txt', bytes);
    expect(readFileSync(path, 'utf8')).toBe('words');
    expect(readdirSync(join(folder, 'out/media'))).toEqual(['a.txt']);
  });

  it.runIf(process.platform === 'linux').each(['/proc/nowhere', '/proc/nowhere/deep', '/dev/null/x'])(
    'is refused at once where no folder can be: %s',
    async place => {
      await expect(writeWholeFile(place, 'a.txt', bytes)).rejects.toMatchObject({ code: 'disk' });
    },
  );

  it.each(['../a.txt', 'media/../../a.txt', '..', '.', 'a/../..'])(
    'never leaves the folder: %s',
    async path => {
      await expect(writeWholeFile(join(folder, 'out'), path, bytes)).rejects.toMatchObject({
        code: 'refused',
      });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('does not follow a link out of the folder', async () => {
    const out = join(folder, 'out');
    await writeWholeFile(out, 'first.txt', bytes);
    const elsewhere = mkdtempSync(join(tmpdir(), 'wiredesk-elsewhere-'));
    symlinkSync(elsewhere, join(out, 'media'));
    await expect(writeWholeFile(out, 'media/a.txt', bytes)).rejects.toMatchObject({ code: 'refused' });
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  it('says so where the disk does not take it', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(writeWholeFile(join(folder, 'file'), 'a.txt', bytes)).rejects.toMatchObject({
      code: 'disk',
    });
  });
});
