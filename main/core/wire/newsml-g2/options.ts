import { z } from 'zod';

export const newsmlG2Options = z.strictObject({
  indent: z.boolean().default(true).describe('Write metadata on lines of its own'),
});
