// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { houseWord, listedWords } from '../../../../renderer/spelling/house-word.ts';
import { linesOf, rangeIn } from '../../../../renderer/spelling/lines.ts';

function block(html: string): HTMLElement {
  document.body.innerHTML = html;
  const element = document.body.firstElementChild;
  if (!(element instanceof HTMLElement)) throw new Error('There is no block.');
  return element;
}

describe('the lines of a block', () => {
  it('join what is marked up, and end at breaks and cells', () => {
    const texts = (html: string) => linesOf(block(html)).map(line => line.text);
    expect(texts('<p><span>har</span><strong>bour</strong> lock</p>')).toEqual(['harbour lock']);
    expect(texts('<p><span>one</span><br><span>two</span></p>')).toEqual(['one', 'two']);
    expect(texts('<table><tr><td><p>one</p></td><td><p>two</p></td></tr></table>')).toEqual(['one', 'two']);
    expect(texts('<ul><li>one<ul><li>two</li></ul></li></ul>')).toEqual(['one', 'two']);
    expect(texts('<p> </p>')).toEqual([]);
  });

  it('give a word as a range, across marks too', () => {
    const [line] = linesOf(block('<p><span>the har</span><strong>bour</strong><span> lock</span></p>'));
    if (!line) throw new Error('There is no line.');
    expect(rangeIn(line, 4, 11)?.toString()).toBe('harbour');
    expect(rangeIn(line, 12, 16)?.toString()).toBe('lock');
    expect(rangeIn(line, 0, 3)?.startContainer.textContent).toBe('the har');
    expect(rangeIn(line, 12, 99)).toBeNull();
  });
});

describe('words for the house dictionary', () => {
  it('are for every language where they are names, for their own where not', () => {
    expect(houseWord('Sedge\u00adholm', 'en-GB')).toEqual({ word: 'Sedgeholm', language: '', story: '' });
    expect(houseWord('couldn’t', 'en-GB')).toEqual({ word: "couldn't", language: 'en', story: '' });
  });

  it('come from a text file once each, figures left out', () => {
    expect(listedWords('\ufeffOkonjo\r\nMarsh-Bell, Okonjo\n12\n—\n', 'de').map(each => each.word)).toEqual([
      'Okonjo',
      'Marsh-Bell',
    ]);
  });
});
