import sharp from 'sharp';
import { maximumPixels } from './file.ts';

const longEdge = { preview: 1600, thumbnail: 320 } as const;

/** A picture scaled for the screen, the right way up, without the file's metadata. sharp works off this thread. */
export async function makeRendition(
  bytes: Uint8Array,
  variant: keyof typeof longEdge,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const edge = longEdge[variant];
  const made = await sharp(bytes, { limitInputPixels: maximumPixels })
    .autoOrient()
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
  return { bytes: new Uint8Array(made), mediaType: 'image/webp' };
}
