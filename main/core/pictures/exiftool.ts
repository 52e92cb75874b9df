import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExifTool, type WriteTags } from 'exiftool-vendored';
import { WiredeskError } from '../../contract/failure.ts';

/** A tag's value as exiftool's JSON gives it. */
export type TagValue = string | number | boolean | readonly TagValue[] | { readonly [key: string]: TagValue };
export type Tags = Readonly<Record<string, TagValue>>;

/** A picture as bytes, or as the path of a file of ours: one that came from outside never names itself. */
export type PictureSource = Uint8Array | string;

/** A file that keeps exiftool busy for longer is not worth what waits behind it. */
const taskTimeoutMs = 20_000;

/** One long-lived process for the whole program; batch-cluster starts another when it dies. */
let process: ExifTool | null = null;

function exiftool(): ExifTool {
  process ??= new ExifTool({
    maxProcs: 1,
    taskTimeoutMillis: taskTimeoutMs,
    // Again only where the process died: a file that took too long would take too long again.
    taskRetries: 0,
    minDelayBetweenSpawnMillis: 100,
    // MWG mode passes over metadata in places it does not expect, IIM in PNG for one.
    useMWG: false,
    // A configuration in the user's home would run as code.
    exiftoolArgs: ['-config', '', '-stay_open', 'True', '-@', '-'],
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

/** The processes that are running, by their numbers. */
export function exiftoolProcesses(): readonly number[] {
  return process?.pids ?? [];
}

/** What a picture's texts are read from: the groups that hold them, and nothing that only grows. */
const textGroups = [
  '-XMP:all',
  // Photoshop's list of ancestors can be megabytes long and says nothing to a reader.
  '--XMP-photoshop:DocumentAncestors',
  '--XMP-xmpMM:all',
  '--XMP-crs:all',
  '--XMP-xmp:Thumbnails',
  '--XMP-xmpGImg:all',
  '-IPTC:all',
  '--IPTC:ObjectPreviewData',
  '-IFD0:all',
  '-ExifIFD:all',
  '--ExifIFD:MakerNote*',
];

/**
 * The raw tags of a picture, named with their group: 'XMP-dc:Description', 'IPTC:Credit', 'IFD0:Artist'. A text
 * that is not UTF-8 is `base64:` and its bytes, and so is what is no text.
 * @param groups exiftool's words for which tags
 * @throws WiredeskError 'unreadable' or 'too-large'
 */
export function readTags(source: PictureSource, groups: readonly string[] = textGroups): Promise<Tags> {
  return withFile(source, async file => {
    // JSONQ: every value as text; otherwise "1.10" comes back as the number 1.1, and "true" as no text at all.
    const readArgs = ['-G1', '-n', '-b', '-struct', '-api', 'StructFormat=JSONQ', ...groups];
    // exiftool's own JSON: strings, lists and structures of them.
    return (await twice(() => exiftool().readRaw(file, { readArgs }))) as unknown as Tags;
  });
}

/** Tags that say where IIM stands: its block whole, and the digest that its last writer left (8BIM 0x0425). */
export const iimBlockTags = ['-IPTC', '-Photoshop:IPTCDigest'];

/** The tags of a picture's texts together with its IIM block. */
export function readTagsAndIim(source: PictureSource): Promise<Tags> {
  return readTags(source, [...textGroups.filter(group => group !== '-IPTC:all'), ...iimBlockTags]);
}

/** What else a writing does, before the tags are set. */
export interface WriteOptions {
  /** Takes all metadata over from this picture first; its own pixels, thumbnails and orientation stay behind. */
  readonly from?: Uint8Array;
  /** exiftool's words for tags and groups to remove first. */
  readonly remove?: readonly string[];
}

/**
 * The picture with these tags written; an empty value removes a tag.
 * @throws WiredeskError 'unreadable' where the file cannot be written, 'internal' where a tag was not taken
 */
export function writeTags(
  bytes: Uint8Array,
  tags: Readonly<Record<string, TagValue>>,
  { from, remove = [] }: WriteOptions = {},
): Promise<Uint8Array> {
  return withFile(bytes, async file => {
    if (from)
      await withFile(from, original =>
        write(file, {}, ['-n', '-tagsFromFile', original, '-all:all', '-unsafe', ...notOfThePixels]),
      );
    if (remove.length > 0)
      await write(
        file,
        {},
        remove.map(tag => `-${tag}=`),
      );
    if (Object.keys(tags).length > 0) await write(file, tags, ['-n', '-codedcharacterset=UTF8']);
    return new Uint8Array(await readFile(file));
  });
}

/** What describes the old pixels and not the picture: it stays behind when new pixels take its metadata over. */
const notOfThePixels = [
  '--ICC_Profile:all',
  '--IFD1:all',
  '--SubIFD:all',
  '--MPF:all',
  '--PreviewImage',
  '--ThumbnailImage',
  '--Orientation',
  '--ImageWidth',
  '--ImageHeight',
  '--ImageSize',
  '--ExifImageWidth',
  '--ExifImageHeight',
  '--StripOffsets',
  '--StripByteCounts',
  '--TileOffsets',
  '--TileByteCounts',
  '--RowsPerStrip',
  '--BitsPerSample',
  '--SamplesPerPixel',
  '--Compression',
  '--Predictor',
  '--PhotometricInterpretation',
  '--PlanarConfiguration',
];

async function write(
  file: string,
  tags: Readonly<Record<string, TagValue>>,
  args: readonly string[],
): Promise<void> {
  const writeArgs = ['-overwrite_original', ...args];
  const { warnings } = await twice(() =>
    exiftool().write(file, escapedTags(tags) as WriteTags, { writeArgs }),
  );
  // A file without any metadata has none to hand on.
  const serious = (warnings ?? []).filter(warning => !/minor|No writable tags set from/i.test(warning));
  if (serious.length > 0)
    throw new WiredeskError('internal', `The picture's metadata was not written whole: ${serious[0]}.`);
}

/** A process that died took its task with it, through no fault of the file's: the next one does it again. */
async function twice<T>(task: () => Promise<T>): Promise<T> {
  // A child that died keeps no program running, so without this a command would end before its second try.
  const awake = setInterval(() => undefined, taskTimeoutMs);
  try {
    return await task().catch(error => {
      if (error instanceof Error && died.test(error.message)) return task();
      throw error;
    });
  } finally {
    clearInterval(awake);
  }
}

const died = /terminated|exited|EPIPE|not ready|ended|unexpectedly closed/i;

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

/** exiftool works on files: bytes lie under a name of ours, in a folder of ours, while it does. */
async function withFile<T>(source: PictureSource, work: (file: string) => Promise<T>): Promise<T> {
  if (typeof source === 'string') return inWords(() => work(source));
  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-picture-'));
  try {
    const file = join(folder, randomUUID());
    await writeFile(file, source);
    return await inWords(() => work(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WiredeskError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/timed? ?out|timeout/i.test(reason))
      throw new WiredeskError(
        'too-large',
        `The picture's metadata takes longer than ${taskTimeoutMs / 1000} seconds to take apart.`,
        { cause: error },
      );
    const perl = /ENOENT|perl/i.test(reason)
      ? ' exiftool needs perl: install it, for example with "apt-get install perl".'
      : '';
    // exiftool names the file it was given: that name is ours and tells the reader nothing.
    const said = reason.replace(/ - \S*[\\/][\w.-]+$/u, '').trim();
    throw new WiredeskError('unreadable', `The picture's metadata cannot be read: ${said}.${perl}`, {
      cause: error,
    });
  }
}
