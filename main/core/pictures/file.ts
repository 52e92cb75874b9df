import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { WiredeskError } from '../../contract/failure.ts';
import { maximumFileBytes } from '../../contract/methods.ts';
import type { PictureFile } from '../../contract/picture.ts';

/** More pixels than any camera has, and few enough to take apart in memory. */
export const maximumPixels = 268_402_689;

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
 * or lies about itself is found out here and not on the page.
 * @param name what the file was called: a label, whatever folders it claims
 * @throws WiredeskError 'unreadable' or 'too-large' naming the file
 */
export async function inspectPicture(bytes: Uint8Array, name: string): Promise<PictureFile> {
  const label = name.split(/[/\\]/).pop()?.trim() || 'picture';
  if (bytes.byteLength === 0) throw new WiredeskError('unreadable', `${label} is empty.`);
  if (bytes.byteLength > maximumFileBytes)
    throw new WiredeskError('too-large', `${label} is larger than 64 MiB.`);
  try {
    const image = sharp(bytes, { limitInputPixels: maximumPixels, failOn: 'truncated' });
    const { format, autoOrient } = await image.metadata();
    const mediaType = mediaTypes[format];
    if (!mediaType) throw new Error(`${format} pictures are not taken`);
    await image.clone().resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType,
      bytes: bytes.byteLength,
      width: autoOrient.width,
      height: autoOrient.height,
      name: label,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').trim() : String(error);
    const code = /pixel limit/.test(reason) ? 'too-large' : 'unreadable';
    throw new WiredeskError(code, `${label} is not a picture that can be read: ${reason}.`, { cause: error });
  }
}
