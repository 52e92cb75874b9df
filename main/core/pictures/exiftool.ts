import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExifTool, type WriteTags } from 'exiftool-vendored';
import { WiredeskError } from '../../contract/failure.ts';

/** A tag's value as exiftool's JSON gives it. */
export type TagValue = string | number | boolean | readonly TagValue[] | { readonly [key: string]: TagValue };
export type Tags = Readonly<Record<string, TagValue>>;

/** One long-lived process for the whole program; it restarts by itself when it dies. */
let process: ExifTool | null = null;

function exiftool(): ExifTool {
  process ??= new ExifTool({
    maxProcs: 1,
    taskTimeoutMillis: 30_000,
    taskRetries: 1,
    exiftoolEnv: { LC_ALL: 'C' },
  });
  return process;
}

/** Ends the process, where one was started. */
export async function closeExiftool(): Promise<void> {
  const ending = process;
  process = null;
  await ending?.end();
}

/** The raw tags of a picture, named with their group: 'XMP-dc:Description', 'IPTC:Credit', 'IFD0:Artist'. */
export function readTags(bytes: Uint8Array): Promise<Tags> {
  return withFile(bytes, async file => {
    // JSONQ: every value as text; otherwise "1.10" comes back as the number 1.1, and "true" as no text at all.
    const quoted = ['-api', 'StructFormat=JSONQ'];
    const readArgs = [
      '-G1',
      '-n',
      '-struct',
      ...quoted,
      '-XMP:all',
      '-IPTC:all',
      '-IFD0:all',
      '-ExifIFD:all',
    ];
    // exiftool's own JSON: strings, lists and structures of them.
    return (await exiftool().readRaw(file, { readArgs })) as unknown as Tags;
  });
}

/** The picture with these tags written; an empty value removes a tag. */
export function writeTags(bytes: Uint8Array, tags: Readonly<Record<string, TagValue>>): Promise<Uint8Array> {
  return withFile(bytes, async file => {
    const writeArgs = ['-n', '-overwrite_original', '-codedcharacterset=UTF8'];
    const { warnings } = await exiftool().write(file, escapedTags(tags) as WriteTags, { writeArgs });
    const serious = (warnings ?? []).filter(warning => !/minor/i.test(warning));
    if (serious.length > 0)
      throw new WiredeskError('internal', `The picture's metadata was not written whole: ${serious[0]}.`);
    return new Uint8Array(await readFile(file));
  });
}

function escapedTags(tags: Tags): unknown {
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, escaped(value)]));
}

/**
 * exiftool-vendored sends values as HTML but leaves "&" as it is: without this "&amp;" would be written as "&".
 * exiftool decodes what stands in a structure twice.
 */
function escaped(value: TagValue, ampersand = '&#38;'): unknown {
  if (typeof value === 'string') return value.replaceAll('&', ampersand);
  if (Array.isArray(value)) return value.map(each => escaped(each, ampersand));
  if (typeof value !== 'object') return value;
  const inStructure = '&#38;#38;';
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, escaped(each, inStructure)]));
}

/** exiftool works on files: the bytes lie under a name of ours, in a folder of ours, while it does. */
async function withFile<T>(bytes: Uint8Array, work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-picture-'));
  try {
    const file = join(folder, randomUUID());
    await writeFile(file, bytes);
    return await work(file);
  } catch (error) {
    if (error instanceof WiredeskError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const perl = /ENOENT|perl/i.test(reason)
      ? ' exiftool needs perl: install it, for example with "apt-get install perl".'
      : '';
    throw new WiredeskError('unreadable', `The picture's metadata cannot be read: ${reason}.${perl}`, {
      cause: error,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
