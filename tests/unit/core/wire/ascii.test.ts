import { describe, expect, it } from 'vitest';
import { toAscii } from '../../../../main/core/wire/ascii.ts';

describe('7-bit ASCII', () => {
  it.each([
    ['plain text', 'plain text'],
    ['“Größe” – naïve façade… Łódź, Ørsted', '"Groesse" - naive facade... Lodz, Orsted'],
    ['ﬁne ½ №', 'fine 1/2 No'],
    ['e\u0301\u00ad', 'e'],
    ['12\u00a0€', '12 EUR '],
  ])('writes %s', (text, written) => {
    expect(toAscii(text)).toBe(written);
  });

  it('writes a question mark for what has no like', () => {
    expect(toAscii('船 и 船')).toBe('? ? ?');
  });

  it('keeps what it is told to keep', () => {
    expect(toAscii('é ł', character => character <= '\u00ff')).toBe('é l');
  });
});
