import { z } from 'zod';

/** A half-open range [start, end) of UTF-16 units in the text named by `field`. */
export const Span = z.strictObject({
  field: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Span = z.infer<typeof Span>;

export const restrictionKinds = [
  'editorial-only',
  'mandatory-credit',
  'no-marketing',
  'no-advertising',
  'no-sales',
  'no-archive',
  'no-third-party',
  'exclude-territory',
  'include-territory',
  'exclude-media',
  'time-limit',
  'no-internet',
  'other',
] as const;
export const RestrictionKind = z.enum(restrictionKinds);
export type RestrictionKind = z.infer<typeof RestrictionKind>;

/** One rule read from a picture's texts, tied to the characters it was read from. */
export const Restriction = z.strictObject({
  kind: RestrictionKind,
  /** ISO 3166-1 alpha-2, upper case, sorted. */
  territories: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .readonly()
    .default([]),
  /** Lower-case names of media or outlets: 'tv', 'internet', 'magazines', 'CCTV' as 'cctv'. */
  media: z.array(z.string()).readonly().default([]),
  /** When a time limit ends: RFC 3339 date-time, or date. Null where the text gives a length but no start is known. */
  until: z.string().nullable().default(null),
  /** The credit that a mandatory credit demands, as written. */
  credit: z.string().nullable().default(null),
  /** The words of the first source span. */
  text: z.string(),
  spans: z.array(Span).readonly(),
  needsReview: z.boolean().default(false),
});
export type Restriction = z.infer<typeof Restriction>;

export const noticeKinds = [
  'third-party-supplied',
  'unverified',
  'as-received',
  'service-to-clients',
  'quality',
  'other',
] as const;
export const NoticeKind = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof NoticeKind>;

export const Notice = z.strictObject({
  kind: NoticeKind,
  text: z.string(),
  spans: z.array(Span).readonly(),
});
export type Notice = z.infer<typeof Notice>;

export const Use = z.enum(['editorial', 'commercial', 'archive']);
export type Use = z.infer<typeof Use>;

/** Where a picture comes from, in a desk's words; each has its default rules. '' while nobody has said. */
export const rightsCategories = [
  '',
  'staff',
  'agency',
  'handout',
  'pool',
  'social-media',
  'archive',
  'synthetic',
] as const;
export const RightsCategory = z.enum(rightsCategories);
export type RightsCategory = z.infer<typeof RightsCategory>;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD');

/** What was agreed about one picture, by whoever may agree to it: use allowed or denied, for a use, between two days. */
export const Lease = z.strictObject({
  allows: z.boolean(),
  /** Null for every use. */
  use: Use.nullable().default(null),
  /** The first and the last day it holds, in UTC; null where it has no such end. */
  from: day.nullable().default(null),
  until: day.nullable().default(null),
  /** Who agreed and where it is written. */
  note: z.string().default(''),
});
export type Lease = z.infer<typeof Lease>;

/** How picture files leave: all their pixels, or scaled and cut round the focus point. */
export const PictureDelivery = z.strictObject({
  /** Pixels of the longer edge at most; null for the size they have. */
  longEdge: z.int().min(16).max(20_000).nullable().default(null),
  /** Width to height, cut round the focus point; null for the shape they have. */
  aspect: z
    .string()
    .regex(/^[1-9]\d?:[1-9]\d?$/, 'an aspect is written 16:9')
    .nullable()
    .default(null),
  /** Leaves out where it was taken: Exif GPS and the location fields. */
  stripLocation: z.boolean().default(false),
});
export type PictureDelivery = z.infer<typeof PictureDelivery>;

/** Where stories go: the territories and media it serves, the use it makes, the formats it takes. */
export const Destination = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** ISO 3166-1 alpha-2 codes that the destination serves. Empty means the whole world. */
  territories: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'a territory is a two-letter ISO 3166-1 code'))
    .readonly()
    .default([]),
  use: Use.default('editorial'),
  /** The media it publishes in: 'print', 'internet', 'tv', 'radio', 'magazines'. Empty means every medium. */
  media: z.array(z.string().trim().toLowerCase().min(1)).readonly().default([]),
  /** Wire format ids it accepts. Empty means any. */
  formats: z.array(z.string()).readonly().default([]),
  /** How a filed story reaches it: files written into a folder. Null where stories are only exported by hand. */
  delivery: z
    .strictObject({ kind: z.literal('folder'), path: z.string().min(1) })
    .nullable()
    .default(null),
  pictures: PictureDelivery.default({ longEdge: null, aspect: null, stripLocation: false }),
});
export type Destination = z.infer<typeof Destination>;

export const Decision = z.enum(['allowed', 'needs-decision', 'blocked']);
export type Decision = z.infer<typeof Decision>;

/** One reason why a story or a picture may not, or not without thought, go to a destination. */
export const GateReason = z.strictObject({
  decision: Decision.exclude(['allowed']),
  code: z.enum(['embargo', 'state', 'restriction', 'format', 'review', 'lease', 'category']),
  /** A whole sentence for a person. */
  message: z.string(),
  /** The picture's identifier; null where the story itself is held. */
  picture: z.string().nullable(),
  restriction: Restriction.nullable(),
  /** The restriction's own words, quoted from the source. */
  source: z.string(),
});
export type GateReason = z.infer<typeof GateReason>;

export const GateResult = z.strictObject({ decision: Decision, reasons: z.array(GateReason).readonly() });
export type GateResult = z.infer<typeof GateResult>;

/** A named person's decision to send against a rule. Append-only. */
export const Override = z.strictObject({
  time: z.string(),
  by: z.string(),
  reason: z.string(),
  destination: z.string().nullable(),
  format: z.string(),
  /** What was overridden, in words. */
  overridden: z.array(z.string()).readonly(),
});
export type Override = z.infer<typeof Override>;

/** The ways out of the house. */
export const Door = z.enum(['export', 'file', 'batch', 'copy']);
export type Door = z.infer<typeof Door>;

/** One leaving of one picture: the ledger's line. Append-only. */
export const PictureUse = z.strictObject({
  time: z.string(),
  /** The file by its hash; null where only the words left. */
  sha256: z.string().nullable(),
  picture: z.string(),
  story: z.string(),
  /** What the story went by then. */
  name: z.string(),
  version: z.int(),
  door: Door,
  format: z.string(),
  destination: z.string().nullable(),
  /** Who sent it, as far as is known. */
  by: z.string(),
  /** The rules that it left under, in the source's words. */
  rights: z.array(z.string()).readonly(),
  /** Why it left against a rule; null where none stood against it. */
  override: z.string().nullable(),
});
export type PictureUse = z.infer<typeof PictureUse>;

/** A picture of a story whose time has ended or ends soon. */
export const EndingRights = z.strictObject({
  story: z.string(),
  name: z.string(),
  picture: z.string(),
  /** RFC 3339, UTC: the first moment at which it may no longer be used. */
  ends: z.string(),
  /** The words that set the end. */
  why: z.string(),
  ended: z.boolean(),
});
export type EndingRights = z.infer<typeof EndingRights>;
