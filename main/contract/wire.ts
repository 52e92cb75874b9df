import { z } from 'zod';
import { Problem } from './failure.ts';
import { GateReason } from './rights.ts';

/** Identifiers of the wire formats, readers and writers alike, in the order menus show them. */
export const FormatInfo = z.strictObject({
  id: z.string(),
  label: z.string(),
  extension: z.string(),
  mediaType: z.string(),
  write: z.boolean(),
  read: z.boolean(),
});
export type FormatInfo = z.infer<typeof FormatInfo>;

/** A file written for a story. `path` is absolute, or relative to the export folder in a preview. */
export const WrittenFile = z.strictObject({
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
  mediaType: z.string(),
  /** The story's identifier. */
  story: z.string(),
});
export type WrittenFile = z.infer<typeof WrittenFile>;

export const ExportResult = z.strictObject({
  files: z.array(WrittenFile).readonly(),
  problems: z.array(Problem).readonly(),
});
export type ExportResult = z.infer<typeof ExportResult>;

/** What the export dialog shows before anything is written. */
export const ExportPreview = z.strictObject({
  /** The story file exactly as it would leave; empty where the gate refuses, and for a file that is no text. */
  text: z.string(),
  files: z.array(z.strictObject({ path: z.string(), mediaType: z.string(), bytes: z.int() })).readonly(),
  problems: z.array(Problem).readonly(),
  reasons: z.array(GateReason).readonly(),
  /** Whether Export would be refused as things stand. */
  refused: z.boolean(),
  /** Whether the story could go if its barred pictures stayed behind. */
  possibleWithoutPictures: z.boolean(),
});
export type ExportPreview = z.infer<typeof ExportPreview>;

/** What became of one story in one format of a batch. */
export const BatchOutcome = z.strictObject({
  story: z.string(),
  /** What the story goes by. */
  name: z.string(),
  format: z.string(),
  outcome: z.enum(['written', 'refused', 'failed']),
  problems: z.array(Problem).readonly(),
  files: z.array(WrittenFile).readonly(),
});
export type BatchOutcome = z.infer<typeof BatchOutcome>;

/** A subject of IPTC's Media Topics. */
export const Topic = z.strictObject({
  /** Eight digits. */
  code: z.string(),
  name: z.string(),
  /** The wider topics it stands under, the widest first. */
  path: z.array(z.string()).readonly(),
  retired: z.boolean(),
});
export type Topic = z.infer<typeof Topic>;

/** One sending of a story to a destination. */
export const Filing = z.strictObject({
  time: z.string(),
  by: z.string(),
  destination: z.string(),
  format: z.string(),
  version: z.int(),
  files: z.array(z.string()).readonly(),
});
export type Filing = z.infer<typeof Filing>;
