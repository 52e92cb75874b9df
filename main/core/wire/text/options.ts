import { z } from 'zod';

export const textOptions = z.strictObject({
  width: z
    .union([z.literal(0), z.int().min(20).max(500)])
    .default(0)
    .describe('Columns to wrap lines at; 0 leaves every paragraph on one line'),
  lineEnd: z.enum(['lf', 'crlf']).default('lf').describe('Line ends as the receiver has them'),
});
