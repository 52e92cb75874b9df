import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maximumFileBytes } from '../../../main/contract/methods.ts';
import { filesIn, takeIn } from '../../../main/hosts/take-in.ts';
import { createFakeCore } from '../../contract/fake-core.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wd-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, 'words');
  return path;
}

describe('files of a start', () => {
  it('are the arguments that are no switches', () => {
    expect(filesIn(['--inspect=0', 'a.xml', '-v', '/b/c.txt'], '/home')).toEqual([
      resolve('/home/a.xml'),
      resolve('/b/c.txt'),
    ]);
  });

  it('are taken in one by one; the first story is told, and the files that stories came of', async () => {
    const core = createFakeCore();
    const files = [file('words.txt'), file('story-a.txt'), file('story-b.txt')];
    expect(await takeIn(core, files)).toEqual({
      story: 'id of story-a.txt',
      files: files.slice(1),
      failures: '',
    });
    expect(core.log).toEqual(['import words.txt', 'import story-a.txt', 'import story-b.txt']);
    expect(core.connections()).toBe(0);
  });

  it('that cannot be taken in stop none, and each has its sentence', async () => {
    const core = createFakeCore();
    mkdirSync(join(folder, 'drawer'));
    const large = file('large.xml');
    truncateSync(large, maximumFileBytes + 1);
    const files = [
      join(folder, 'drawer'),
      join(folder, 'gone.txt'),
      large,
      file('bad-a.txt'),
      file('story-a.txt'),
    ];
    const { story, failures } = await takeIn(core, files);
    expect(story).toBe('id of story-a.txt');
    expect(failures.split('\n')).toEqual([
      expect.stringMatching(/^[^:]*drawer is a folder\./),
      expect.stringMatching(/^There is no file .*gone\.txt\.$/),
      expect.stringMatching(/^[^:]*large\.xml has .* are not read\.$/),
      'bad-a.txt: No story.',
    ]);
    // What is too large is not even read.
    expect(core.log).toEqual(['import bad-a.txt', 'import story-a.txt']);
  });
});
