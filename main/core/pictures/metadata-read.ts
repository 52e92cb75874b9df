import type { Original, PictureMetadata, Place } from '../../contract/picture.ts';
import { PictureMetadata as Metadata, Picture } from '../../contract/picture.ts';
import { mergeNotices, mergeRestrictions, parseRights } from './caption/instructions.ts';
import { parseCaption } from './caption/parse.ts';
import { countTimeLimits, limitStarts } from './caption/time-limit.ts';
import { readTags, type Tags, type TagValue } from './exiftool.ts';
import { legacyPlace, metadataFields } from './metadata-fields.ts';

/**
 * What is written in a picture file: XMP before IIM before Exif, with what the first two disagree on. IIM cuts
 * its texts at fixed byte lengths, and the part that is cut is often the restriction.
 * @throws WiredeskError 'unreadable'
 */
export async function readMetadata(bytes: Uint8Array): Promise<PictureMetadata> {
  return metadataOf(await readTags(bytes));
}

/** The metadata that a picture's tags make. */
export function metadataOf(tags: Tags): PictureMetadata {
  const declared = tags['IPTC:CodedCharacterSet'] !== undefined;
  const original: Record<string, string> = {};
  const fields: Record<string, string> = {};
  const differences: PictureMetadata['differences'][number][] = [];
  for (const { field, xmp, iim, exif } of metadataFields) {
    const inXmp = words(tags[xmp]);
    const inIim = iim ? (declared ? words(tags[iim.tag]) : undeclared(words(tags[iim.tag]))) : '';
    const inExif = exif ? undeclared(words(tags[exif])) : '';
    fields[field] = inXmp || inIim || inExif;
    remember(original, xmp, inXmp);
    if (iim) remember(original, iim.tag, inIim);
    if (exif) remember(original, exif, inExif);
    if (iim && inXmp !== '' && inIim !== '' && squash(inXmp) !== squash(inIim))
      differences.push({ field, xmp: inXmp, iim: inIim, truncated: squash(inXmp).startsWith(squash(inIim)) });
  }
  const iimDate = isoDate(words(tags['IPTC:DateCreated']), words(tags['IPTC:TimeCreated']));
  const xmpDate = isoDate(words(tags['XMP-photoshop:DateCreated']));
  const exifDate =
    isoDate(words(tags['ExifIFD:DateTimeOriginal'])) + words(tags['ExifIFD:OffsetTimeOriginal']);
  if (xmpDate !== '' && iimDate !== '' && !sameMoment(xmpDate, iimDate))
    differences.push({ field: 'dateCreated', xmp: xmpDate, iim: iimDate, truncated: false });
  remember(original, 'XMP-photoshop:DateCreated', xmpDate);
  remember(original, 'IPTC:DateCreated', iimDate);

  const read = {
    ...fields,
    dateCreated: xmpDate || iimDate || exifDate,
    location: {
      created: placeCreated(tags, declared),
      shown: structures(tags['XMP-iptcExt:LocationShown']).map(placeOf),
    },
    people: list(tags['XMP-iptcExt:PersonInImage']).map(name => ({ name, position: '' })),
    licensor: licensorOf(tags['XMP-plus:Licensor']),
  };
  const complete = Picture.parse({ id: 'metadata', ...read });
  const described = parseCaption(complete.description);
  const { dateReleased } = described;
  const readings = [
    described,
    parseRights(complete.instructions, 'instructions'),
    parseRights(complete.usageTerms, 'usageTerms'),
  ];
  const known = Object.keys(Metadata.shape.fields.shape);
  return Metadata.parse({
    fields: Object.fromEntries(Object.entries(complete).filter(([name]) => known.includes(name))),
    original,
    restrictions: mergeRestrictions(
      readings.map(each => countTimeLimits(each.restrictions, limitStarts({ ...complete, dateReleased }))),
    ),
    notices: mergeNotices(readings.map(each => each.notices)),
    differences,
  });
}

function remember(original: Original, name: string, value: string): void {
  if (value !== '') original[name] = value;
}

function words(value: TagValue | undefined): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.map(words).join(', ') : typeof value === 'object' ? '' : String(value);
}

function list(value: TagValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value.map(words) : [words(value)]).filter(each => each !== '');
}

function structures(value: TagValue | undefined): readonly Tags[] {
  const all = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return all.filter((each): each is Tags => typeof each === 'object' && !Array.isArray(each));
}

/**
 * A text whose character set the file does not declare was read as Windows-1252. Where those very bytes are
 * UTF-8 with more than ASCII in them, that is what they were (wire-formats 13, rule 3).
 */
function undeclared(text: string): string {
  const bytes = windows1252Bytes(text);
  if (!bytes?.some(byte => byte > 0x7f)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

const high = new Map(
  Array.from({ length: 128 }, (_, index) => [
    new TextDecoder('windows-1252').decode(new Uint8Array([128 + index])),
    128 + index,
  ]),
);

function windows1252Bytes(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const byte = code < 128 ? code : high.get(character);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  return new Uint8Array(bytes);
}

function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** exiftool's `2026:03:04 10:20:30+01:00` as ISO 8601, as short as it is; unknown parts of IIM are zeroes. */
function isoDate(date: string, time = ''): string {
  const [, year, month, day, rest] = /^(\d{4})(?::?(\d{2}))?(?::?(\d{2}))?(?:[ T](.*))?$/.exec(date) ?? [];
  if (!year || year === '0000') return '';
  const parts = [year];
  if (month && month !== '00') parts.push(month);
  if (parts.length === 2 && day && day !== '00') parts.push(day);
  const clock = rest ?? time;
  return parts.length === 3 && /^\d{2}:\d{2}/.test(clock) ? `${parts.join('-')}T${clock}` : parts.join('-');
}

function sameMoment(a: string, b: string): boolean {
  return a === b || a.startsWith(b) || b.startsWith(a) || Date.parse(a) === Date.parse(b);
}

function placeCreated(tags: Tags, declared: boolean): Place | null {
  const [created] = structures(tags['XMP-iptcExt:LocationCreated']);
  if (created) return placeOf(created);
  const place = Object.fromEntries(
    legacyPlace.map(({ part, xmp, iim }) => {
      const inIim = words(tags[iim]);
      return [part, words(tags[xmp]) || (declared ? inIim : undeclared(inIim))];
    }),
  );
  return Object.values(place).some(each => each !== '')
    ? { sublocation: '', city: '', state: '', country: '', countryCode: '', ...place }
    : null;
}

function placeOf(place: Tags): Place {
  return {
    sublocation: words(place.Sublocation),
    city: words(place.City),
    state: words(place.ProvinceState),
    country: words(place.CountryName),
    countryCode: words(place.CountryCode),
  };
}

function licensorOf(value: TagValue | undefined): Picture['licensor'] {
  const [first] = structures(value);
  return first
    ? { name: words(first.LicensorName), url: words(first.LicensorURL), email: words(first.LicensorEmail) }
    : null;
}
