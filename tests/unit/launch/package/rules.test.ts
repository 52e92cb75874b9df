import { describe, expect, it } from 'vitest';
import type { PackagedFile } from '../../../../main/launch/package/archive.ts';
import { fileProblems, type Packaged } from '../../../../main/launch/package/rules.ts';

const inside = (path: string): PackagedFile => ({ path, bytes: 1, unpacked: false, sealed: true });
const beside = (path: string): PackagedFile => ({ path, bytes: 1, unpacked: true, sealed: true });

const scripts = [
  'dist/main/cli/desktop.js',
  'dist/main/hosts/electron/preload.cjs',
  'dist/main/core/worker/entry.js',
  'dist/renderer/index.html',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/sharp/dist/index.cjs',
];
const sharpLibrary = 'node_modules/@img/sharp-linux-x64/lib/sharp.node';
const sqliteLibrary = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
const sound: Packaged = {
  files: [
    inside('package.json'),
    ...scripts.map(inside),
    beside(sharpLibrary),
    beside(sqliteLibrary),
    beside('node_modules/@img/sharp-libvips-linux-x64/lib/libvips-cpp.so.8.18'),
    beside('node_modules/exiftool-vendored.pl/bin/exiftool'),
    beside('node_modules/exiftool-vendored.pl/bin/lib/Image/ExifTool.pm'),
    beside('node_modules/exiftool-vendored.pl/bin/LICENSE'),
  ],
  walk: { reached: [...scripts, sharpLibrary], missing: [], external: ['electron'] },
  onlyTypes: new Set(),
  platform: 'linux',
  arch: 'x64',
};
const withFiles = (...files: readonly PackagedFile[]): Packaged => ({
  ...sound,
  files: [...sound.files, ...files],
});
const without = (path: string): Packaged => ({
  ...sound,
  files: sound.files.filter(file => file.path !== path),
});

describe('the packaged files', () => {
  it('are right where everything that is loaded is there, and nothing else', () => {
    expect(fileProblems(sound)).toEqual([]);
  });

  it('lack what the program loads', () => {
    const missing = [{ from: 'dist/main/cli/desktop.js', target: 'zod' }];
    expect(fileProblems({ ...sound, walk: { ...sound.walk, missing } })).toEqual([
      'dist/main/cli/desktop.js loads zod, which is not in the package.',
    ]);
  });

  it.each([['dist/main/core/old.js'], ['dist/renderer/assets/index.js.map']])(
    'hold %s, which nothing loads',
    path => {
      expect(fileProblems(withFiles(inside(path)))[0]).toContain(
        `${path} is in the package and never loaded`,
      );
    },
  );

  it('may hold a script in which types alone stood', () => {
    const path = 'dist/main/core/wire/format.js';
    expect(fileProblems({ ...withFiles(inside(path)), onlyTypes: new Set([path]) })).toEqual([]);
  });

  it('hold a package that nothing loads', () => {
    expect(fileProblems(withFiles(inside('node_modules/@lexical/link/index.js')))).toEqual([
      'node_modules/@lexical/link is in the package and never loaded: leave it out in electron-builder.yml.',
    ]);
  });

  it.each([
    'node_modules/sharp/dist/index.d.ts',
    'node_modules/sharp/test/a.js',
    'node_modules/sharp/README.md',
    'node_modules/sharp/dist/a.spec.js',
  ])('hold %s', path => {
    expect(fileProblems(withFiles(inside(path)))).toEqual([`${path} is nothing that a program loads.`]);
  });

  it('keep a library where the system cannot load it', () => {
    expect(fileProblems(withFiles(inside('node_modules/sharp/a.node')))).toEqual([
      'node_modules/sharp/a.node cannot be started or loaded from inside the archive.',
    ]);
  });

  it('leave a script unsealed', () => {
    expect(fileProblems(withFiles(beside('node_modules/sharp/dist/a.js')))[0]).toContain('without need');
    expect(fileProblems(withFiles({ ...inside('node_modules/sharp/a.js'), sealed: false }))).toEqual([
      'node_modules/sharp/a.js has no checksum in the archive.',
    ]);
  });

  it.each([
    'node_modules/exiftool-vendored.pl/bin/lib/Image/ExifTool.pm',
    sqliteLibrary,
    'dist/main/core/worker/entry.js',
  ])('lack %s, which is looked for by a name made at run time', path => {
    expect(fileProblems(without(path))).toEqual([`${path} is not in the package.`]);
  });

  it("lack sharp's library of this platform", () => {
    expect(fileProblems({ ...sound, arch: 'arm64' })).toEqual([
      'node_modules/better-sqlite3/prebuilds/linux-arm64.node is not in the package.',
      "sharp's library for linux-arm64 is not in the package.",
    ]);
  });
});
