import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../../main/launch/package/archive.ts';
import { scratchFolder } from '../../../support/scratch-folder.ts';

/** An archive as Electron reads it, with this header and content. */
function archive(files: object, content: string): string {
  const header = Buffer.from(JSON.stringify({ files }));
  const lengths = Buffer.alloc(16);
  const padded = Math.ceil(header.length / 4) * 4;
  lengths.writeUInt32LE(4, 0);
  lengths.writeUInt32LE(padded + 8, 4);
  lengths.writeUInt32LE(padded + 4, 8);
  lengths.writeUInt32LE(header.length, 12);
  const file = join(scratchFolder(), 'app.asar');
  const padding = Buffer.alloc(padded - header.length);
  writeFileSync(file, Buffer.concat([lengths, header, padding, Buffer.from(content)]));
  return file;
}

const sealed = { integrity: { hash: 'abc' } };

describe('an archive', () => {
  it('lists its files, in it and beside it', async () => {
    const file = archive(
      {
        'a.js': { size: 5, offset: '0', ...sealed },
        lib: { files: { 'b.node': { size: 3, unpacked: true }, 'c.js': { size: 2, offset: '5' } } },
      },
      'firstc.',
    );
    expect((await readArchive(file)).files).toEqual([
      { path: 'a.js', bytes: 5, unpacked: false, sealed: true },
      { path: 'lib/b.node', bytes: 3, unpacked: true, sealed: false },
      { path: 'lib/c.js', bytes: 2, unpacked: false, sealed: false },
    ]);
  });

  it('writes all of them into a folder', async () => {
    const file = archive(
      {
        'a.js': { size: 5, offset: '0' },
        lib: { files: { 'b.node': { size: 6, unpacked: true }, 'c.js': { size: 2, offset: '5' } } },
      },
      'firstc.',
    );
    mkdirSync(join(`${file}.unpacked`, 'lib'), { recursive: true });
    writeFileSync(join(`${file}.unpacked`, 'lib/b.node'), 'native');
    const folder = scratchFolder();
    await (await readArchive(file)).extract(folder);
    expect(['a.js', 'lib/b.node', 'lib/c.js'].map(name => readFileSync(join(folder, name), 'utf8'))).toEqual([
      'first',
      'native',
      'c.',
    ]);
  });

  it('refuses links', async () => {
    await expect(readArchive(archive({ 'a.js': { link: 'b.js' } }, ''))).rejects.toThrow('a link: a.js');
  });
});
