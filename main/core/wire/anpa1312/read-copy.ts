import { singleLine } from '../text.ts';

/** The text of a message taken apart by the wire's own marks (wire-formats 7). */
export interface ReadCopy {
  /** Lines between `^` and `<`, before the copy. */
  readonly header: readonly string[];
  readonly byline: string;
  readonly bylineTitle: string;
  readonly paragraphs: readonly string[];
  /** Marks that are no words: `==Kyodo`. */
  readonly left: readonly string[];
}

/** Quotes and dashes as AP sets them become typographic ones. */
export function plainQuotes(text: string): string {
  return text
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/(?<=\s)_(?=\s)/gu, '—');
}

/** What stands between cells of a table: space bands and thin spaces. */
const cellMarks = /[\u0010\u001e\u001f^\t]+/gu;

export function readCopy(text: string): ReadCopy {
  const header: string[] = [];
  const bylines: string[] = [];
  const paragraphs: string[] = [];
  const left: string[] = [];
  let current: string[] = [];
  const settle = (): void => {
    const words = plainQuotes(singleLine(current.join(' ')));
    if (words !== '') paragraphs.push(words);
    current = [];
  };
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/[\u0000-\u0007\u000b-\u000f\u0011-\u001d\u007f]/gu, '').trimEnd();
    if (line.trim() === '') settle();
    else if (line.includes('\u0008')) {
      settle();
      const cells = line
        .replaceAll('\u0008', '')
        .split(cellMarks)
        .map(singleLine)
        .filter(cell => cell !== '');
      current.push(cells.join(' | '));
      settle();
    } else if (line.startsWith('^') && paragraphs.length === 0 && current.length === 0) {
      const words = plainQuotes(singleLine(line.slice(1).replace(/[<=]+$/u, '')));
      if (/=$/u.test(line)) bylines.push(words);
      else if (words !== '') header.push(words);
    } else if (/^==\S/u.test(line)) left.push(line);
    else if (header.length === 0 && index === 0) header.push(singleLine(line));
    // Kyodo sets its headline without marks, with a plus behind it.
    else if (/\+$/u.test(line) && paragraphs.length === 0 && header.length === 1)
      header.push(plainQuotes(line.slice(0, -1)));
    else {
      if (/^(?:\t| {3,})/u.test(line)) settle();
      current.push(line.replace(/^\^/u, '').replace(/<$/u, ''));
    }
  }
  settle();
  const [byline = '', bylineTitle = ''] = bylines;
  return { header, byline: byline === 'By' ? '' : byline, bylineTitle, paragraphs, left };
}
