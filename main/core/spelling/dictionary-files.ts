import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { DictionaryInfo } from '../../contract/spelling.ts';

/** A dictionary is two files of one name: the affix rules (.aff) and the words (.dic). */
export interface DictionaryFiles extends DictionaryInfo {
  readonly affixFile: string;
}

/** Folders with more than this are no folders of dictionaries. */
const mostEntries = 2_000;

/** The folders where the systems and LibreOffice keep Hunspell dictionaries. */
export function systemFolders(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): readonly string[] {
  if (platform === 'darwin')
    return [
      join(home, 'Library/Spelling'),
      '/Library/Spelling',
      '/Applications/LibreOffice.app/Contents/Resources/extensions',
    ];
  if (platform === 'win32') {
    const programs = environment.ProgramFiles ?? 'C:\\Program Files';
    return [join(programs, 'LibreOffice', 'share', 'extensions')];
  }
  return [
    '/usr/share/hunspell',
    join(environment.XDG_DATA_HOME ?? join(home, '.local/share'), 'hunspell'),
    '/usr/share/myspell/dicts',
    '/usr/share/myspell',
    '/usr/lib/libreoffice/share/extensions',
    '/usr/lib64/libreoffice/share/extensions',
    '/opt/libreoffice/share/extensions',
  ];
}

/**
 * The dictionaries in folders and in the folders directly below them, where LibreOffice has its `dict-en` and others
 * an `en-GB/index.dic`. The first of a language and name wins; hyphenation patterns and thesauri are passed over.
 */
export async function findDictionaries(folders: readonly string[]): Promise<readonly DictionaryFiles[]> {
  const found = new Map<string, DictionaryFiles>();
  for (const folder of folders) {
    const entries = await entriesOf(folder);
    const below = entries.filter(entry => entry.isDirectory()).map(entry => join(folder, entry.name));
    for (const place of [folder, ...below]) {
      const names = (place === folder ? entries : await entriesOf(place)).map(entry => entry.name);
      for (const dictionary of pairs(place, names))
        if (!found.has(dictionary.language)) found.set(dictionary.language, dictionary);
    }
  }
  return [...found.values()].sort((a, b) => (a.language < b.language ? -1 : 1));
}

function pairs(folder: string, names: readonly string[]): readonly DictionaryFiles[] {
  const all = new Set(names);
  return names
    .filter(name => name.endsWith('.dic') && all.has(`${name.slice(0, -4)}.aff`))
    .sort()
    .flatMap(name => {
      const base = name.slice(0, -4);
      const language = languageOf(base === 'index' ? basename(folder) : base);
      return language === null
        ? []
        : [{ language, file: join(folder, name), affixFile: join(folder, `${base}.aff`) }];
    });
}

/** 'en_GB' is en-GB; what a tag cannot have ('nl_NL-2.0') is left off from its end. */
function languageOf(name: string): string | null {
  const parts = name.split(/[-_]/u);
  for (let length = parts.length; length > 0; length -= 1) {
    const tag = parts.slice(0, length).join('-');
    if (!/^[a-z]{2,3}(-|$)/iu.test(tag)) return null;
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? null;
    } catch {
      // Not a tag in all its length: a shorter one may be.
    }
  }
  return null;
}

async function entriesOf(folder: string): ReturnType<typeof readEntries> {
  try {
    const entries = await readEntries(folder);
    return entries.length > mostEntries ? [] : entries;
  } catch {
    return [];
  }
}

function readEntries(folder: string) {
  return readdir(folder, { withFileTypes: true });
}

/** Names a dictionary as it is now: another content of its files is another key. */
export async function dictionaryKey({ affixFile, file }: DictionaryFiles): Promise<string> {
  const states = await Promise.all([affixFile, file].map(path => stat(path)));
  return [file, ...states.map(({ size, mtimeMs }) => `${size} ${mtimeMs}`)].join('\n');
}
