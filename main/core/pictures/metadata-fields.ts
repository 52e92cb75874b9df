/**
 * Where each text of a picture stands in its file: IPTC Photo Metadata 2025.1 (wire-formats 13). XMP is the
 * first source, IIM the second, Exif the third; IIM lengths are bytes, and only IIM is ever cut.
 */
export interface MetadataField {
  readonly field:
    | 'description'
    | 'headline'
    | 'altText'
    | 'extendedDescription'
    | 'creator'
    | 'creatorTitle'
    | 'creditLine'
    | 'source'
    | 'copyrightNotice'
    | 'usageTerms'
    | 'instructions'
    | 'descriptionWriter'
    | 'jobId'
    | 'digitalSourceType'
    | 'dataMining'
    | 'webStatement';
  readonly xmp: string;
  readonly iim?: { readonly tag: string; readonly bytes: number };
  readonly exif?: string;
  /** Where its values are terms of a vocabulary that exiftool leaves the beginning of the address out of. */
  readonly vocabulary?: string;
}

/** A field's value as exiftool has it: without the vocabulary's address, which it puts there itself. */
export function asTag({ vocabulary }: MetadataField, value: string): string {
  return vocabulary && value.startsWith(vocabulary) ? value.slice(vocabulary.length) : value;
}

/** A field's value as the standard has it, from exiftool's. */
export function fromTag({ vocabulary }: MetadataField, value: string): string {
  return vocabulary && /^[A-Z]/.test(value) ? `${vocabulary}${value}` : value;
}

export const metadataFields: readonly MetadataField[] = [
  {
    field: 'description',
    xmp: 'XMP-dc:Description',
    iim: { tag: 'IPTC:Caption-Abstract', bytes: 2000 },
    exif: 'IFD0:ImageDescription',
  },
  { field: 'headline', xmp: 'XMP-photoshop:Headline', iim: { tag: 'IPTC:Headline', bytes: 256 } },
  { field: 'altText', xmp: 'XMP-iptcCore:AltTextAccessibility' },
  { field: 'extendedDescription', xmp: 'XMP-iptcCore:ExtDescrAccessibility' },
  { field: 'creator', xmp: 'XMP-dc:Creator', iim: { tag: 'IPTC:By-line', bytes: 32 }, exif: 'IFD0:Artist' },
  {
    field: 'creatorTitle',
    xmp: 'XMP-photoshop:AuthorsPosition',
    iim: { tag: 'IPTC:By-lineTitle', bytes: 32 },
  },
  { field: 'creditLine', xmp: 'XMP-photoshop:Credit', iim: { tag: 'IPTC:Credit', bytes: 32 } },
  { field: 'source', xmp: 'XMP-photoshop:Source', iim: { tag: 'IPTC:Source', bytes: 32 } },
  {
    field: 'copyrightNotice',
    xmp: 'XMP-dc:Rights',
    iim: { tag: 'IPTC:CopyrightNotice', bytes: 128 },
    exif: 'IFD0:Copyright',
  },
  { field: 'usageTerms', xmp: 'XMP-xmpRights:UsageTerms' },
  {
    field: 'instructions',
    xmp: 'XMP-photoshop:Instructions',
    iim: { tag: 'IPTC:SpecialInstructions', bytes: 256 },
  },
  {
    field: 'descriptionWriter',
    xmp: 'XMP-photoshop:CaptionWriter',
    iim: { tag: 'IPTC:Writer-Editor', bytes: 32 },
  },
  {
    field: 'jobId',
    xmp: 'XMP-photoshop:TransmissionReference',
    iim: { tag: 'IPTC:OriginalTransmissionReference', bytes: 32 },
  },
  { field: 'digitalSourceType', xmp: 'XMP-iptcExt:DigitalSourceType' },
  {
    field: 'dataMining',
    xmp: 'XMP-plus:DataMining',
    vocabulary: 'http://ns.useplus.org/ldf/vocab/',
  },
  { field: 'webStatement', xmp: 'XMP-xmpRights:WebStatement' },
];

/** The legacy five: where a place is written in files that know no Location structures. */
export const legacyPlace = [
  { part: 'sublocation', xmp: 'XMP-iptcCore:Location', iim: 'IPTC:Sub-location', bytes: 32 },
  { part: 'city', xmp: 'XMP-photoshop:City', iim: 'IPTC:City', bytes: 32 },
  { part: 'state', xmp: 'XMP-photoshop:State', iim: 'IPTC:Province-State', bytes: 32 },
  { part: 'country', xmp: 'XMP-photoshop:Country', iim: 'IPTC:Country-PrimaryLocationName', bytes: 64 },
  { part: 'countryCode', xmp: 'XMP-iptcCore:CountryCode', iim: 'IPTC:Country-PrimaryLocationCode', bytes: 3 },
] as const;

/** The longest beginning of a text that fits into so many bytes of UTF-8, cut between characters. */
export function cutToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let cut = '';
  let size = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    cut += character;
  }
  return cut;
}
