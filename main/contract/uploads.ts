import { z } from 'zod';
import { Problem } from './failure.ts';
import { MetadataDifference } from './picture.ts';

/**
 * Where a window sends picture files, one a request, as the bytes they are: hundreds of them would not go through
 * the envelope of calls without three copies of each in memory. `?name=` says what the file was called, `&size=` how
 * many bytes it has: a request that brings fewer is answered with 400.
 */
export const uploadPath = '/uploads';

/** A picture file that was looked at and kept, and waits to be added to a story. */
export const TakenUpload = z.strictObject({
  /** Names it in `pictures.addTaken`. */
  taken: z.string().max(64),
  differences: z.array(MetadataDifference).readonly(),
  /** What to tell: a kind of file that cannot be shown here, a name that says another kind. */
  problems: z.array(Problem).readonly(),
});
export type TakenUpload = z.infer<typeof TakenUpload>;
