import { describe, expect, it } from 'vitest';
import { wordList } from '../../../../main/core/spelling/word-list.ts';
import { isNoWord, wordsOf } from '../../../../main/core/spelling/words.ts';

const texts = (text: string, language = 'en') => wordsOf(text, language).map(word => word.text);

describe('the words of a text', () => {
  it('are found where they stand', () => {
    const text = 'The lock – “closed” – opens.';
    for (const { start, end, text: word } of wordsOf(text, 'en')) expect(text.slice(start, end)).toBe(word);
    expect(texts(text)).toEqual(['The', 'lock', 'closed', 'opens']);
  });

  it('keep both apostrophes, lose soft hyphens, and are composed', () => {
    expect(texts("don't don’t har\u00adbour cafe\u0301")).toEqual(["don't", "don't", 'harbour', 'café']);
  });

  it('that hyphens join are one, with parts', () => {
    const [word, ...others] = wordsOf('well-known', 'en');
    expect(word).toMatchObject({ text: 'well-known', start: 0, end: 10 });
    expect(word?.parts.map(part => part.text)).toEqual(['well', 'known']);
    expect(others).toEqual([]);
    expect(texts('open – known - word')).toEqual(['open', 'known', 'word']);
  });

  it('are none in addresses', () => {
    expect(
      texts('See https://ferry.example/tmes?x=1 or mail desk@selwyn.example, @selwynpost #frry now'),
    ).toEqual(['See', 'or', 'mail', 'now']);
  });

  it('are cut by the script where there are no spaces', () => {
    expect(texts('港口關閉 the lock', 'zh').at(-1)).toBe('lock');
  });

  it('take time that grows with the text and not with its square', () => {
    expect(texts('x'.repeat(200_000))).toHaveLength(1);
  });

  it('that are figures, acronyms and abbreviations are no words', () => {
    for (const word of ['12', 'H2O', '10th', 'NATO', 'MPs', "EU's", 'EU:s', 'U.S', 'e.g', 'x', 'É'])
      expect([word, isNoWord(word)]).toEqual([word, true]);
    for (const word of ['lock', 'Lock', 'iPhone', "don't"])
      expect([word, isNoWord(word)]).toEqual([word, false]);
  });
});

describe('the house’s words', () => {
  const list = wordList(['wiredesk', 'Selwyn', 'Ada Brandt-Okoye', 'eBay'], 'en');

  it('in small letters are right with a capital, and with a capital only so', () => {
    for (const word of ['wiredesk', 'Wiredesk', 'WIREDESK', 'Selwyn', 'SELWYN', 'eBay'])
      expect([word, list.accepts(word)]).toEqual([word, true]);
    for (const word of ['selwyn', 'wireDesk', 'ebay'])
      expect([word, list.accepts(word)]).toEqual([word, false]);
  });

  it('hold in the parts of a name and in the genitive', () => {
    for (const word of ['Ada', 'Brandt-Okoye', 'Okoye', "Selwyn's", "Ada's"])
      expect([word, list.accepts(word)]).toEqual([word, true]);
    expect(list.accepts('Selwyns')).toBe(false);
    expect(wordList(['Selwyn'], 'de').accepts('Selwyns')).toBe(true);
  });

  it('are found near a slip', () => {
    expect(list.near('Sewlyn')).toEqual(['Selwyn']);
    expect(list.near('harbour')).toEqual([]);
  });
});
