import { z } from 'zod';

export const ninjsOptions = z.strictObject({
  mediaBase: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .default('')
    .describe('The web address under which the pictures will lie; empty for files beside the story'),
});
