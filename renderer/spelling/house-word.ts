import type { HouseWord } from '../../main/contract/spelling.ts';

/** A word for the house dictionary: a name, which has a capital, for every language; any other for its own. */
export function houseWord(word: string, language: string): HouseWord {
  const clean = bare(word);
  const isName = clean !== clean.toLowerCase();
  return { word: clean, language: isName ? '' : (language.split('-')[0] ?? ''), story: '' };
}

/** A word that one story lets pass. */
export function ignoredWord(word: string, story: string): HouseWord {
  return { word: bare(word), language: '', story };
}

/** The words of a text file for the house dictionary: the first of each line, or every one where a line has several. */
export function listedWords(text: string, language: string): readonly HouseWord[] {
  return [...new Set(text.split(/[\s,;]+/u).map(bare))]
    .filter(word => /^\p{L}[\p{L}\p{M}\p{N}\p{Pd}'.·]{0,99}$/u.test(word))
    .map(word => ({ word, language, story: '' }));
}

function bare(word: string): string {
  return word
    .replace(/[\u00ad\ufeff]/gu, '')
    .replaceAll('’', "'")
    .normalize('NFC');
}
