import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { WiredeskError } from '../../contract/failure.ts';
import { maximumFileBytes } from '../../contract/methods.ts';
import type { PictureFile } from '../../contract/picture.ts';
import { readTags } from './exiftool.ts';
import { hasPackedBomb } from './png-guard.ts';

/** A picture as it was kept, or scaled for the screen. */
export type PictureVariant = 'original' | 'preview' | 'thumbnail';

/** More pixels than any camera has, and few enough to take apart in memory. */
export const maximumPixels = 268_402_689;

/** Decoding takes at most this long: a file that needs more was made to. */
const decodingSeconds = 30;

const mediaTypes: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  webp: 'image/webp',
  gif: 'image/gif',
  heif: 'image/avif',
};

/**
 * What a picture file is, by its content: type, size and hash. It is decoded once, so that one that is cut off
 * or lies about itself is found out here and not on the page. HEIC, which not every machine can decode, is taken by
 * what its own header says.
 * @param name what the file was called: a label, whatever folders it claims
 * @throws WiredeskError 'unreadable' or 'too-large' naming the file
 */
export async function inspectPicture(bytes: Uint8Array, name: string): Promise<PictureFile> {
  const label = name.split(/[/\\]/).pop()?.trim() || 'picture';
  if (bytes.byteLength === 0) throw new WiredeskError('unreadable', `${label} is empty.`);
  if (bytes.byteLength > maximumFileBytes)
    throw new WiredeskError('too-large', `${label} is larger than 64 MiB.`);
  if (hasPackedBomb(bytes))
    throw new WiredeskError('too-large', `${label} unpacks to more text than a picture has.`);
  const kept = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    name: label,
  };
  try {
    const image = sharp(bytes, { limitInputPixels: maximumPixels, failOn: 'truncated' });
    const { format, autoOrient, compression } = await image.metadata();
    const mediaType = compression === 'hevc' ? 'image/heic' : mediaTypes[format];
    if (!mediaType) throw new Error(`${format} pictures are not taken`);
    await image.clone().timeout({ seconds: decodingSeconds }).resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return { ...kept, mediaType, width: autoOrient.width, height: autoOrient.height };
  } catch (error) {
    const heic = isHeic(bytes) ? await heicSize(bytes) : null;
    if (heic) return { ...kept, mediaType: 'image/heic', ...heic };
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').trim() : String(error);
    const code = /pixel limit|timeout/i.test(reason) ? 'too-large' : 'unreadable';
    throw new WiredeskError(code, `${label} is not a picture that can be read: ${reason}.`, { cause: error });
  }
}

/** ISO/IEC 23008-12: the brand in the first box. AVIF has its own, and is decoded. */
function isHeic(bytes: Uint8Array): boolean {
  return /^ftyp(?:heic|heix|heim|heis|hevc|hevx)/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1'));
}

/** The size that a HEIC file gives itself, the right way up; null where it gives none that could be true. */
async function heicSize(
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number } | null> {
  const tags = await readTags(bytes, ['-MIMEType', '-ImageWidth', '-ImageHeight', '-Rotation']).catch(
    () => null,
  );
  const [width, height] = [Number(tags?.['File:ImageWidth']), Number(tags?.['File:ImageHeight'])];
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 1 || height < 1) return null;
  if (width * height > maximumPixels) return null;
  const turned = [90, 270].includes(Number(tags?.['QuickTime:Rotation']));
  return turned ? { width: height, height: width } : { width, height };
}

/** Whether this machine can show and scale the picture; one that it cannot is kept, and leaves as it is. */
export function canShow({ mediaType }: Pick<PictureFile, 'mediaType'>): boolean {
  return mediaType !== 'image/heic' || sharp.format.heif.input.fileSuffix?.includes('.heic') === true;
}

/** The kind of picture that a name claims, where it is another than the file's; null where they agree. */
export function claimedOtherwise({ name, mediaType }: PictureFile): string | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const claimed = endings[ending];
  return claimed === undefined || claimed === mediaType ? null : ending;
}

const endings: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  avif: 'image/avif',
};
