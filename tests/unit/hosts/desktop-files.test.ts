import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolders, readFolders } from '../../../main/hosts/electron/folders.ts';
import { createOwnFiles } from '../../../main/hosts/electron/own-files.ts';
import { createTextFiles, safeName } from '../../../main/hosts/electron/text-files.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wd-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path);
  return path;
}

describe('the folders of dialogs', () => {
  const file = (): string => join(root, 'folders.json');
  const folders = () => createFolders(file(), () => '/usual');

  it('begin at the one that is named, else at the last of their kind, else at the usual one', () => {
    const [first, second] = [folder('first'), folder('second')];
    const dialogs = folders();
    expect(dialogs.startAt('export')).toBe('/usual');
    dialogs.keep('export', first);
    expect(dialogs.startAt('export')).toBe(first);
    expect(dialogs.startAt('export', second)).toBe(second);
    expect(dialogs.startAt('schemas')).toBe('/usual');
  });

  it('are remembered over a restart, as far as they are still there', () => {
    const [first, second] = [folder('first'), folder('second')];
    folders().keep('export', first);
    const again = folders();
    again.keep('pdf', second);
    expect(folders().startAt('export')).toBe(first);
    expect(folders().startAt('pdf')).toBe(second);
    rmSync(first, { recursive: true });
    expect(folders().startAt('export')).toBe('/usual');
  });

  it.each(['first', './first', '', 'package.json'])('take no name for a folder that is none: "%s"', name => {
    folder('first');
    expect(folders().startAt('export', name)).toBe('/usual');
    writeFileSync(join(root, 'file'), '');
    expect(folders().startAt('export', join(root, 'file'))).toBe('/usual');
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{"export":'],
    ['a list', '["/exports"]'],
    ['null', 'null'],
    ['a number for a path', '{"export": 7}'],
    ['a path that is not absolute', '{"export": "exports"}'],
    ['a path that is too long', JSON.stringify({ export: `/${'a'.repeat(4_000)}` })],
    ['a place that is none', '{"elsewhere": "/exports", "__proto__": {"export": "/exports"}}'],
    ['a file that is too large', `{"export": "/exports", "more": "${'a'.repeat(1024 * 1024)}"}`],
  ])('survive %s in their file', (_what, text) => {
    if (text !== null) writeFileSync(file(), text);
    expect([...readFolders(file())]).toEqual([]);
  });

  it('use what is right of a file that is not', () => {
    writeFileSync(file(), '{"export": "/exports", "schemas": [], "elsewhere": "/x"}');
    expect([...readFolders(file())]).toEqual([['export', '/exports']]);
  });

  it('go on where their file cannot be written', () => {
    const first = folder('first');
    const dialogs = createFolders(join(root, 'gone', 'folders.json'), () => '/usual');
    dialogs.keep('export', first);
    expect(dialogs.startAt('export')).toBe(first);
  });
});

describe('own files', () => {
  it('are those that were written, while they are there', () => {
    const own = createOwnFiles();
    const file = join(root, 'lock.xml');
    writeFileSync(file, '');
    expect(() => own.demand(file)).toThrow(expect.objectContaining({ code: 'forbidden' }));
    own.add(file);
    own.demand(file);
    for (const other of [`${root}/./lock.xml`, root, `${file}/`, ''])
      expect(() => own.demand(other)).toThrow(expect.objectContaining({ code: 'forbidden' }));
    rmSync(file);
    expect(() => own.demand(file)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('texts as files', () => {
  it('each have a place of their own, until they are cleared', async () => {
    const texts = createTextFiles(join(root, 'texts'));
    texts.clear();
    const [first, second] = [await texts.write('lock.txt', 'first'), await texts.write('lock.txt', 'second')];
    expect([first, second].map(path => basename(path))).toEqual(['lock.txt', 'lock.txt']);
    expect([first, second].map(path => readFileSync(path, 'utf8'))).toEqual(['first', 'second']);
    texts.clear();
    expect(existsSync(join(root, 'texts'))).toBe(false);
  });

  it.each([
    ['lock-v1-newsml-g2.xml', 'lock-v1-newsml-g2.xml'],
    ['../../lock.xml', 'lock.xml'],
    ['..\\lock.xml', 'lock.xml'],
    ['/etc/passwd', 'etc-passwd'],
    ['con.txt', '_con.txt'],
    ['.xml', 'story.xml'],
    ['..', 'story'],
    ['', 'story'],
    ['lock.xml\u0000.sh', 'lock.xml.sh'],
    ['قفل.txt', 'قفل.txt'],
    [`${'ö'.repeat(300)}.json`, `${'ö'.repeat(100)}.json`],
  ])('have a safe name: %j', (name, safe) => expect(safeName(name)).toBe(safe));

  it('lead nowhere, whatever they are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        const safe = safeName(name);
        expect(safe).toMatch(/^[^/\\:*?"<>|\p{Cc}]+$/u);
        expect(safe).not.toMatch(/^\.|\.$/);
        expect(Buffer.byteLength(safe)).toBeLessThan(255);
      }),
    );
  });
});
