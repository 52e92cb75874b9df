import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Electron's fuses in the order of their places in its binary: a name of electron-builder's where it sets one. What
 * a place holds before is what Electron ships.
 */
const wire: readonly { readonly fuse: string | null; readonly shipped: boolean }[] = [
  { fuse: 'runAsNode', shipped: true },
  { fuse: 'enableCookieEncryption', shipped: false },
  { fuse: 'enableNodeOptionsEnvironmentVariable', shipped: true },
  { fuse: 'enableNodeCliInspectArguments', shipped: true },
  { fuse: 'enableEmbeddedAsarIntegrityValidation', shipped: false },
  { fuse: 'onlyLoadAppFromAsar', shipped: false },
  { fuse: 'loadBrowserProcessSpecificV8Snapshot', shipped: false },
  { fuse: 'grantFileProtocolExtraPrivileges', shipped: true },
  // WebAssembly's trap handlers: a matter of speed, left as it is.
  { fuse: null, shipped: true },
];

/** The mark in Electron's binary that its fuses stand behind, after a byte of version and one of length. */
const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const on = '1'.charCodeAt(0);

/**
 * Makes a folder that electron-builder takes for Electron's distribution for Linux, with everything that packaging
 * touches and nothing that runs. A program packaged with it is complete but for Electron itself.
 */
export async function makeStandIn(folder: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'));
  const fuses = Buffer.from(wire.map(({ shipped }) => (shipped ? '1' : '0')).join(''));
  const binary = join(folder, 'electron');
  await writeFile(binary, Buffer.concat([mark, Buffer.from([1, fuses.length]), fuses]));
  await chmod(binary, 0o755);
  // Electron's own page, which must not be in a package, and its licence, which must.
  await writeFile(join(folder, 'resources/default_app.asar'), '');
  await writeFile(join(folder, 'LICENSE'), 'The licence of Electron stands here.\n');
}

/** @returns the state of each fuse in a packaged binary, by electron-builder's name */
export async function readFuses(binary: string): Promise<Readonly<Record<string, boolean>>> {
  const bytes = await readFile(binary);
  const start = bytes.indexOf(mark) + mark.length + 2;
  return Object.fromEntries(
    wire.flatMap(({ fuse }, place) => (fuse === null ? [] : [[fuse, bytes[start + place] === on]])),
  );
}
