import { createHash } from 'node:crypto';
import type { Picture } from '../../contract/picture.ts';
import type { Destination, PictureDelivery } from '../../contract/rights.ts';
import type { Story } from '../../contract/story.ts';
import { type DeliveredPicture, deliverPicture } from '../pictures/deliver.ts';
import { withoutLocation } from '../pictures/location-tags.ts';
import type { Store } from '../store/open.ts';
import { readPictureFile } from '../store/pictures.ts';
import { safeFileName } from '../wire/text.ts';

/** A picture's file as it leaves, and where it will lie beside the story file. */
export interface MediaFile extends DeliveredPicture {
  readonly path: string;
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/avif': 'avif',
};

/** What the destination asks, with what was asked for this time. Nobody can ask for a place to be told after all. */
export function deliveryFor(destination: Destination | null, asked: PictureDelivery | null): PictureDelivery {
  const usual = destination?.pictures ?? { longEdge: null, aspect: null, stripLocation: false };
  return {
    longEdge: asked?.longEdge ?? usual.longEdge,
    aspect: asked?.aspect ?? usual.aspect,
    stripLocation: usual.stripLocation || (asked?.stripLocation ?? false),
  };
}

/** The pictures' files as they would leave, with caption, credit and rights embedded and read back. */
export async function mediaFiles(
  store: Store,
  story: Story,
  delivery: PictureDelivery,
): Promise<Map<string, MediaFile>> {
  const files = new Map<string, MediaFile>();
  for (const picture of story.pictures) {
    if (!picture.file) continue;
    // Two stories, and two versions of one, may say different things of the same picture.
    const name = `${story.id.slice(-8)}-v${story.version}-${safeFileName(picture.id)}`;
    const path = `media/${name}.${extensions[picture.file.mediaType] ?? 'bin'}`;
    files.set(picture.id, { path, ...(await delivered(store, picture, picture.file.sha256, delivery)) });
  }
  return files;
}

/** The story as a wire file tells it: each picture's file is the one that leaves, its place told only where it may be. */
export function asDelivered(
  story: Story,
  media: ReadonlyMap<string, MediaFile>,
  { stripLocation }: PictureDelivery,
): Story {
  const pictures = story.pictures.map(picture => {
    const file = media.get(picture.id)?.file ?? picture.file;
    if (!stripLocation) return { ...picture, file };
    const original = withoutLocation(picture.original);
    return { ...picture, file, location: { created: null, shown: [] }, original };
  });
  return { ...story, pictures };
}

/** A delivery runs exiftool and checks its work; a preview asks for the same picture again and again. */
const deliveredLately = new Map<string, DeliveredPicture>();
const keptBytes = 128 * 1024 * 1024;

async function delivered(
  store: Store,
  picture: Picture,
  sha256: string,
  delivery: PictureDelivery,
): Promise<DeliveredPicture> {
  const key = createHash('sha256')
    .update(JSON.stringify([sha256, picture, delivery]))
    .digest('hex');
  const known = deliveredLately.get(key);
  if (known) return known;
  const made = await deliverPicture(readPictureFile(store, sha256), picture, delivery);
  deliveredLately.set(key, made);
  let kept = 0;
  for (const each of deliveredLately.values()) kept += each.bytes.byteLength;
  for (const [oldest, { bytes }] of deliveredLately) {
    if (kept <= keptBytes) break;
    deliveredLately.delete(oldest);
    kept -= bytes.byteLength;
  }
  return made;
}
