import type { BlockPlaces } from './format.ts';

/** Where blocks go in every format whose copy is XHTML or HTML: what `xhtml-body.ts` writes. */
export const xhtmlBlocks: BlockPlaces = {
  paragraph: 'p',
  heading: 'h2, h3, h4',
  list: 'ul, ol',
  quote: 'blockquote, attribution in footer',
  pullQuote: 'blockquote class pull-quote, attribution in footer',
  table: 'table',
  picture: 'figure with img and figcaption',
  separator: 'hr',
  box: 'aside class box, title in h2',
  embed: 'p class embed with a link',
  note: 'omitted',
};
