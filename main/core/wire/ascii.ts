/** Text in the few characters that the old wire formats hold (wire-formats 6, 7). */

/** Characters that Unicode does not take apart itself, by what desks write for them. */
const table = new Map<string, string>(
  Object.entries({
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '′': "'",
    '´': "'",
    ʼ: "'",
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
    '−': '-',
    '—': '--',
    '―': '--',
    '…': '...',
    '•': '*',
    '·': '*',
    '€': 'EUR ',
    '£': 'GBP ',
    '¥': 'JPY ',
    '¢': 'c',
    '©': '(c)',
    '®': '(R)',
    '™': '(TM)',
    '°': ' deg.',
    '⁄': '/',
    '×': 'x',
    '÷': '/',
    '±': '+/-',
    '¡': '!',
    '¿': '?',
    '§': 'Sec. ',
    Ä: 'Ae',
    Ö: 'Oe',
    Ü: 'Ue',
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    ẞ: 'SS',
    Æ: 'Ae',
    æ: 'ae',
    Œ: 'Oe',
    œ: 'oe',
    Ø: 'O',
    ø: 'o',
    Å: 'A',
    å: 'a',
    Ð: 'D',
    ð: 'd',
    Þ: 'Th',
    þ: 'th',
    Ł: 'L',
    ł: 'l',
    Đ: 'D',
    đ: 'd',
    Ħ: 'H',
    ħ: 'h',
    ı: 'i',
    Ŋ: 'N',
    ŋ: 'n',
    Ŧ: 'T',
    ŧ: 't',
    ª: 'a',
    º: 'o',
    '\u00a0': ' ',
  }),
);

/** Marks that have no width: nothing is lost without them. */
const widthless = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\ufe0e|\ufe0f/u;

/**
 * Text in 7-bit ASCII: quotes, dashes, ligatures and accents by table, '?' for what has no like in ASCII.
 * @param keep characters that stay although they are not ASCII
 */
export function toAscii(text: string, keep: (character: string) => boolean = () => false): string {
  if (/^[\u0000-\u007f]*$/u.test(text)) return text;
  let written = '';
  for (const character of text.normalize('NFC').toWellFormed())
    written += character < '\u0080' || keep(character) ? character : (letter(character) ?? '?');
  return written;
}

function letter(character: string): string | undefined {
  const known = table.get(character);
  if (known !== undefined) return known;
  if (widthless.test(character)) return '';
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
  let written = '';
  for (const part of bare) {
    const ascii = part < '\u0080' ? part : table.get(part);
    if (ascii === undefined) return undefined;
    written += ascii;
  }
  return /\p{M}/u.test(character) ? '' : written === '' ? undefined : written;
}
