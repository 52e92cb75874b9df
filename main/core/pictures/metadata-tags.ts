import { inlineText } from '../../contract/body.ts';
import type { Picture, Place } from '../../contract/picture.ts';
import type { Tags, TagValue } from './exiftool.ts';
import { iimLimits } from './iim.ts';
import { asTag, cutToBytes, legacyPlace, type MetadataField, metadataFields } from './metadata-fields.ts';
import { licensorOf, peopleOf, placeOf } from './metadata-read.ts';
import { exifText, inAnyLanguage, list, squash, structures, words } from './tag-values.ts';

/** IIM and Exif are written where files of that kind carry them, or where this one does; XMP everywhere. */
const withIim = new Set(['image/jpeg', 'image/tiff']);

/** The words of a picture's restrictions and instructions: nothing said twice, and a credit too long for IIM in full. */
export function instructionWords(picture: Picture): string {
  const parts = [picture.instructions].filter(part => part !== '');
  const said = (text: string): boolean =>
    squash(parts.join(' ')).toLowerCase().includes(squash(text).toLowerCase());
  for (const { text } of picture.restrictions) if (!said(text)) parts.push(text);
  if (Buffer.byteLength(picture.creditLine) > 32 && !said(picture.creditLine))
    parts.push(`Credit: ${picture.creditLine}`);
  return parts.join(' - ');
}

/**
 * What the file's fields say. The caption of this use stands as the file's description: the one who opens the file
 * prints that. The agency's own words stay in the story, among the original texts.
 */
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

/**
 * Every tag to write, with the value it must have when read back. An empty one is removed; what the file already
 * says is left as it is, with whatever it says beside it: other languages, further licensors, a place's coordinates.
 * @param before the file's tags, IIM's texts among them
 */
export function tagsOf(picture: Picture, before: Tags): Record<string, TagValue> {
  const usual = withIim.has(picture.file?.mediaType ?? '');
  const iimToo = usual || before['IPTC:IPTC'] !== undefined;
  const texts = textsOf(picture);
  const tags: Record<string, TagValue> = iimToo ? otherIim(before) : {};
  for (const each of metadataFields) {
    const { field, xmp, iim, exif } = each;
    const value = asTag(each, clean(texts[field]));
    if (inAnyLanguage(before, xmp) !== value)
      tags[xmp] = field === 'creator' && value !== '' ? [value] : value;
    if (iim && iimToo) tags[iim.tag] = iimValue(each, iim, value, before);
    if (exif && (usual || before[exif] !== undefined) && exifText(before[exif]) !== value) tags[exif] = value;
  }
  const { created, shown } = picture.location;
  for (const { part, xmp, iim, bytes } of legacyPlace) {
    const value = clean(created?.[part] ?? '');
    tags[xmp] = value;
    if (iimToo) tags[iim] = cutToBytes(value, bytes);
  }
  return {
    ...tags,
    ...structureTags(picture, created, shown, before),
    ...dateTags(picture.dateCreated, { iimToo, exifToo: usual, before }),
  };
}

/** Several creators are one line in a story: where that line is still the file's, so is its list. */
function iimValue(
  { field, xmp }: MetadataField,
  iim: { readonly tag: string; readonly bytes: number },
  value: string,
  before: Tags,
): TagValue {
  if (field !== 'creator' || value === '') return cutToBytes(value, iim.bytes);
  const unchanged = [before[xmp], before[iim.tag]].find(each => words(each) === value);
  const names = unchanged === undefined ? [value] : list(unchanged);
  return names.map(name => cutToBytes(name, iim.bytes));
}

/** IIM declares one character set for all its texts: those that are not written anew are written over in UTF-8. */
function otherIim(before: Tags): Record<string, TagValue> {
  if (before['IIM:Charset'] === undefined || before['IIM:Charset'] === 'UTF-8') return {};
  return Object.fromEntries(
    Object.entries(iimLimits).flatMap(([name, bytes]) => {
      const texts = list(before[name]);
      if (texts.every(text => /^[\x20-\x7e\s]*$/.test(text))) return [];
      const cut = texts.map(text => cutToBytes(clean(text), bytes));
      return [[name, cut.length === 1 ? (cut[0] ?? '') : cut]];
    }),
  );
}

function structureTags(
  picture: Picture,
  created: Place | null,
  shown: readonly Place[],
  before: Tags,
): Record<string, TagValue> {
  const tags: Record<string, TagValue> = {};
  const name = {
    created: 'XMP-iptcExt:LocationCreated',
    shown: 'XMP-iptcExt:LocationShown',
    people: 'XMP-iptcExt:PersonInImage',
    licensor: 'XMP-plus:Licensor',
  };
  const nowCreated = structures(before[name.created]);
  const [first] = nowCreated;
  if (!alike(first ? placeOf(first) : null, created))
    tags[name.created] = created ? [placeTags(created)] : [];
  if (!alike(structures(before[name.shown]).map(placeOf), shown)) tags[name.shown] = shown.map(placeTags);
  const people = picture.people.map(person => clean(person.name)).filter(each => each !== '');
  if (!alike(peopleOf(before), people)) tags[name.people] = people;
  const { licensor } = picture;
  if (!alike(licensorOf(before[name.licensor]), licensor))
    tags[name.licensor] = licensor
      ? [
          withoutEmpty({
            LicensorName: licensor.name,
            LicensorURL: licensor.url,
            LicensorEmail: licensor.email,
          }),
          ...structures(before[name.licensor]).slice(1),
        ]
      : [];
  return tags;
}

function alike(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
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

/**
 * XMP takes a date as short as it is known; IIM marks unknown parts with zeroes (13, rule 5). Exif's own, which the
 * camera set, is written only where the moment is known to the second: it has no way to say less.
 */
function dateTags(
  date: string,
  { iimToo, exifToo, before }: { readonly iimToo: boolean; readonly exifToo: boolean; readonly before: Tags },
): Record<string, TagValue> {
  const [, year = '', month = '', day = '', time = ''] =
    /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(.+))?$/.exec(date) ?? [];
  const parts = [year, month, day].filter(part => part !== '');
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(time)?.[0].replace('Z', '+00:00') ?? '';
  const [clock = ''] = /^\d{2}:\d{2}(:\d{2})?/.exec(time) ?? [];
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const moment = seconds === '' ? parts.join(':') : `${parts.join(':')} ${seconds}`;
  const tags: Record<string, TagValue> = {
    'XMP-photoshop:DateCreated': seconds === '' ? moment : `${moment}${zone}`,
  };
  if (iimToo) {
    tags['IPTC:DateCreated'] = year === '' ? '' : `${year}:${month || '00'}:${day || '00'}`;
    tags['IPTC:TimeCreated'] = seconds === '' ? '' : `${seconds}${zone || '+00:00'}`;
  }
  if (exifToo && seconds !== '' && words(before['ExifIFD:DateTimeOriginal']) !== moment) {
    tags['ExifIFD:DateTimeOriginal'] = moment;
    tags['ExifIFD:OffsetTimeOriginal'] = zone;
  }
  return tags;
}

/** No control characters but the line feed: XML 1.0 has none, and IIM's are separators. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .toWellFormed()
    .trim();
}
