import { z } from 'zod';

export const iptc7901Options = z.strictObject({
  characterSet: z
    .enum(['utf-8', 'latin-1', 'ascii'])
    .default('utf-8')
    .describe('What the receiver reads; what it has no character for is written another way and told'),
  service: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'a service has three letters')
    .default('wir')
    .describe('The wire service’s three letters'),
  agency: z
    .string()
    .regex(/^[A-Za-z]{2,4}$/, 'an agency has two to four letters')
    .default('wir')
    .describe('The agency’s letters'),
});
