import { WiredeskError } from '../../contract/failure.ts';
import type { Original } from '../../contract/picture.ts';
import { readTags } from './exiftool.ts';

/**
 * Where a file says where it was taken. Makers' notes go too: several makers keep coordinates and place names in
 * them, and no one can take out a part.
 */
export const locationTags: readonly string[] = [
  'GPS:all',
  'MakerNotes:all',
  'XMP:GPS*',
  'XMP-drone-dji:all',
  'XMP-iptcCore:Location',
  'XMP-iptcCore:CountryCode',
  'XMP-iptcExt:LocationCreated',
  'XMP-iptcExt:LocationShown',
  'XMP-photoshop:City',
  'XMP-photoshop:State',
  'XMP-photoshop:Country',
  'IPTC:City',
  'IPTC:Sub-location',
  'IPTC:Province-State',
  'IPTC:Country-PrimaryLocationCode',
  'IPTC:Country-PrimaryLocationName',
  'IPTC:ContentLocationCode',
  'IPTC:ContentLocationName',
];

/** A picture's texts as received without those of the tags above: they say where it was taken too. */
export function withoutLocation(original: Original): Original {
  return Object.fromEntries(Object.entries(original).filter(([name]) => !locationTags.includes(name)));
}

/** @throws WiredeskError 'internal' naming a tag that still says where the picture was taken */
export async function assertNoLocation(bytes: Uint8Array): Promise<void> {
  const left = await readTags(
    bytes,
    locationTags.map(tag => `-${tag}`),
  );
  const [name] = Object.keys(left).filter(each => each.includes(':'));
  if (name)
    throw new WiredeskError(
      'internal',
      `${name} could not be taken out of the picture: it says where it was taken.`,
    );
}
