import { columns } from '../text.ts';

/**
 * Lines of at most 69 columns (wire-formats 6), broken so that the breaks can be undone: a line broken between words
 * has at most `widest` columns; a longer one is a word that goes on in the next line, unless a space closes it.
 */
const widest = 66;
/** What a line of a broken word is filled to; a wide character may leave it a column short. */
const full = 68;

/**
 * One line wrapped.
 * @param first what the first line begins with, white space included
 * @param next what the lines after it begin with
 */
export function wrapLine(text: string, first: string, next: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  const close = (isWordBroken: boolean): void => {
    lines.push(!isWordBroken && columns(line) > widest ? `${line} ` : line);
    line = next;
    isEmpty = true;
  };
  for (const word of text.split(/[ \t]+/u).filter(each => each !== '')) {
    if (!isEmpty && columns(line) + 1 + columns(word) > widest) close(false);
    if (!isEmpty) line += ' ';
    for (const character of columns(line) + columns(word) <= widest ? [word] : word) {
      if (!isEmpty && columns(line) + columns(character) > full) close(true);
      line += character;
      isEmpty = false;
    }
  }
  lines.push(line);
  return lines;
}

/** Lines that `wrapLine` made, joined to what they were; each without its beginning (`first` and `next`). */
export function joinWrapped(lines: readonly { readonly begin: string; readonly text: string }[]): string {
  let joined = '';
  let glued = true;
  for (const { begin, text } of lines) {
    joined += (glued ? '' : ' ') + text.trimEnd();
    glued = !text.endsWith(' ') && columns(begin + text) > widest;
  }
  return joined.trim();
}
