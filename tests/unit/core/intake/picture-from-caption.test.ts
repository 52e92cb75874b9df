import { describe, expect, it } from 'vitest';
import type { ParsedCaption } from '../../../../main/contract/picture.ts';
import { pictureFromCaption } from '../../../../main/core/intake/picture-from-caption.ts';
import { parseCaption } from '../../../../main/core/pictures/caption/parse.ts';
import { plainCaption } from './support.ts';

const start = 'Ada Lindqvist opens the lock in Port Selwyn on March 3, 2026. (Photo by Tomas Reyl / AFP)';
const rules = 'RESTRICTED TO EDITORIAL USE - NO MARKETING NO ADVERTISING CAMPAIGNS';

describe('pictureFromCaption', () => {
  it('puts what the grammar reads into the picture, and keeps the text as it came', () => {
    const text = `${start} / ${rules}`;
    const picture = pictureFromCaption(text, { id: 'p1', parseCaption });
    expect(picture.original).toEqual({ caption: text });
    expect(picture.description).toBe('Ada Lindqvist opens the lock in Port Selwyn on March 3, 2026.');
    expect(picture.caption).toEqual([{ type: 'text', text: picture.description, marks: [] }]);
    expect(picture.creditLine).toBe('Tomas Reyl / AFP');
    expect(picture.instructions).toBe(rules);
    expect(picture.usageTerms).toBe('');
    expect(picture.restrictions.map(({ kind }) => kind)).toEqual([
      'editorial-only',
      'no-marketing',
      'no-advertising',
    ]);
  });

  it('keeps the caption and the sign-off out of the restriction run where they stand in its middle', () => {
    const text = 'NO SALES The gates. (Photo by X / AFP) NO ARCHIVES -- TV OUT';
    const at = (words: string) => {
      const from = text.indexOf(words);
      return { field: 'caption', start: from, end: from + words.length };
    };
    const rule = (words: string) => ({
      kind: 'other' as const,
      territories: [],
      media: [],
      until: null,
      credit: null,
      text: words,
      spans: [at(words)],
      needsReview: false,
    });
    const parsed: ParsedCaption = {
      ...plainCaption(text),
      caption: 'The gates.',
      captionSpans: [at('The gates.')],
      restrictions: [rule('TV OUT'), rule('NO SALES'), rule('NO ARCHIVES')],
    };
    const picture = pictureFromCaption(text, {
      id: 'p1',
      parseCaption: () => ({
        ...parsed,
        signOff: {
          raw: '(Photo by X / AFP)',
          names: ['X'],
          affiliations: ['AFP'],
          via: '',
          flags: [],
          span: at('(Photo by X / AFP)'),
        },
      }),
    });
    expect(picture.instructions).toBe('NO SALES NO ARCHIVES -- TV OUT');
  });
});
