import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { WiredeskError } from '../../contract/failure.ts';
import type { Picture, PictureFile } from '../../contract/picture.ts';
import type { PictureDelivery } from '../../contract/rights.ts';
import type { WriteOptions } from './exiftool.ts';
import { maximumPixels } from './file.ts';
import { assertNoLocation, locationTags } from './location-tags.ts';
import { embedMetadata } from './metadata-write.ts';

/** A picture's file as it leaves. */
export interface DeliveredPicture {
  readonly bytes: Uint8Array;
  /** What the file is now: wire files name these, not what was kept. */
  readonly file: PictureFile;
}

/** Pixels, the right way up. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is cut out of a picture, in its own pixels, and what that is scaled to. */
interface Rendering {
  readonly cut: Size & { readonly left: number; readonly top: number };
  readonly size: Size;
}

/**
 * A picture's file as a delivery asks for it: with all its pixels and only the metadata changed, or scaled and cut
 * round the focus point, its colour profile kept. Either way it carries the words of this use, and whatever the
 * file says besides, read back before this returns.
 * @throws WiredeskError 'unreadable' where the picture cannot be scaled here, 'internal' where a field did not arrive
 */
export async function deliverPicture(
  bytes: Uint8Array,
  picture: Picture,
  delivery: PictureDelivery,
): Promise<DeliveredPicture> {
  const { file } = picture;
  if (!file) throw new Error('Only a picture with a file can be delivered.');
  const words: Picture = delivery.stripLocation
    ? { ...picture, location: { created: null, shown: [] } }
    : picture;
  const strip = delivery.stripLocation ? locationTags : [];
  const rendering = renderingOf(file, picture.focus, delivery);
  const made = rendering
    ? await embedMetadata(
        await render(bytes, file, rendering),
        words,
        renderedOptions(bytes, file, rendering, strip),
      )
    : await embedMetadata(bytes, words, { remove: strip });
  if (delivery.stripLocation) await assertNoLocation(made);
  return {
    bytes: made,
    file: {
      ...file,
      ...(rendering?.size ?? {}),
      bytes: made.byteLength,
      sha256: createHash('sha256').update(made).digest('hex'),
    },
  };
}

/**
 * How a picture is cut and scaled; null where it already is as asked. It is never enlarged.
 * @param focus as fractions from the top left; the cut keeps it as near to its middle as the edges allow
 */
export function renderingOf(
  size: Size,
  focus: Picture['focus'],
  { longEdge, aspect }: Pick<PictureDelivery, 'longEdge' | 'aspect'>,
): Rendering | null {
  const cut =
    aspect === null ? { ...size, left: 0, top: 0 } : cutTo(size, focus ?? { x: 0.5, y: 0.5 }, aspect);
  const scale = Math.min(1, (longEdge ?? Number.POSITIVE_INFINITY) / Math.max(cut.width, cut.height));
  const scaled = {
    width: Math.max(1, Math.round(cut.width * scale)),
    height: Math.max(1, Math.round(cut.height * scale)),
  };
  return scaled.width === size.width && scaled.height === size.height ? null : { cut, size: scaled };
}

function cutTo(
  { width, height }: Size,
  focus: { readonly x: number; readonly y: number },
  aspect: string,
): Rendering['cut'] {
  const [across = 1, down = 1] = aspect.split(':').map(Number);
  const cut = {
    width: Math.max(1, Math.min(width, Math.round((height * across) / down))),
    height: Math.max(1, Math.min(height, Math.round((width * down) / across))),
  };
  const place = (whole: number, part: number, at: number): number =>
    Math.max(0, Math.min(whole - part, Math.round(whole * at - part / 2)));
  return { ...cut, left: place(width, cut.width, focus.x), top: place(height, cut.height, focus.y) };
}

async function render(bytes: Uint8Array, file: PictureFile, { cut, size }: Rendering): Promise<Uint8Array> {
  try {
    const options = { limitInputPixels: maximumPixels, failOn: 'truncated' } as const;
    const { space, depth, hasProfile } = await sharp(bytes, options).metadata();
    const drawn = sharp(bytes, { ...options, animated: file.mediaType === 'image/gif' })
      .autoOrient()
      .extract(cut)
      .resize(size.width, size.height, { fit: 'fill' });
    // With its own profile a picture keeps its own numbers; without one it is sRGB, as screens take it to be.
    if (hasProfile) drawn.keepIccProfile();
    if (space === 'cmyk') drawn.toColourspace('cmyk');
    else if (depth === 'ushort') drawn.toColourspace(space === 'grey16' ? 'grey16' : 'rgb16');
    else if (space === 'b-w') drawn.toColourspace('b-w');
    return new Uint8Array(await encoded(drawn, file.mediaType).toBuffer());
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').trim() : String(error);
    throw new WiredeskError(
      'unreadable',
      `${file.name} cannot be scaled or cut on this machine: ${reason}. Send it with all its pixels, or without it.`,
      { cause: error },
    );
  }
}

/** The same kind of file as came in. Quality is what newspapers ask of a finished picture. */
function encoded(drawn: Sharp, mediaType: string): Sharp {
  switch (mediaType) {
    case 'image/jpeg':
      return drawn.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
    case 'image/png':
      return drawn.png();
    case 'image/tiff':
      return drawn.tiff({ compression: 'lzw', predictor: 'horizontal' });
    case 'image/webp':
      return drawn.webp({ quality: 92 });
    case 'image/gif':
      return drawn.gif();
    case 'image/avif':
      return drawn.avif({ quality: 70 });
    default:
      throw new Error(`${mediaType} is not written here`);
  }
}

/** The whole metadata comes over; what describes pixels or places within the old frame does not. */
function renderedOptions(
  original: Uint8Array,
  file: PictureFile,
  { cut }: Rendering,
  strip: readonly string[],
): WriteOptions {
  const wasCut = cut.width !== file.width || cut.height !== file.height;
  const ofTheFrame = wasCut ? ['XMP-mwg-rs:all', 'XMP-iptcExt:ImageRegion'] : [];
  return { from: original, remove: [...ofTheFrame, ...strip] };
}
