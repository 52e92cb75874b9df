import type { z } from 'zod';
import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext, Written } from '../format.ts';
import { mediaAddress } from '../ninjs/picture.ts';
import { xmlDocument } from '../xml.ts';
import { atomFeed } from './atom.ts';
import { rssFeed } from './channel.ts';
import type { FeedStory } from './item.ts';
import type { rssOptions } from './options.ts';

type Options = z.output<typeof rssOptions>;

const layout = {
  cdataInside: new Set(['content:encoded']),
  indentInside: new Set(['rss', 'channel', 'item', 'feed', 'entry', 'author', 'media:group', 'wire:picture']),
};

/** A story as the only item of a feed: RSS 2.0 or Atom 1.0, both with Media RSS (wire-formats 9). */
export function writeRss(story: Story, options: Options, context: WriteContext): Written {
  const address = (picture: Picture): string | null => mediaAddress(picture, options, context);
  const told: FeedStory = { story, context, address };
  const atom = options.feed === 'atom';
  const file = {
    path: `${context.baseName}.xml`,
    mediaType: atom ? 'application/atom+xml' : 'application/rss+xml',
    bytes: xmlDocument(atom ? atomFeed(told) : rssFeed(told), layout),
  };
  return { files: [file], problems: [] };
}
