import type { TextRange } from '../../contract/spelling.ts';
import type { Speller } from './speller.ts';
import { type WordList, wordList } from './word-list.ts';
import { isNoWord, plain, type Word, wordsOf } from './words.ts';

/** As many as a menu shows. */
const mostSuggestions = 6;

/**
 * The words of texts that neither the house nor the dictionary knows.
 * @param allowed house words and names, asked before the dictionary
 * @returns for each text its misspelt ranges, in order
 */
export function misspelt(
  speller: Speller,
  allowed: readonly string[],
  language: string,
  texts: readonly string[],
): readonly (readonly TextRange[])[] {
  const list = wordList(allowed, language);
  return texts.map(text =>
    wordsOf(text, language)
      .flatMap(word => wrongIn(word, speller, list))
      .map(({ start, end }) => ({ start, end })),
  );
}

/** A compound with hyphens is right as a whole or part by part. */
function wrongIn(word: Word, speller: Speller, list: WordList): readonly Word[] {
  if (isRight(word.text, speller, list)) return [];
  return word.parts.length === 0 ? [word] : word.parts.filter(part => !isRight(part.text, speller, list));
}

function isRight(word: string, speller: Speller, list: WordList): boolean {
  return isNoWord(word) || !speller.covers(word) || list.accepts(word) || speller.correct(word);
}

/** What may have been meant: the house's own words first. Apostrophes stay as they were typed. */
export function suggestions(
  speller: Speller,
  allowed: readonly string[],
  language: string,
  word: string,
): readonly string[] {
  const asked = plain(word);
  const typed = (text: string): string => (word.includes('’') ? text.replaceAll("'", '’') : text);
  const house = wordList(allowed, language).near(asked);
  const all = [...house, ...speller.suggest(asked)].filter(each => each !== asked).map(typed);
  return [...new Set(all)].slice(0, mostSuggestions);
}
