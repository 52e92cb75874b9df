import { access, glob, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PackagedFile } from './archive.ts';
import { packageFolder } from './package-folder.ts';

/** A package of others that is shipped, and what its authors ask to be passed on with it. */
interface Notice {
  readonly name: string;
  readonly version: string;
  /** SPDX, as its package.json has it. */
  readonly licence: string;
  readonly text: string;
}

const rule = '-'.repeat(80);

/**
 * The licences of everything that is shipped beside Electron: of the packages in the archive, and of those that the
 * window's bundle was made from.
 * @param root the checkout that the archive was made from
 * @returns a text, sorted by name
 * @throws where a package says nothing of its licence: it may not be shipped
 */
export async function thirdPartyNotices(root: string, files: readonly PackagedFile[]): Promise<string> {
  const folders = new Set(files.flatMap(({ path }) => packageFolder(path) ?? []));
  const loaded = await Promise.all(
    [...folders].map(async folder => noticeOf(await installedFolder(root, folder))),
  );
  const bundled = await bundledNotices(root);
  const notices = new Map([...loaded, ...bundled].map(each => [`${each.name} ${each.version}`, each]));
  const sorted = [...notices].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
  return [
    'Wiredesk contains the following packages of others, under the licences that follow each.',
    'Electron and Chromium state theirs in LICENSE.electron.txt and LICENSES.chromium.html.',
    ...sorted.map(
      ({ name, version, licence, text }) => `${rule}\n${name} ${version}\nLicence: ${licence}\n\n${text}`,
    ),
  ].join('\n\n');
}

/**
 * Where a package of the archive is installed: electron-builder lifts one that npm put below the package that needs
 * it to the top, where nothing else has its name.
 */
async function installedFolder(root: string, folder: string): Promise<string> {
  const at = join(root, folder);
  if (await isPackage(at)) return at;
  const name = folder.slice(folder.lastIndexOf('node_modules/'));
  const manifests: string[] = [];
  for await (const each of glob(`node_modules/**/${name}/package.json`, { cwd: root })) manifests.push(each);
  const [found] = manifests.toSorted();
  if (found === undefined) throw new Error(`${folder} is in the archive, but is installed nowhere.`);
  return dirname(join(root, found));
}

async function isPackage(folder: string): Promise<boolean> {
  return access(join(folder, 'package.json')).then(
    () => true,
    () => false,
  );
}

async function noticeOf(folder: string): Promise<Notice> {
  const found: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, licence } = identify(found);
  if (licence === '') throw new Error(`${name} ${version} does not say what its licence is.`);
  const names = (await readdir(folder)).toSorted();
  const texts = names.filter(each => /^(licen[cs]e|copying|notice)/i.test(each));
  // libvips' package keeps the licences of the libraries that are linked into it in its page.
  const sources = texts.length > 0 ? texts : names.filter(each => /^readme/i.test(each));
  const read = await Promise.all(sources.map(each => readFile(join(folder, each), 'utf8')));
  return { name, version, licence, text: read.map(each => each.trim()).join('\n\n') };
}

/** Vite's own account of what went into the window's bundle. */
async function bundledNotices(root: string): Promise<Notice[]> {
  const found: unknown = JSON.parse(await readFile(join(root, 'dist/renderer/.vite/license.json'), 'utf8'));
  if (!Array.isArray(found)) throw new Error('There is no list of the packages in the window.');
  return found.map((each: unknown) => {
    const { name, version, licence } = identify(each);
    if (licence === '') throw new Error(`${name} ${version} does not say what its licence is.`);
    return { name, version, licence, text: textIn(each, 'text') };
  });
}

function identify(value: unknown): Omit<Notice, 'text'> {
  return {
    name: textIn(value, 'name'),
    version: textIn(value, 'version'),
    // Vite calls it an identifier.
    licence: textIn(value, 'license') || textIn(value, 'identifier'),
  };
}

function textIn(value: unknown, key: string): string {
  const found = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const text = found.find(([name]) => name === key)?.[1];
  return typeof text === 'string' ? text : '';
}
