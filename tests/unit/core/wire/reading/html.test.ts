import { describe, expect, it } from 'vitest';
import { htmlInlines, htmlWords, isMarkedUp } from '../../../../../main/core/wire/reading/html.ts';

describe('isMarkedUp', () => {
  it.each(['<p>a', 'a<br/>b', 'a &amp; b', '&#233;', '<A HREF="x">y</A>'])('knows %s', text => {
    expect(isMarkedUp(text)).toBe(true);
  });

  it.each(['a < b > c', 'A&B', 'A & B; C', '<tag>', '2 <3', ''])('leaves %s alone', text => {
    expect(isMarkedUp(text)).toBe(false);
  });
});

describe('words and captions of HTML', () => {
  it('are without markup', () => {
    expect(htmlWords('A &amp; <b>B</b>')).toBe('A & B');
    expect(htmlWords('A < B')).toBe('A < B');
  });

  it('keep marks, and a break between paragraphs', () => {
    expect(htmlInlines('<p>The <i>Ada</i></p><p>sails</p>')).toEqual([
      { type: 'text', text: 'The ', marks: [] },
      { type: 'text', text: 'Ada', marks: ['italic'] },
      { type: 'break' },
      { type: 'text', text: 'sails', marks: [] },
    ]);
  });

  it('keep the words of what is no paragraph, once', () => {
    const words = htmlInlines('<p>One</p><ul><li>two</li></ul>').map(each =>
      each.type === 'text' ? each.text : ' ',
    );
    expect(words.join('')).toBe('One two');
  });
});
