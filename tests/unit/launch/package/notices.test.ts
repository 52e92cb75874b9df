import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PackagedFile } from '../../../../main/launch/package/archive.ts';
import { thirdPartyNotices } from '../../../../main/launch/package/notices.ts';
import { scratchFolder } from '../../../support/scratch-folder.ts';

const bundled = [{ name: 'quill', version: '1.0.0', identifier: 'MIT', text: 'The quill licence.' }];

function checkout(files: Readonly<Record<string, string>>): string {
  const folder = scratchFolder();
  const all = { 'dist/renderer/.vite/license.json': JSON.stringify(bundled), ...files };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const packaged = (...paths: readonly string[]): readonly PackagedFile[] =>
  paths.map(path => ({ path, bytes: 1, unpacked: false, sealed: true }));

describe('the notices of what is shipped', () => {
  it('name every package in the archive and in the window, once, by name, with its licence', async () => {
    const root = checkout({
      'node_modules/vellum/package.json': '{"name": "vellum", "version": "2.0.0", "license": "ISC"}',
      'node_modules/vellum/LICENSE': 'The vellum licence.',
      'node_modules/vellum/NOTICE': 'Made of calf.',
      'node_modules/@ink/black/package.json':
        '{"name": "@ink/black", "version": "3.1.0", "license": "BSD-3-Clause"}',
      'node_modules/@ink/black/README.md': 'Licences of what is in the ink.',
      'node_modules/pounce/package.json': '{"name": "pounce", "version": "1.0.0", "license": "MIT"}',
    });
    const text = await thirdPartyNotices(
      root,
      packaged(
        'dist/a.js',
        'node_modules/vellum/a.js',
        'node_modules/vellum/b.js',
        'node_modules/@ink/black/c.js',
      ),
    );
    const names = [...text.matchAll(/^-+\n(.+)\nLicence: (.+)$/gm)].map(match => `${match[1]}: ${match[2]}`);
    expect(names).toEqual(['@ink/black 3.1.0: BSD-3-Clause', 'quill 1.0.0: MIT', 'vellum 2.0.0: ISC']);
    expect(text).toContain('The vellum licence.\n\nMade of calf.');
    expect(text).toContain('Licences of what is in the ink.');
    expect(text).toContain('The quill licence.');
  });

  it('let nothing be shipped that has no licence', async () => {
    const root = checkout({ 'node_modules/vellum/package.json': '{"name": "vellum", "version": "2.0.0"}' });
    await expect(thirdPartyNotices(root, packaged('node_modules/vellum/a.js'))).rejects.toThrow(
      'vellum 2.0.0 does not say what its licence is.',
    );
  });
});
