import { describe, expect, it } from 'vitest';
import { type Inline, inlineText, plainInlines } from '../../../../main/contract/body.ts';
import { editCaption, isMarked, toggleMark } from '../../../../renderer/pictures/caption-inlines.ts';

const ship: readonly Inline[] = [
  { type: 'text', text: 'The ', marks: [] },
  { type: 'text', text: 'Lady Orsola', marks: ['italic'] },
  { type: 'text', text: ' at the quay.', marks: [] },
];

describe('editing a caption as plain words', () => {
  it('keeps the marks of what was not touched', () => {
    expect(editCaption(ship, 'The Lady Orsola at the old quay.')).toEqual([
      { type: 'text', text: 'The ', marks: [] },
      { type: 'text', text: 'Lady Orsola', marks: ['italic'] },
      { type: 'text', text: ' at the old quay.', marks: [] },
    ]);
  });

  it('marks what is typed inside a marked run like the run', () => {
    expect(editCaption(ship, 'The Lady Anna Orsola at the quay.')[1]).toEqual({
      type: 'text',
      text: 'Lady Anna Orsola',
      marks: ['italic'],
    });
  });

  it('makes breaks of line feeds, and words of breaks', () => {
    const two = editCaption(ship, 'The Lady Orsola\nat the quay.');
    expect(two).toContainEqual({ type: 'break' });
    expect(inlineText(editCaption(two, inlineText(two).replace('\n', ' ')))).toBe(
      'The Lady Orsola at the quay.',
    );
  });

  it('keeps a link around its own words and lets go of it after them', () => {
    const linked: readonly Inline[] = [
      { type: 'text', text: 'See ', marks: [] },
      {
        type: 'link',
        href: 'https://example.test/',
        inlines: [{ type: 'text', text: 'the list', marks: [] }],
      },
    ];
    expect(editCaption(linked, 'See the long list')[1]).toMatchObject({
      type: 'link',
      inlines: [{ text: 'the long list' }],
    });
    expect(editCaption(linked, 'See the list.').at(-1)).toEqual({ type: 'text', text: '.', marks: [] });
  });

  it('always ends with the words that were asked for', () => {
    for (const words of [
      '',
      'x',
      'The Lady',
      'Orsola at the quay.',
      'The The Lady Orsola at the quay..',
      '🙂 The Lady',
    ])
      expect(inlineText(editCaption(ship, words))).toBe(words);
  });
});

describe('marking words of a caption', () => {
  it('puts a mark on a range and takes it off again', () => {
    const plain = plainInlines('Aboard the Lady Orsola');
    const marked = toggleMark(plain, 11, 22, 'italic');
    expect(marked).toEqual([
      { type: 'text', text: 'Aboard the ', marks: [] },
      { type: 'text', text: 'Lady Orsola', marks: ['italic'] },
    ]);
    expect(isMarked(marked)).toBe(true);
    expect(toggleMark(marked, 11, 22, 'italic')).toEqual(plain);
  });

  it('marks the whole of a range of which a part is marked', () => {
    expect(toggleMark(ship, 0, 15, 'italic')[0]).toEqual({
      type: 'text',
      text: 'The Lady Orsola',
      marks: ['italic'],
    });
  });

  it('leaves an empty range alone', () => {
    expect(toggleMark(ship, 4, 4, 'bold')).toBe(ship);
  });
});
