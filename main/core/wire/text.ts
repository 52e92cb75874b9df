/** Plain text as wire formats want it: clean characters, single lines, wrapped lines, names for files. */

/** The characters XML 1.0 forbids (XML 2.2). */
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Anything that `cleanText` may change; surrogate pairs are looked at with the rest. */
const unclean = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const notHtml = /[\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu;

/**
 * Text that every wire format may carry: half surrogate pairs become U+FFFD, vertical tab and form feed a
 * space, other characters that XML 1.0 forbids fall away.
 */
export function cleanText(text: string): string {
  // Most text is clean: one look is much cheaper than making it anew.
  if (!unclean.test(text)) return text;
  return text
    .toWellFormed()
    .replace(notXml, character => (character === '\v' || character === '\f' ? ' ' : ''));
}

/** The same for HTML, which also takes no C1 controls and no noncharacters, and ends lines with LF. */
export function cleanHtmlText(text: string): string {
  return cleanText(text).replace(notHtml, '').replace(/\r\n?/g, '\n');
}

/** Words of ASCII apart by single spaces, none at the ends: what a line nearly always is already. */
const isSingleLine = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** One line: runs of white space, line breaks and tabs become one space (NewsML-G2 2.3, `fileName` and others). */
export function singleLine(text: string): string {
  if (isSingleLine.test(text)) return text;
  return cleanText(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** Texts that are not empty, each once, joined. */
export function joinTexts(texts: readonly string[], separator: string): string {
  return [...new Set(texts.map(text => text.trim()).filter(text => text !== ''))].join(separator);
}

/** Han, kana, hangul and full-width forms take two columns of a fixed-width line. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

const ascii = /^[\u0000-\u007f]*$/;

/** The columns that a text takes on a fixed-width line. */
export function columns(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/**
 * Lines of at most `width` columns, broken at spaces; a word longer than a line is broken where it must be.
 * Line breaks in the text stay. `width` 0 leaves lines as they are.
 */
export function wrapText(text: string, width: number): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  return width === 0 ? lines : lines.flatMap(line => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.split(/[ \t]+/).filter(each => each !== '')) {
    for (const [index, piece] of pieces(word, width).entries()) {
      const size = columns(piece);
      const gap = line === '' || index > 0 ? 0 : 1;
      if (line !== '' && taken + gap + size > width) {
        lines.push(line);
        line = piece;
        taken = size;
      } else {
        line += (gap === 1 ? ' ' : '') + piece;
        taken += gap + size;
      }
    }
  }
  lines.push(line);
  return lines;
}

/** A word in parts that fit a line; scripts without spaces are one long word. */
function pieces(word: string, width: number): string[] {
  if (columns(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let taken = 0;
  for (const character of word) {
    const size = wide.test(character) ? 2 : 1;
    if (part !== '' && taken + size > width) {
      parts.push(part);
      part = '';
      taken = 0;
    }
    part += character;
    taken += size;
  }
  parts.push(part);
  return parts;
}

const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const longestName = 100;

/**
 * A name that every file system takes and that can never lead out of a folder: letters, digits, `-`, `_`,
 * and single dots inside. At most `longest` bytes of UTF-8; never empty.
 */
export function safeFileName(name: string, longest = longestName): string {
  const safe = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-');
  let cut = '';
  let bytes = 0;
  for (const character of safe) {
    bytes += Buffer.byteLength(character);
    if (bytes > longest) break;
    cut += character;
  }
  const trimmed = cut.replace(/^[.\-\p{M}]+|[.-]+$/gu, '');
  if (trimmed === '') return 'story';
  return reservedNames.test(trimmed.replace(/\..*$/, '')) ? `_${trimmed}` : trimmed;
}
