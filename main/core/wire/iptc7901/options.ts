import { z } from 'zod';

export const iptc7901Options = z.strictObject({
  characterSet: z
    .enum(['utf-8', 'latin-1', 'ascii'])
    .default('utf-8')
    .describe('The characters the receiver takes; others are written in letters that it knows'),
  service: z
    .string()
    .regex(/^[A-Za-z]{1,4}$/, 'a service is one to four letters')
    .default('wir')
    .describe('The service (wire) that the message is sent on'),
  number: z
    .int()
    .min(0)
    .max(99_999)
    .nullable()
    .default(null)
    .describe('The message’s number on its service; the story’s version where there is none'),
  agency: z
    .string()
    .regex(/^([A-Za-z]{2,4})?$/, 'an agency is two to four letters')
    .default('')
    .describe('The agency’s letters; from the house’s name where there are none'),
});
