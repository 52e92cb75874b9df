import sharp from 'sharp';
import { maximumPixels, type PictureVariant } from './file.ts';

const longEdge = { preview: 1600, thumbnail: 320 } as const;

/** A picture scaled for the screen. */
export type ScreenVariant = Exclude<PictureVariant, 'original'>;

/** A picture as bytes of its media type. */
export interface ShownPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/**
 * A picture scaled for the screen, the right way up, without the file's metadata. sharp works off this thread.
 * @param source the picture's bytes, or where its file lies
 */
export async function makeRendition(
  source: Uint8Array | string,
  variant: ScreenVariant,
): Promise<ShownPicture> {
  const edge = longEdge[variant];
  const made = await sharp(source, { limitInputPixels: maximumPixels })
    .timeout({ seconds: 30 })
    .autoOrient()
    .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer();
  return { bytes: new Uint8Array(made), mediaType: 'image/webp' };
}
