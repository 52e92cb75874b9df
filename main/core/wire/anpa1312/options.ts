import { z } from 'zod';

export const anpa1312Options = z.strictObject({
  service: z
    .string()
    .regex(/^[a-z]$/i, 'a service level is one letter')
    .default('a')
    .describe('The service level’s letter'),
  selector: z
    .string()
    .regex(/^[A-Za-z]{0,4}$/, 'a selector has at most four letters')
    .default('')
    .describe('The selector code that routes the story'),
  cycle: z.enum(['BC', 'AM', 'PM']).default('BC').describe('The publication cycle that opens the keyword'),
});
