import { cp, mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file of the packaged program. */
export interface PackagedFile {
  /** From the program's root, with slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Whether it lies beside the archive, where a program can be started and a library loaded. */
  readonly unpacked: boolean;
  /** Whether the archive says what its content must be. */
  readonly sealed: boolean;
}

/** An `app.asar` that has been opened: its files in the archive's own order. */
export interface Archive {
  readonly files: readonly PackagedFile[];
  /** Writes every file, those beside the archive too, into a folder. */
  extract(folder: string): Promise<void>;
}

/** What the archive's header says of a file or folder. */
interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly link?: string;
  readonly size?: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly hash: string };
}

/** Chromium's "pickle": two lengths before the header, and two before the text in it. */
const lengthsBytes = 16;

/** Files that are written at a time. */
const atOnce = 64;

/**
 * Opens an archive of Electron's: lengths, a header in JSON, then the files one after the other.
 * @param file the archive; what it leaves out lies beside it in `<file>.unpacked`
 * @throws where it is none, or holds links, which no package needs and no archive carries everywhere
 */
export async function readArchive(file: string): Promise<Archive> {
  const handle = await open(file);
  try {
    const lengths = Buffer.alloc(lengthsBytes);
    await handle.read(lengths, 0, lengthsBytes, 0);
    const contentAt = 8 + lengths.readUInt32LE(4);
    const header = Buffer.alloc(lengths.readUInt32LE(12));
    await handle.read(header, 0, header.length, lengthsBytes);
    const entries = flat(JSON.parse(header.toString('utf8')), '');
    return {
      files: entries.map(({ path, entry }) => ({
        path,
        bytes: entry.size ?? 0,
        unpacked: entry.unpacked ?? false,
        sealed: entry.integrity !== undefined,
      })),
      extract: folder => extract(file, contentAt, entries, folder),
    };
  } finally {
    await handle.close();
  }
}

interface PlacedEntry {
  readonly path: string;
  readonly entry: Entry;
}

function flat(folder: Entry, before: string): PlacedEntry[] {
  return Object.entries(folder.files ?? {}).flatMap(([name, entry]) => {
    const path = `${before}${name}`;
    if (entry.link !== undefined) throw new Error(`The archive holds a link: ${path}.`);
    return entry.files ? flat(entry, `${path}/`) : [{ path, entry }];
  });
}

async function extract(
  file: string,
  contentAt: number,
  entries: readonly PlacedEntry[],
  folder: string,
): Promise<void> {
  const handle = await open(file);
  try {
    const folders = new Set(entries.map(({ path }) => dirname(join(folder, path))));
    for (const each of folders) await mkdir(each, { recursive: true });
    const write = async ({ path, entry }: PlacedEntry): Promise<void> => {
      const target = join(folder, path);
      if (entry.unpacked) return cp(join(`${file}.unpacked`, path), target);
      const content = Buffer.alloc(entry.size ?? 0);
      await handle.read(content, 0, content.length, contentAt + Number(entry.offset));
      await writeFile(target, content);
    };
    for (let next = 0; next < entries.length; next += atOnce)
      await Promise.all(entries.slice(next, next + atOnce).map(write));
  } finally {
    await handle.close();
  }
}
