import type { BlockPlaces } from './format.ts';

/** Where blocks go on wires of plain paragraphs: what `copy-lines.ts` writes. Marks are lost, words are not. */
export const plainBlocks: BlockPlaces = {
  paragraph: 'a paragraph',
  heading: 'a paragraph',
  list: 'a paragraph an item, with a dash or a number',
  quote: 'paragraphs, the attribution after a dash',
  pullQuote: 'paragraphs, the attribution after a dash',
  table: 'a paragraph a row, cells apart by bars',
  picture: '[Photo N]; its words stand in the list of photos',
  separator: '---',
  box: 'its title and its paragraphs',
  embed: 'title and address',
  note: 'omitted',
};
