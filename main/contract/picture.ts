import { z } from 'zod';
import { Inline } from './body.ts';
import { Lease, Notice, Restriction, RightsCategory, Span } from './rights.ts';

export const PictureFile = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  width: z.int().positive(),
  height: z.int().positive(),
  /** The name it came with; a label, never a path. */
  name: z.string(),
});
export type PictureFile = z.infer<typeof PictureFile>;

/** A place as IPTC photo metadata has it; empty strings where not known. */
export const Place = z.strictObject({
  sublocation: z.string().default(''),
  city: z.string().default(''),
  state: z.string().default(''),
  country: z.string().default(''),
  countryCode: z.string().default(''),
});
export type Place = z.infer<typeof Place>;

export const Person = z.strictObject({ name: z.string(), position: z.string().default('') });
export type Person = z.infer<typeof Person>;

/** Every text exactly as received, by field ('caption', 'iim:Caption-Abstract', 'xmp:dc:description', …): never changed. */
export const Original = z.record(z.string(), z.string());
export type Original = z.infer<typeof Original>;

const text = z.string().default('');

export const Picture = z.strictObject({
  id: z.string().min(1).max(64),
  file: PictureFile.nullable().default(null),
  /** The words for this use. Starts as the agency's words without sign-off and restrictions. */
  caption: z.array(Inline).readonly().default([]),
  /** What the agency says the picture shows. Editing the caption never changes it. */
  description: text,
  headline: text,
  altText: text,
  extendedDescription: text,
  /** It shows nothing that a reader needs: the explicit choice of no alt text. */
  decorative: z.boolean().default(false),
  /** What must stay in every crop, as fractions of width and height from the top left; null for the middle. */
  focus: z
    .strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
    .nullable()
    .default(null),
  creator: text,
  creatorTitle: text,
  creditLine: text,
  source: text,
  copyrightNotice: text,
  usageTerms: text,
  instructions: text,
  descriptionWriter: text,
  jobId: text,
  /** ISO 8601, may be truncated to a date, a month or a year; empty where not known. */
  dateCreated: text,
  dateReleased: text,
  location: z
    .strictObject({ created: Place.nullable().default(null), shown: z.array(Place).readonly().default([]) })
    .default({ created: null, shown: [] }),
  people: z.array(Person).readonly().default([]),
  /** Full IPTC digital source type URI, or empty. */
  digitalSourceType: text,
  /** Full PLUS data mining URI, or empty. */
  dataMining: text,
  webStatement: text,
  licensor: z.strictObject({ name: text, url: text, email: text }).nullable().default(null),
  category: RightsCategory.default(''),
  leases: z.array(Lease).max(100).readonly().default([]),
  restrictions: z.array(Restriction).readonly().default([]),
  notices: z.array(Notice).readonly().default([]),
  original: Original.default({}),
});
export type Picture = z.infer<typeof Picture>;

/** The bracketed or bare photo credit at the end of a caption, taken apart. */
export const SignOff = z.strictObject({
  raw: z.string(),
  names: z.array(z.string()).readonly(),
  affiliations: z.array(z.string()).readonly(),
  via: z.string(),
  flags: z.array(z.string()).readonly(),
  span: Span,
});
export type SignOff = z.infer<typeof SignOff>;

/**
 * What the caption grammar (wire-formats 14) makes of a picture's text. Spans point into the text given;
 * caption, sign-off, restrictions, notices and unread together cover every character that is not white space.
 */
export const ParsedCaption = z.strictObject({
  /** The caption proper: the sentence or sentences that say what the picture shows. */
  caption: z.string(),
  captionSpans: z.array(Span).readonly(),
  signOff: SignOff.nullable(),
  creditLine: z.string(),
  creator: z.string(),
  /** ISO 8601 date (may be truncated) that the text gives for the taking, or empty. */
  dateTaken: z.string(),
  dateReleased: z.string(),
  people: z.array(Person).readonly(),
  restrictions: z.array(Restriction).readonly(),
  notices: z.array(Notice).readonly(),
  /** 'FILE', 'TOPSHOT', 'HANDOUT', 'COMBO' and the like, upper case. */
  tags: z.array(z.strictObject({ name: z.string(), span: Span })).readonly(),
  /** Words that the grammar could not place: never dropped, shown to the editor. */
  unread: z.array(z.strictObject({ text: z.string(), span: Span })).readonly(),
});
export type ParsedCaption = z.infer<typeof ParsedCaption>;

/** The styles in which a caption can be printed: an agency's own, or plain. */
export const captionStyles = ['ap', 'afp', 'reuters', 'getty', 'dpa', 'plain'] as const;
export const CaptionStyle = z.enum(captionStyles);
export type CaptionStyle = z.infer<typeof CaptionStyle>;

/** Where two readings of one metadata field differ: the IIM copy is often cut at a byte limit. */
export const MetadataDifference = z.strictObject({
  field: z.string(),
  xmp: z.string(),
  iim: z.string(),
  /** The IIM value is the beginning of the XMP value, cut. */
  truncated: z.boolean(),
  /** IIM was changed after XMP, as the digest its last common writer left says. */
  iimLater: z.boolean(),
});
export type MetadataDifference = z.infer<typeof MetadataDifference>;

/** A property of IPTC Photo Metadata that is read and left as it is: by the standard's name and XMP property. */
export const PictureProperty = z.strictObject({ name: z.string(), xmp: z.string(), value: z.string() });
export type PictureProperty = z.infer<typeof PictureProperty>;

/** What was read from a picture file. `fields` are the Picture fields that the file fills. */
export const PictureMetadata = z.strictObject({
  fields: Picture.pick({
    description: true,
    headline: true,
    altText: true,
    extendedDescription: true,
    creator: true,
    creatorTitle: true,
    creditLine: true,
    source: true,
    copyrightNotice: true,
    usageTerms: true,
    instructions: true,
    descriptionWriter: true,
    jobId: true,
    dateCreated: true,
    location: true,
    people: true,
    digitalSourceType: true,
    dataMining: true,
    webStatement: true,
    licensor: true,
  }),
  /** The standard's other properties: read, kept, and left in the file when it leaves. */
  properties: z.array(PictureProperty).readonly(),
  /** The same values by their source name, as found. */
  original: Original,
  restrictions: z.array(Restriction).readonly(),
  notices: z.array(Notice).readonly(),
  differences: z.array(MetadataDifference).readonly(),
});
export type PictureMetadata = z.infer<typeof PictureMetadata>;
