import { z } from 'zod';
import { StoryState } from './story.ts';

export const TextPiece = z.strictObject({ op: z.enum(['same', 'insert', 'delete']), text: z.string() });
export type TextPiece = z.infer<typeof TextPiece>;
/** What is different between two revisions of a story. */
export const StoryDiff = z.strictObject({
  a: z.int().min(1),
  b: z.int().min(1),
  state: z.strictObject({ a: StoryState, b: StoryState }).nullable(),
  fields: z
    .array(
      z.strictObject({
        field: z.string(),
        label: z.string(),
        a: z.string(),
        b: z.string(),
        pieces: z.array(TextPiece).readonly(),
      }),
    )
    .readonly(),
  blocks: z
    .array(
      z.strictObject({
        op: z.enum(['same', 'insert', 'delete', 'change']),
        /** The block's identifier and type, in the later revision where it is in both. */
        id: z.string(),
        type: z.string(),
        pieces: z.array(TextPiece).readonly(),
      }),
    )
    .readonly(),
  pictures: z
    .array(
      z.strictObject({
        op: z.enum(['insert', 'delete', 'change']),
        id: z.string(),
        pieces: z.array(TextPiece).readonly(),
      }),
    )
    .readonly(),
});
export type StoryDiff = z.infer<typeof StoryDiff>;
