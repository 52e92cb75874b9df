import { wordsOf } from './words.ts';

/** The house's words and the story's names, as one list that is asked before the dictionary. */
export interface WordList {
  accepts(word: string): boolean;
  /** Words of the list that a word may be a slip of, the nearest first. */
  near(word: string): readonly string[];
}

/** Languages that write the genitive of a name with a bare s. */
const bareGenitive = /^(?:de|nl|sv|da|nb|nn|no|fy|lb|is)(?:-|$)/iu;

/**
 * @param entries words or names of several words; one in small letters is right with a capital too, one with a
 *   capital only with it
 * @param language of the text, for the genitive of names
 */
export function wordList(entries: readonly string[], language: string): WordList {
  const exact = new Set<string>();
  const capitals = new Set<string>();
  for (const entry of entries)
    for (const word of wordsOf(entry, language))
      for (const { text } of [word, ...word.parts]) {
        exact.add(text);
        capitals.add(text.toUpperCase());
      }
  const has = (word: string): boolean => {
    if (exact.has(word) || (word === word.toUpperCase() && capitals.has(word))) return true;
    const [first = ''] = word;
    return first !== first.toLowerCase() && exact.has(first.toLowerCase() + word.slice(first.length));
  };
  return {
    accepts: word =>
      has(word) ||
      has(word.replace(/'s?$/u, '')) ||
      (bareGenitive.test(language) && word.endsWith('s') && has(word.slice(0, -1))),
    near: word => {
      const limit = word.length < 5 ? 1 : 2;
      return [...exact]
        .map(entry => ({ entry, steps: distance(word.toLowerCase(), entry.toLowerCase(), limit) }))
        .filter(({ steps }) => steps <= limit)
        .sort((a, b) => a.steps - b.steps)
        .map(({ entry }) => entry);
    },
  };
}

/** How many letters are to be put in, left out, changed or swapped with the next; `limit` + 1 for any more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let steps = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        steps = Math.min(steps, (before[column - 2] ?? row) + 1);
      line.push(steps);
    }
    before = last;
    last = line;
  }
  return last[b.length] ?? limit + 1;
}
