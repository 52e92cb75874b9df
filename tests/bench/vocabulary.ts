/**
 * Words as a language has them, all invented: 40,000 of them, the frequent ones short, each as frequent as Zipf's law
 * has it (the word of rank n about n times rarer than the first). The same numbers give the same words.
 */
const size = 40_000;
const consonants = 't n s r h l d c m f p g w b v k st tr ch sh br pl gr cl qu j z'.split(' ');
const vowels = 'e a i o u ea ou ai y'.split(' ');
const endings = ['', '', 'n', 'r', 's', 't', 'nd', 'l', 'ng', 'st'];

/** Numbers below 1 that look like chance and are the same in every run. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list, the earlier ones oftener. */
function pick(list: readonly string[], next: () => number): string {
  return list[Math.floor(next() ** 1.8 * list.length)] ?? '';
}

function inventedWords(): readonly string[] {
  const next = chance(5);
  const words = new Set<string>();
  while (words.size < size) {
    const syllables = words.size < 150 ? 1 : next() < 0.6 ? 2 : 3;
    let word = '';
    for (let count = 0; count < syllables; count += 1) word += pick(consonants, next) + pick(vowels, next);
    words.add(word + pick(endings, next));
  }
  return [...words];
}

/** The words, the most frequent first. */
export const vocabulary = inventedWords();

/** How frequent the words up to each are together, so that a number below the last finds a word. */
const sums: readonly number[] = (() => {
  let sum = 0;
  return vocabulary.map((_, rank) => (sum += 1 / (rank + 2.7)));
})();

/** A word of running text. */
export function wordOf(next: () => number): string {
  const wanted = next() * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low] ?? '';
}

/** Running text of so many words. */
export function textOf(next: () => number, length: number): string {
  return Array.from({ length }, () => wordOf(next)).join(' ');
}
