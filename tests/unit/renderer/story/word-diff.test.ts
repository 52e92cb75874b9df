import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from '../../../../renderer/story/word-diff.ts';

const text = fc
  .array(fc.constantFrom('gate', 'lock', 'the', ' ', '.', '“', 'é', '\n', '7'), { maxLength: 30 })
  .map(parts => parts.join(''));

describe('comparing two texts by words', () => {
  it('marks whole words', () => {
    expect(diffWords('The gates opened at noon.', 'The gates opened late.')).toEqual([
      { op: 'same', text: 'The gates opened ' },
      { op: 'delete', text: 'at noon' },
      { op: 'insert', text: 'late' },
      { op: 'same', text: '.' },
    ]);
  });

  it('loses no character of either text', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const pieces = diffWords(a, b);
        const without = (op: string): string =>
          pieces
            .filter(piece => piece.op !== op)
            .map(piece => piece.text)
            .join('');
        expect(without('insert')).toBe(a);
        expect(without('delete')).toBe(b);
      }),
    );
  });

  it('is one piece for equal texts and none for two empty ones', () => {
    expect(diffWords('The lock', 'The lock')).toEqual([{ op: 'same', text: 'The lock' }]);
    expect(diffWords('', '')).toEqual([]);
  });
});
