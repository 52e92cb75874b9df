import { describe, expect, it } from 'vitest';
import { Body, bodyText } from '../../../main/contract/body.ts';
import {
  countBody,
  countText,
  emptyFields,
  fieldNames,
  SomeFields,
  StoryFields,
} from '../../../main/contract/story.ts';

describe('counts', () => {
  it.each([
    ['', 'en', { words: 0, characters: 0, readingMinutes: 0 }],
    ['Three small boats.', 'en', { words: 3, characters: 18, readingMinutes: 1 }],
    ['Don’t split 1,000 or e-mail…', 'en', { words: 6, characters: 28, readingMinutes: 1 }],
    ['港口的新水闸今天开放', 'zh', { words: 6, characters: 10, readingMinutes: 1 }],
  ])('of %j', (text, language, expected) => {
    const counts = countText(text, language);
    expect(counts.characters).toBe(expected.characters);
    expect(counts.readingMinutes).toBe(expected.readingMinutes);
    expect(Math.abs(counts.words - expected.words)).toBeLessThanOrEqual(language === 'zh' ? 2 : 0);
  });

  it('counts minutes up, at 238 words a minute', () => {
    expect(countText(Array.from({ length: 238 }, () => 'word').join(' '), 'en').readingMinutes).toBe(1);
    expect(countText(Array.from({ length: 239 }, () => 'word').join(' '), 'en').readingMinutes).toBe(2);
  });

  it('leaves internal notes out, in boxes too', () => {
    const note = (id: string) => ({ id, type: 'note', inlines: [{ type: 'text', text: 'not for readers' }] });
    const body = Body.parse({
      version: 1,
      blocks: [
        { id: 'p', type: 'paragraph', inlines: [{ type: 'text', text: 'Two words' }] },
        note('n'),
        { id: 'b', type: 'box', title: 'Facts', blocks: [note('m')] },
      ],
    });
    expect(bodyText(body)).toBe('Two words\n\nFacts');
    expect(bodyText(body, { notes: true })).toContain('not for readers');
    expect(countBody(body, 'en').words).toBe(3);
  });

  it('takes a language tag that nobody knows', () => {
    expect(countText('a b', 'x-nonsense-tag-that-is-odd').words).toBe(2);
  });
});

describe('fields', () => {
  it('have a default each', () => {
    expect(Object.keys(StoryFields.parse({}))).toEqual(fieldNames);
  });

  it('keep to one line where they are one line', () => {
    expect(StoryFields.parse({ headline: 'Rain\nand\tsun' }).headline).toBe('Rain and sun');
  });

  it.each([
    { language: 'not a tag' },
    { urgency: 9 },
    { embargo: { until: 'tomorrow' } },
    { unknown: 'x' },
    { headline: 7 },
  ])('refuse %j', fields => {
    expect(SomeFields.safeParse(fields).success).toBe(false);
  });

  it('hold an embargo that is open', () => {
    expect(StoryFields.parse({ embargo: { until: null } }).embargo).toEqual({ until: null });
    expect(emptyFields.embargo).toBeNull();
  });
});

describe('links', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' https://a.example'])(
    'refuse %s',
    href => {
      const inlines = [{ type: 'link', href, inlines: [{ type: 'text', text: 'x' }] }];
      expect(Body.safeParse({ version: 1, blocks: [{ id: 'a', type: 'paragraph', inlines }] }).success).toBe(
        false,
      );
    },
  );
});
