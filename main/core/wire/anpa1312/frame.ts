/** The frame of an ANPA 1312 message (wire-formats 7): transmission characters, two header lines, marks of the text. */

export const syn = '\u0016';
export const soh = '\u0001';
export const stx = '\u0002';
export const etx = '\u0003';
export const eot = '\u0004';
export const us = '\u001f';
/** Text of a story, not a table (`14 12`). */
export const storyFormat = '\u0013\u0011';

export const longestKeyword = 24;

/** Service level, number, optional identifier, selector; matches every file met. */
export const serviceLine = /^\u0016{0,2}\u0001?([A-Za-z]?)(\d{3,4})([^\u001f]{0,15})\u001f([A-Za-z-]{0,5})$/;
/** Priority, category, format, keyword with version, date, word count. */
export const storyLine =
  /^([A-Za-z]) ([A-Za-z])([\u0013\u0014])([\u0011\u0012]) (.*?)\s+(\d{1,2}-\d{1,2})\s*(\d{0,4})\s*$/;

/** Letters of the priority in the order they are sent, the first for the highest. */
const priorityLetters = 'fbrdaw';

/** The letter of a priority from 1 to 6. */
export function priorityLetter(priority: number): string {
  return priorityLetters[priority - 1] ?? 'r';
}

/** The priority of a letter; `u` and `s` have no step of their own. 3, regular, for one that is not known. */
export function priorityOf(letter: string): number {
  const known = priorityLetters.indexOf(letter.toLowerCase()) + 1;
  if (known > 0) return known;
  return letter.toLowerCase() === 'u' ? 2 : letter.toLowerCase() === 's' ? 6 : 3;
}

/** The first line of the text: slug, version and word count, apart by commas. */
export interface SlugLine {
  readonly slug: string;
  readonly take: string;
}

export function slugLine({ slug, take }: SlugLine, cycle: string, words: number): string {
  return [`${cycle}-${slug}`, ...(take === '' ? [] : [` ${take}`]), String(words)].join(',');
}

/** Cycle and region before the slug fall away; the count behind it too. */
export function readSlugLine(line: string): SlugLine {
  const [slug = '', ...rest] = line.split(',').map(part => part.trim());
  const take = rest.filter((part, index) => !(index === rest.length - 1 && /^\d*$/.test(part)));
  return { slug: slug.replace(/^(?:BC|AM|PM|AP)-(?:[A-Z]{2}--)?/u, ''), take: take.join(', ') };
}
