import { z } from 'zod';

export const nitfOptions = z.strictObject({
  namespace: z
    .boolean()
    .default(false)
    .describe('Write the NITF namespace; nearly all receivers expect none in a file that stands alone'),
});
