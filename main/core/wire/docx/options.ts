import { z } from 'zod';

export const docxOptions = z.strictObject({
  pictures: z
    .boolean()
    .default(true)
    .describe('The pictures themselves in the document, not only their words'),
});
