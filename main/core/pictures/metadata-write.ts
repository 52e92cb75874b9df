import { inlineText } from '../../contract/body.ts';
import { WiredeskError } from '../../contract/failure.ts';
import type { Picture, Place } from '../../contract/picture.ts';
import { readTags, type Tags, type TagValue, writeTags } from './exiftool.ts';
import { cutToBytes, legacyPlace, metadataFields } from './metadata-fields.ts';

/** IIM is written where files of that kind carry it; XMP everywhere. */
const withIim = new Set(['image/jpeg', 'image/tiff']);

/**
 * The picture file with the words of this use in it: caption, credit, rights and restrictions in XMP, IIM and
 * Exif together, read back and compared before it is handed on. Pixels are not touched, and the same picture
 * gives the same bytes.
 * @throws WiredeskError 'internal' naming the field that did not arrive, 'unreadable'
 */
export async function embedMetadata(bytes: Uint8Array, picture: Picture): Promise<Uint8Array> {
  const tags = tagsOf(picture);
  const written = await writeTags(bytes, { ...tags, 'XMP-x:XMPToolkit': 'Wiredesk', ...digest(picture) });
  const read = await readTags(written);
  for (const [name, value] of Object.entries(tags))
    if (!arrived(read[name], value))
      throw new WiredeskError('internal', `${name} was not written into the picture as it should be.`);
  return written;
}

function digest(picture: Picture): Record<string, TagValue> {
  // Tells readers that the IIM block is in step with XMP (wire-formats 13, rule 4).
  return withIim.has(picture.file?.mediaType ?? '') ? { 'Photoshop:IPTCDigest': 'new' } : {};
}

/** The words of a picture's restrictions and instructions: nothing said twice, and a credit too long for IIM in full. */
export function instructionWords(picture: Picture): string {
  const parts = [picture.instructions].filter(part => part !== '');
  const said = (text: string): boolean => squash(parts.join(' ')).includes(squash(text));
  for (const { text } of picture.restrictions) if (!said(text)) parts.push(text);
  if (Buffer.byteLength(picture.creditLine) > 32 && !said(picture.creditLine))
    parts.push(`Credit: ${picture.creditLine}`);
  return parts.join(' - ');
}

function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What the file's fields say: the caption of this use as its description, restrictions among the instructions. */
function textsOf(picture: Picture): Picture {
  return {
    ...picture,
    description: clean(inlineText(picture.caption)) || clean(picture.description),
    instructions: instructionWords(picture),
  };
}

/** A text that IIM holds only the beginning of; XMP always has it whole (wire-formats 13, rule 2). */
export interface IimCut {
  readonly field: string;
  readonly bytes: number;
  readonly limit: number;
  /** What IIM keeps. */
  readonly kept: string;
}

/** Which of a picture's texts IIM will cut, in files that carry IIM. */
export function iimCuts(picture: Picture): readonly IimCut[] {
  if (!withIim.has(picture.file?.mediaType ?? '')) return [];
  const texts = textsOf(picture);
  return metadataFields.flatMap(({ field, iim }) => {
    const value = clean(texts[field]);
    const bytes = Buffer.byteLength(value);
    return iim && bytes > iim.bytes
      ? [{ field, bytes, limit: iim.bytes, kept: cutToBytes(value, iim.bytes) }]
      : [];
  });
}

/** Every tag to write, with the value it must have when read back. An empty one is removed. */
function tagsOf(picture: Picture): Record<string, TagValue> {
  const mediaType = picture.file?.mediaType ?? '';
  const iimToo = withIim.has(mediaType);
  const texts = textsOf(picture);
  const tags: Record<string, TagValue> = {};
  for (const { field, xmp, iim, exif } of metadataFields) {
    const value = clean(texts[field]);
    tags[xmp] = field === 'creator' && value !== '' ? [value] : value;
    if (iim && iimToo)
      tags[iim.tag] =
        field === 'creator' && value !== '' ? [cutToBytes(value, iim.bytes)] : cutToBytes(value, iim.bytes);
    if (exif && iimToo) tags[exif] = value;
  }
  const { created, shown } = picture.location;
  tags['XMP-iptcExt:LocationCreated'] = created ? [placeTags(created)] : [];
  tags['XMP-iptcExt:LocationShown'] = shown.map(placeTags);
  for (const { part, xmp, iim, bytes } of legacyPlace) {
    const value = clean(created?.[part] ?? '');
    tags[xmp] = value;
    if (iimToo) tags[iim] = cutToBytes(value, bytes);
  }
  tags['XMP-iptcExt:PersonInImage'] = picture.people
    .map(person => clean(person.name))
    .filter(name => name !== '');
  const { licensor } = picture;
  tags['XMP-plus:Licensor'] = licensor
    ? [
        withoutEmpty({
          LicensorName: licensor.name,
          LicensorURL: licensor.url,
          LicensorEmail: licensor.email,
        }),
      ]
    : [];
  return { ...tags, ...dateTags(picture.dateCreated, iimToo) };
}

function placeTags(place: Place): { [key: string]: TagValue } {
  return withoutEmpty({
    Sublocation: place.sublocation,
    City: place.city,
    ProvinceState: place.state,
    CountryName: place.country,
    CountryCode: place.countryCode,
  });
}

function withoutEmpty(values: Readonly<Record<string, string>>): { [key: string]: TagValue } {
  return Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [key, clean(value)] as const)
      .filter(([, value]) => value !== ''),
  );
}

/** XMP takes a date as short as it is known; IIM marks unknown parts with zeroes (13, rule 5). */
function dateTags(date: string, iimToo: boolean): Record<string, TagValue> {
  const [, year = '', month = '', day = '', time = ''] =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(.+))?$/.exec(date) ?? [];
  const parts = [year, month, day].filter(part => part !== '');
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(time)?.[0].replace('Z', '+00:00') ?? '';
  const [clock = ''] = /^\d{2}:\d{2}(:\d{2})?/.exec(time) ?? [];
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const xmp = parts.join(':') + (seconds === '' ? '' : ` ${seconds}${zone}`);
  const tags: Record<string, TagValue> = { 'XMP-photoshop:DateCreated': xmp };
  if (!iimToo) return tags;
  return {
    ...tags,
    'IPTC:DateCreated': year === '' ? '' : `${year}:${month || '00'}:${day || '00'}`,
    'IPTC:TimeCreated': seconds === '' ? '' : `${seconds}${zone || '+00:00'}`,
  };
}

/** No control characters but the line feed: XML 1.0 has none, and IIM's are separators. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .toWellFormed()
    .trim();
}

function arrived(read: Tags[string] | undefined, value: TagValue): boolean {
  const empty = value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return read === undefined || read === '';
  if (read === undefined) return false;
  return (
    same(read, value) ||
    (Array.isArray(value) && value.length === 1 && value[0] !== undefined && same(read, value[0]))
  );
}

function same(read: TagValue, value: TagValue): boolean {
  if (Array.isArray(read) && Array.isArray(value))
    return (
      read.length === value.length &&
      read.every((each, index) => value[index] !== undefined && same(each, value[index]))
    );
  if (isStructure(read) && isStructure(value)) {
    const keys = Object.keys(value);
    return keys.every(key => {
      const [a, b] = [read[key], value[key]];
      return a !== undefined && b !== undefined && same(a, b);
    });
  }
  return read === value;
}

function isStructure(value: TagValue): value is { readonly [key: string]: TagValue } {
  return typeof value === 'object' && !Array.isArray(value);
}
