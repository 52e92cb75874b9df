import { describe, expect, it } from 'vitest';
import { Body, inlineText, plainInlines } from '../../../main/contract/body.ts';
import { Picture } from '../../../main/contract/picture.ts';
import { firstLines, piecesOf } from '../../../renderer/proof/pieces.ts';

const words = plainInlines;

describe('the pieces of a proof', () => {
  const { blocks } = Body.parse({
    version: 1,
    blocks: [
      { id: 'a', type: 'heading', level: 2, inlines: words('The locks') },
      { id: 'b', type: 'paragraph', inlines: words('They opened.') },
      { id: 'c', type: 'list', ordered: true, items: [words('north'), words('south')] },
      { id: 'd', type: 'quote', paragraphs: [words('At last.')], attribution: 'Mira Tolle' },
      { id: 'e', type: 'table', rows: [[{ inlines: words('gate') }, { inlines: words('tide') }]] },
      { id: 'f', type: 'picture', pictureId: 'second' },
      { id: 'g', type: 'separator' },
      { id: 'h', type: 'embed', url: 'https://wire.example/lock', title: 'The gate' },
      {
        id: 'i',
        type: 'box',
        title: 'Figures',
        blocks: [{ id: 'j', type: 'pullQuote', inlines: words('Four gates'), attribution: '' }],
      },
      { id: 'k', type: 'note', inlines: words('ask the pilot') },
    ],
  });
  const pictures = [Picture.parse({ id: 'first' }), Picture.parse({ id: 'second' })];

  it('are everything in the copy, in reading order', () => {
    const told = piecesOf(blocks, pictures).map(
      ({ kind, marker, runs }) => `${kind} ${marker}${runs.map(inlineText).join(' | ')}`,
    );
    expect(told).toEqual([
      'heading The locks',
      'paragraph They opened.',
      'item 1. north',
      'item 2. south',
      'quote At last.',
      'quote — Mira Tolle',
      'row gate | tide',
      'label Picture 2',
      'separator * * *',
      'label Embed: The gate, https://wire.example/lock',
      'label Box: Figures',
      'quote Pull quote: Four gates',
      'label End of box',
      'note Note: ask the pilot',
    ]);
  });

  it('have each a key of its own', () => {
    const keys = piecesOf(blocks, pictures).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are counted through, line by line', () => {
    expect(firstLines([1, 3, 0, 2])).toEqual([1, 2, 5, 5]);
    expect(firstLines([])).toEqual([]);
  });
});
