import { z } from 'zod';

export const rssOptions = z.strictObject({
  feed: z.enum(['rss', 'atom']).default('rss').describe('RSS 2.0, or Atom 1.0 with the same contents'),
  mediaBase: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .default('')
    .describe('The web address under which the pictures will lie; empty for files beside the feed'),
});
