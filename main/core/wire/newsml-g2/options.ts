import { z } from 'zod';

export const newsmlG2Options = z.strictObject({
  version: z
    .enum(['2.35', '2.23', '2.12'])
    .default('2.35')
    .describe('The version the receiver understands; what an older one has no element for is said in notes'),
  body: z.enum(['xhtml', 'nitf']).default('xhtml').describe('The markup of the copy'),
  shape: z
    .enum(['message', 'items'])
    .default('message')
    .describe('One message with a package that ties text and pictures, or a file for each item'),
  indent: z.boolean().default(true).describe('Write metadata on lines of its own'),
});
