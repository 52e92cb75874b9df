import { describe, expect, it } from 'vitest';
import { type Block, plainInlines } from '../../../../main/contract/body.ts';
import type { Draft } from '../../../../main/contract/patch.ts';
import { emptyFields } from '../../../../main/contract/story.ts';
import { compareDrafts } from '../../../../renderer/story/conflict-diff.ts';

const paragraph = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  inlines: plainInlines(text),
});
const draft: Draft = {
  state: 'draft',
  fields: { ...emptyFields, headline: 'The lock opens' },
  body: {
    version: 1,
    blocks: [paragraph('a', 'The gates opened at noon.'), paragraph('b', 'Boats waited.')],
  },
  pictures: [],
};

describe('where two drafts differ', () => {
  it('is nowhere for one draft', () => {
    expect(compareDrafts(draft, draft)).toEqual([]);
  });

  it('names the field and its words', () => {
    const mine = { ...draft, fields: { ...draft.fields, headline: 'The lock shuts' } };
    const [difference] = compareDrafts(draft, mine);
    expect(difference?.label).toBe('Headline');
    expect(difference?.pieces).toEqual([
      { op: 'same', text: 'The lock ' },
      { op: 'delete', text: 'opens' },
      { op: 'insert', text: 'shuts' },
    ]);
  });

  it('has the words that only one side has, whole paragraphs too', () => {
    const theirs: Draft = {
      ...draft,
      body: { version: 1, blocks: [...draft.body.blocks, paragraph('t', 'Theirs.')] },
    };
    const mine: Draft = {
      ...draft,
      state: 'edit',
      body: {
        version: 1,
        blocks: [
          paragraph('a', 'The gates opened at dawn.'),
          paragraph('b', 'Boats waited.'),
          paragraph('m', 'Mine.'),
        ],
      },
    };
    const differences = compareDrafts(theirs, mine);
    const only = (op: 'insert' | 'delete'): string[] =>
      differences.flatMap(each => each.pieces.filter(piece => piece.op === op).map(piece => piece.text));
    expect(only('delete')).toEqual(['draft', 'noon', 'Theirs.']);
    expect(only('insert')).toEqual(['edit', 'dawn', 'Mine.']);
  });
});
