import { WiredeskError } from '../../contract/failure.ts';
import type { MetadataDifference, Original, PictureMetadata, Place } from '../../contract/picture.ts';
import { PictureMetadata as Metadata, Picture } from '../../contract/picture.ts';
import { mergeNotices, mergeRestrictions, parseRights } from './caption/instructions.ts';
import { parseCaption } from './caption/parse.ts';
import { countTimeLimits, limitStarts } from './caption/time-limit.ts';
import { type PictureSource, readTagsAndIim, type Tags, type TagValue } from './exiftool.ts';
import { readIim } from './iim.ts';
import { fromTag, legacyPlace, metadataFields } from './metadata-fields.ts';
import { readProperties } from './metadata-properties.ts';
import {
  bytesIn,
  exifText,
  inAnyLanguage,
  isoDate,
  list,
  sameMoment,
  squash,
  structures,
  words,
} from './tag-values.ts';

/** No text of a picture is longer than what the caption grammar takes; one that is was made to be. */
const longestText = 100_000;

/**
 * What is written in a picture file: XMP before IIM before Exif, with what the first two disagree on. IIM cuts
 * its texts at fixed byte lengths, and the part that is cut is often the restriction.
 * @throws WiredeskError 'unreadable', or 'too-large' for texts no one wrote or metadata that takes too long
 */
export async function readMetadata(source: PictureSource): Promise<PictureMetadata> {
  return metadataOf(textTags(await readTagsAndIim(source)));
}

/** The tags with IIM's own texts in them, decoded, and what the digest says of them as 'IIM:Later'. */
export function textTags(tags: Tags): Tags {
  const block = bytesIn(tags['IPTC:IPTC']);
  if (!block) return tags;
  const { texts, charset, digest } = readIim(block);
  const left = words(tags['Photoshop:IPTCDigest']).toUpperCase();
  // A digest of zeroes says that IIM had none when XMP was written.
  const later = /[1-9A-F]/.test(left) && left !== digest;
  return {
    ...tags,
    ...Object.fromEntries(
      Object.entries(texts).map(([name, each]) => [name, each.length === 1 ? (each[0] ?? '') : each]),
    ),
    'IIM:Charset': charset,
    'IIM:Later': later,
  };
}

/**
 * The metadata that a picture's tags make.
 * @param tags IIM's texts among them decoded, each under exiftool's name
 */
export function metadataOf(tags: Tags): PictureMetadata {
  const later = tags['IIM:Later'] === true;
  const fields: Record<string, string> = {};
  const differences: MetadataDifference[] = [];
  for (const each of metadataFields) {
    const { field, xmp, iim, exif } = each;
    const inXmp = fromTag(each, inAnyLanguage(tags, xmp));
    const inIim = iim ? words(tags[iim.tag]) : '';
    const difference = differenceOf(field, inXmp, inIim, later);
    if (difference) differences.push(difference);
    fields[field] = chosen(inXmp, inIim, difference) || (exif ? exifText(tags[exif]) : '');
  }
  const dates = datesOf(tags);
  const dateDiffers = dates.xmp !== '' && dates.iim !== '' && !sameMoment(dates.xmp, dates.iim);
  if (dateDiffers)
    differences.push({
      field: 'dateCreated',
      xmp: dates.xmp,
      iim: dates.iim,
      truncated: false,
      iimLater: later,
    });
  const { place, differences: ofPlace } = placeCreated(tags, later);
  const read = {
    ...fields,
    dateCreated: (later && dateDiffers ? dates.iim : '') || dates.xmp || dates.iim || dates.exif,
    location: { created: place, shown: structures(tags['XMP-iptcExt:LocationShown']).map(placeOf) },
    people: peopleOf(tags).map(name => ({ name, position: '' })),
    licensor: licensorOf(tags['XMP-plus:Licensor']),
  };
  const complete = Picture.parse({ id: 'metadata', ...read });
  const described = parseCaption(complete.description);
  const { dateReleased } = described;
  const readings = [
    described,
    parseRights(complete.instructions, 'instructions'),
    parseRights(complete.usageTerms, 'usageTerms'),
    // A rule that only the other copy states bars the picture all the same.
    ...differences
      .filter(each => each.field === 'instructions' && !each.truncated)
      .map(each =>
        complete.instructions === each.iim
          ? parseRights(each.xmp, 'XMP-photoshop:Instructions')
          : parseRights(each.iim, 'IPTC:SpecialInstructions'),
      ),
  ];
  const known = Object.keys(Metadata.shape.fields.shape);
  return Metadata.parse({
    fields: Object.fromEntries(Object.entries(complete).filter(([name]) => known.includes(name))),
    properties: readProperties(tags),
    original: originalOf(tags, dates),
    restrictions: mergeRestrictions(
      readings.map(each => countTimeLimits(each.restrictions, limitStarts({ ...complete, dateReleased }))),
    ),
    notices: mergeNotices(readings.map(each => each.notices)),
    differences: [...differences, ...ofPlace],
  });
}

function differenceOf(field: string, xmp: string, iim: string, iimLater: boolean): MetadataDifference | null {
  if (xmp === '' || iim === '' || squash(xmp) === squash(iim)) return null;
  return { field, xmp, iim, truncated: squash(xmp).startsWith(squash(iim)), iimLater };
}

/** XMP, unless IIM was changed after it and not merely cut (wire-formats 13, rule 4); the fuller where one begins the other. */
function chosen(xmp: string, iim: string, difference: MetadataDifference | null): string {
  if (!difference) return xmp || iim;
  const iimIsFuller = squash(iim).startsWith(squash(xmp));
  return iimIsFuller || (difference.iimLater && !difference.truncated) ? iim : xmp;
}

/** Every text of the file as it stands there, by its tag: what was read, and what was not. */
function originalOf(tags: Tags, dates: ReturnType<typeof datesOf>): Original {
  const original: Record<string, string> = {};
  for (const [name, value] of Object.entries(tags)) {
    if (!/^(?:XMP-(?:dc|photoshop|xmpRights|iptcCore|iptcExt|plus)|XMP-xmp:Rating|IPTC):?/.test(name)) {
      if (!exifTwins.has(name)) continue;
    }
    if (name === 'IPTC:IPTC') continue;
    const text =
      typeof value === 'object' && !isTexts(value)
        ? JSON.stringify(value)
        : name.startsWith('XMP') || name.startsWith('IPTC')
          ? words(value)
          : exifText(value);
    if (text.length > longestText)
      throw new WiredeskError('too-large', `${name} of the picture is longer than any text of a picture is.`);
    if (text !== '') original[name] = text;
  }
  if (dates.xmp !== '') original['XMP-photoshop:DateCreated'] = dates.xmp;
  if (dates.iim !== '') original['IPTC:DateCreated'] = dates.iim;
  delete original['IPTC:TimeCreated'];
  return original;
}

const exifTwins = new Set([
  ...metadataFields.flatMap(({ exif }) => (exif ? [exif] : [])),
  'ExifIFD:DateTimeOriginal',
]);

function isTexts(value: TagValue): boolean {
  return Array.isArray(value) && value.every(each => typeof each !== 'object');
}

function datesOf(tags: Tags): { readonly xmp: string; readonly iim: string; readonly exif: string } {
  const exif = isoDate(words(tags['ExifIFD:DateTimeOriginal']));
  return {
    xmp: isoDate(words(tags['XMP-photoshop:DateCreated'])),
    iim: isoDate(words(tags['IPTC:DateCreated']), words(tags['IPTC:TimeCreated'])),
    exif: exif.includes('T') ? exif + words(tags['ExifIFD:OffsetTimeOriginal']) : exif,
  };
}

/** Where it was taken: the structure of the Extension, else the legacy five, each from XMP or IIM. */
export function placeCreated(
  tags: Tags,
  later: boolean,
): { readonly place: Place | null; readonly differences: readonly MetadataDifference[] } {
  const differences: MetadataDifference[] = [];
  const legacy = Object.fromEntries(
    legacyPlace.map(({ part, xmp, iim }) => {
      const [inXmp, inIim] = [words(tags[xmp]), words(tags[iim])];
      const difference = differenceOf(`location.created.${part}`, inXmp, inIim, later);
      if (difference) differences.push(difference);
      return [part, chosen(inXmp, inIim, difference)];
    }),
  );
  const [created] = structures(tags['XMP-iptcExt:LocationCreated']);
  if (created) return { place: placeOf(created), differences };
  const known = Object.values(legacy).some(each => each !== '');
  const nowhere = { sublocation: '', city: '', state: '', country: '', countryCode: '' };
  return { place: known ? { ...nowhere, ...legacy } : null, differences };
}

/** A Location structure's own five of ours. */
export function placeOf(place: Tags): Place {
  return {
    sublocation: inAnyLanguage(place, 'Sublocation'),
    city: inAnyLanguage(place, 'City'),
    state: inAnyLanguage(place, 'ProvinceState'),
    country: inAnyLanguage(place, 'CountryName'),
    countryCode: words(place.CountryCode),
  };
}

/** The names of who is shown; those of the detailed list where the plain one is missing. */
export function peopleOf(tags: Tags): readonly string[] {
  const names = list(tags['XMP-iptcExt:PersonInImage']);
  if (names.length > 0) return names;
  return structures(tags['XMP-iptcExt:PersonInImageWDetails'])
    .map(person => inAnyLanguage(person, 'PersonName'))
    .filter(name => name !== '');
}

/** The first licensor: a picture has one. */
export function licensorOf(value: TagValue | undefined): Picture['licensor'] {
  const [first] = structures(value);
  return first
    ? { name: words(first.LicensorName), url: words(first.LicensorURL), email: words(first.LicensorEmail) }
    : null;
}
