import { z } from 'zod';
import { Problem } from './failure.ts';
import { method, SessionId, storyId } from './method.ts';
import { Override, PictureDelivery } from './rights.ts';
import { Story } from './story.ts';
import { BatchOutcome, ExportPreview, ExportResult, Filing } from './wire.ts';

const exportChoice = {
  format: z.string(),
  /** The format's own options; each format checks its own. */
  options: z.record(z.string(), z.unknown()).default({}),
  /** A destination's name; null for an export to nobody in particular. */
  destination: z.string().nullable().default(null),
  withoutBlockedPictures: z.boolean().default(false),
  /** How the picture files leave, beside what the destination asks; null for what it asks. */
  pictures: PictureDelivery.nullable().default(null),
};
const overrideChoice = z.strictObject({
  reason: z.string().trim().min(1).max(2_000),
  by: z.string().trim().min(1).max(200),
});

/** The ways out of the house. */
export const departureMethods = {
  'export.preview': method(z.strictObject({ id: storyId, ...exportChoice }), ExportPreview),
  'export.write': method(
    z.strictObject({
      ids: z.array(storyId).min(1).max(10_000),
      ...exportChoice,
      override: overrideChoice.nullable().default(null),
      /** An absolute folder; null for the one in the settings. */
      folder: z.string().max(4_000).nullable().default(null),
      session: SessionId,
    }),
    ExportResult,
  ),
  /** The story file's text to be pasted or dropped elsewhere: it leaves like any export. */
  'export.copy': method(
    z.strictObject({
      id: storyId,
      ...exportChoice,
      override: overrideChoice.nullable().default(null),
      session: SessionId,
    }),
    z.strictObject({ text: z.string(), name: z.string(), mediaType: z.string() }),
  ),
  /**
   * Many stories in many formats. What a rule stops stays and is told; the rest goes. A report lies beside the
   * files. Progress comes as events under `job`; cancelled, what was written so far is told all the same.
   */
  'export.batch': method(
    z.strictObject({
      ids: z.array(storyId).min(1).max(100_000),
      formats: z.array(z.string()).min(1).max(32),
      /** Options by format. */
      options: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
      destination: z.string().nullable().default(null),
      withoutBlockedPictures: z.boolean().default(false),
      pictures: PictureDelivery.nullable().default(null),
      folder: z.string().max(4_000).nullable().default(null),
      session: SessionId,
      job: z.string().max(64),
    }),
    z.strictObject({
      outcomes: z.array(BatchOutcome).readonly(),
      /** Where the report lies. */
      report: z.string(),
      cancelled: z.boolean(),
    }),
  ),
  /** Sends the story to a destination's folder as its next version. */
  'filing.file': method(
    z.strictObject({
      id: storyId,
      ...exportChoice,
      destination: z.string(),
      override: overrideChoice.nullable().default(null),
      session: SessionId,
    }),
    z.strictObject({ story: Story, filing: Filing, problems: z.array(Problem).readonly() }),
  ),
  'filing.list': method(
    z.strictObject({ id: storyId }),
    z.strictObject({ filings: z.array(Filing).readonly(), overrides: z.array(Override).readonly() }),
  ),
} as const;
