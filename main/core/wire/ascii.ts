import { cleanText } from './text.ts';

/** Text for wires of 7 or 8 bits: what has a plain equivalent is written so, what has none is told. */

export interface Transliterated {
  readonly text: string;
  /** Every different run of characters that had to be written another way, with what was written. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
}

const equivalents: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‹': "'",
  '›': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '©': '(c)',
  '®': '(r)',
  '™': '(tm)',
  '°': ' deg',
  '×': 'x',
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'Ae',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'Oe',
  å: 'aa',
  Å: 'Aa',
  ä: 'ae',
  Ä: 'Ae',
  ö: 'oe',
  Ö: 'Oe',
  ü: 'ue',
  Ü: 'Ue',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  '¡': '!',
  '¿': '?',
  '\u00a0': ' ',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u00ad': '',
};

/** Runs of spaces of other widths, and marks that show nothing. */
const invisible = /[\u2000-\u200a\u202f\u205f\u3000]/u;
const nothing = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/**
 * Text in the characters that a wire may carry. Accents fall away, typographic marks become plain ones; what has no
 * equivalent (another script, a picture) becomes a question mark.
 * @param allowed which characters beyond ASCII stay as they are
 */
export function transliterate(
  text: string,
  allowed: (character: string) => boolean = () => false,
): Transliterated {
  const changes = new Map<string, string>();
  let written = '';
  let from = '';
  let to = '';
  const settle = (): void => {
    // Quotation marks and dashes lose nothing that a reader would miss.
    if (from !== '' && /[^\u2010-\u2015‘’‚“”„«»…\u00a0]/u.test(from)) changes.set(from, to);
    from = '';
    to = '';
  };
  for (const character of cleanText(text).normalize('NFC')) {
    if (character <= '\u007f' || allowed(character)) {
      settle();
      written += character;
      continue;
    }
    const plain = plainOf(character);
    from += character;
    to += plain;
    written += plain;
  }
  settle();
  return { text: written, changes: [...changes].map(([each, plain]) => ({ from: each, to: plain })) };
}

function plainOf(character: string): string {
  const known = equivalents[character];
  if (known !== undefined) return known;
  if (invisible.test(character)) return ' ';
  if (nothing.test(character)) return '';
  const bare = character.normalize('NFKD').replace(/\p{M}+/gu, '');
  return bare !== '' && /^[\u0020-\u007e]+$/u.test(bare) ? bare : '?';
}

/** ISO 8859-1's own characters, which most 8-bit wires take (wire-formats 6). */
export function isLatin1(character: string): boolean {
  return /^[\u00a0-\u00ff]$/u.test(character);
}
