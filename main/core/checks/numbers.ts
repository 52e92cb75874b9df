/** A number in words or figures and the word behind it. */
export interface FoundNumber {
  /** In figures without signs for the thousands. */
  readonly number: string;
  /** Written in figures, not in words. */
  readonly figures: boolean;
  /** Lower case; empty where none follows. */
  readonly noun: string;
}

const inWords = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [word, String(index + 2)] as const),
);
const numbers = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(\\d{1,12}(?:[.,]\\d{1,12}){0,4}|${[...inWords.keys()].join('|')})(?![\\p{L}\\p{N}])(?:[ -](\\p{Ll}[\\p{L}-]{2,30}))?`,
  'giu',
);

/** The numbers of a text, each with its noun: `21 rescuers`, `1,200 tons`, `three boats`. */
export function findNumbers(text: string): readonly FoundNumber[] {
  return [...text.matchAll(numbers)].map(([, number = '', noun = '']) => ({
    figures: /^\d/.test(number),
    number: inWords.get(number.toLowerCase()) ?? number.replace(/[.,](?=\d{3}(?:\D|$))/g, ''),
    noun: noun.toLowerCase(),
  }));
}
