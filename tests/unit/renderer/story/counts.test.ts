import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Body, plainInlines } from '../../../../main/contract/body.ts';
import { countBody } from '../../../../main/contract/story.ts';
import { countBlocks } from '../../../../renderer/story/counts.ts';

const words = fc
  .array(fc.constantFrom('The', 'gates', 'café', '3.5', 'dry-dock', '🙂', 'Ó', '…'), { maxLength: 12 })
  .map(list => list.join(' '));
const block: fc.Arbitrary<Block> = fc.tuple(fc.uuid(), words, fc.nat(3)).map(([id, text, kind]) => {
  const inlines = plainInlines(text);
  switch (kind) {
    case 0:
      return { id, type: 'heading', level: 2, inlines };
    case 1:
      return { id, type: 'list', ordered: false, items: [inlines, inlines] };
    case 2:
      return { id, type: 'note', inlines };
    default:
      return { id, type: 'paragraph', inlines };
  }
});

describe('counting block by block', () => {
  it('gives what counting the whole body gives', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), blocks => {
        const body: Body = { version: 1, blocks };
        expect(countBlocks(body, 'en')).toEqual(countBody(body, 'en'));
      }),
    );
  });

  it('counts a block again for another language', () => {
    const body: Body = {
      version: 1,
      blocks: [{ id: 'a', type: 'paragraph', inlines: plainInlines('港の水門が開いた') }],
    };
    expect(countBlocks(body, 'en')).toEqual(countBody(body, 'en'));
    expect(countBlocks(body, 'ja')).toEqual(countBody(body, 'ja'));
  });
});
