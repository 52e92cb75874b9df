import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../main/core/intake/decode.ts';

const words = 'Die Schleuse „Größe“ – café, naïve, l’été à Selvin… déjà vu in Zürich und Malmö.';

function encodeWith(encoding: string, text: string): Uint8Array {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, char => bytes.get(char) ?? 0x3f);
}

function utf16(text: string, options: { mark: boolean; bigEndian: boolean }): Uint8Array {
  const buffer = Buffer.from((options.mark ? '\ufeff' : '') + text, 'utf16le');
  return options.bigEndian ? buffer.swap16() : buffer;
}

describe('decodeText', () => {
  const cases: readonly (readonly [string, Uint8Array, string, boolean])[] = [
    ['UTF-8', Buffer.from(words), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${words}`), 'utf-8', false],
    ['UTF-16 little-endian with a mark', utf16(words, { mark: true, bigEndian: false }), 'utf-16le', false],
    ['UTF-16 big-endian with a mark', utf16(words, { mark: true, bigEndian: true }), 'utf-16be', false],
    [
      'UTF-16 little-endian without a mark',
      utf16(words, { mark: false, bigEndian: false }),
      'utf-16le',
      false,
    ],
    ['UTF-16 big-endian without a mark', utf16(words, { mark: false, bigEndian: true }), 'utf-16be', false],
    ['Windows-1252', encodeWith('windows-1252', words), 'windows-1252', true],
    ['Mac Roman', encodeWith('macintosh', words), 'macintosh', true],
  ];
  it.each(cases)('reads %s', (_name, bytes, encoding, repaired) => {
    expect(decodeText(bytes)).toMatchObject({
      text: words,
      encoding,
      repaired,
    });
  });

  it('undoes text that was decoded twice, and only where that is certain', () => {
    const twice = new TextDecoder('windows-1252').decode(Buffer.from('L’été à Selvin, “déjà vu”, naïve.'));
    expect(decodeText(Buffer.from(twice))).toMatchObject({
      text: 'L’été à Selvin, “déjà vu”, naïve.',
      repaired: true,
    });
    const talk = 'He typed “Ã©” and “Ã¨” where 港 stood.';
    expect(decodeText(Buffer.from(talk))).toMatchObject({
      text: talk,
      repaired: false,
    });
  });

  it('keeps UTF-8 whose last character was cut off', () => {
    const read = decodeText(Buffer.from('Été au café').subarray(0, -1));
    expect(read).toMatchObject({
      text: 'Été au caf\ufffd',
      encoding: 'utf-8',
      repaired: true,
    });
  });

  it.each([
    ['Cyrillic in Windows-1251', encodeWith('windows-1251', 'Новый шлюз порта открылся во вторник.')],
    ['zero bytes', Uint8Array.from({ length: 200 }, (_, index) => (index * 37) % 256)],
    ['control characters', Buffer.from('\u0001\u0002\u0003\u0004\u0005\u0006'.repeat(20))],
  ])('refuses %s with the name and the reason', (_name, bytes) => {
    expect(() => decodeText(bytes, 'odd.txt')).toThrow(/^odd\.txt is /);
  });
});
