import { z } from 'zod';

const address = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default('');

export const htmlOptions = z.strictObject({
  address: address.describe('The web address the page will have; empty where it is not known'),
  share: z.boolean().default(true).describe('Links to share the page, without script'),
});
