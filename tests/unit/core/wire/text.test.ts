import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { direction } from '../../../../main/core/wire/language.ts';
import {
  cleanHtmlText,
  joinTexts,
  safeFileName,
  singleLine,
  wrapText,
} from '../../../../main/core/wire/text.ts';
import { basicTime, dayInWords, truncatedTime, utcTime } from '../../../../main/core/wire/time.ts';
import { absoluteUri, uriReference, wireUri } from '../../../../main/core/wire/uri.ts';

describe('singleLine', () => {
  it('makes one line of several', () => {
    expect(singleLine('  a\r\n\tb\u2028c\u00a0 d\u0085e ')).toBe('a b c d e');
  });
});

describe('cleanHtmlText', () => {
  it('takes no controls and no noncharacters', () => {
    expect(cleanHtmlText('a\u0080\u009fb\ufdd0\u{1ffff}c\r\nd\re')).toBe('abc\nd\ne');
  });
});

describe('joinTexts', () => {
  it('leaves out what is empty or said before', () => {
    expect(joinTexts(['a', ' ', 'b', 'a ', ''], ' - ')).toBe('a - b');
  });
});

describe('wrapText', () => {
  it('breaks at spaces and keeps breaks that are there', () => {
    expect(wrapText('one two three\nfour', 8)).toEqual(['one two', 'three', 'four']);
    expect(wrapText('one two three', 0)).toEqual(['one two three']);
  });

  it('breaks words that are longer than a line, and counts wide characters twice', () => {
    expect(wrapText('a bcdefghij k', 4)).toEqual(['a', 'bcde', 'fghi', 'j k']);
    expect(wrapText('新船闸启用', 4)).toEqual(['新船', '闸启', '用']);
  });

  it('loses nothing but spaces, and no line is too long', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 })), fc.integer({ min: 5, max: 30 }), (words, width) => {
        const text = words.join(' ');
        const lines = wrapText(text, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('safeFileName', () => {
  it.each([
    ['SELWYN-LOCK', 'SELWYN-LOCK'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a/b\\c:d*e', 'a-b-c-d-e'],
    ['', 'story'],
    ['...', 'story'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['فتح القفل', 'فتح-القفل'],
    ['船闸', '船闸'],
  ])('makes %j into %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('is short, never leads out of a folder and is the same when made safe again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), name => {
        const safe = safeFileName(name);
        expect(safe).toMatch(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u);
        expect(safe).not.toMatch(/\.\.|\.$/);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(101);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { numRuns: 500 },
    );
  });
});

describe('direction', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['zh-Hant', 'ltr'],
    ['FA', 'rtl'],
  ])('of %s is %s', (language, expected) => {
    expect(direction(language)).toBe(expected);
  });
});

describe('times', () => {
  it('are UTC to the second', () => {
    expect(utcTime('2026-03-05T06:00:00.500+01:00')).toBe('2026-03-05T05:00:00Z');
    expect(basicTime('2026-03-05T06:00+01:00')).toBe('20260305T050000Z');
    for (const none of ['', 'soon', '0000-01-01T00:00:00Z']) expect(utcTime(none)).toBeNull();
  });

  it('may be cut, but name days that exist', () => {
    for (const good of ['2026', '2026-03', '2026-03-03', '2026-03-03T09:15:00+01:00', '2026-03-03T09:15:00Z'])
      expect(truncatedTime(good)).toBe(good);
    for (const bad of ['', '0000', '2026-13', '2026-02-30', '2026-3-3', '2026-03-03T25:00:00', '03.03.2026'])
      expect(truncatedTime(bad)).toBeNull();
  });

  it('are days in words of the language, or as they stand', () => {
    expect(dayInWords('2026-03-03', 'en-US')).toBe('March 3');
    expect(dayInWords('2026-03-03', 'de')).toBe('3. März');
    expect(dayInWords('2026-03-03', 'not a language')).toBe('March 3');
    expect(dayInWords('Tuesday', 'en')).toBe('Tuesday');
  });
});

describe('URIs', () => {
  it('encodes what may not stand in one', () => {
    expect(absoluteUri('https://a.example/x y?q="é"#f')).toBe('https://a.example/x%20y?q=%22%C3%A9%22#f');
    expect(absoluteUri('urn:newsml:a:1')).toBe('urn:newsml:a:1');
    expect(absoluteUri('https://a.example/100%')).toBe('https://a.example/100%25');
    for (const none of ['', 'story 1', 'x:', '://', 'https://', 'https://a##b', 'tel:?'])
      expect(absoluteUri(none)).toBeNull();
  });

  it('makes a reference of anything', () => {
    expect(uriReference('media/a b.jpg')).toBe('media/a%20b.jpg');
    expect(uriReference(':')).toBe('%3A');
  });

  it('wraps an identity that is no URI', () => {
    expect(wireUri('story 1', 'a.example')).toBe('urn:newsml:a.example:story%201');
    expect(wireUri('urn:x:1', 'a.example')).toBe('urn:x:1');
  });
});
