import { z } from 'zod';
import { WiredeskError } from '../../contract/failure.ts';
import { HouseWord, mostHouseWords } from '../../contract/spelling.ts';
import type { Store } from './open.ts';
import { getMark, setMark } from './settings.ts';

const HouseWords = z.array(HouseWord);
const name = 'house-words';

/** All words of the house dictionary, and what single stories let pass, in the order of the words. */
export function allHouseWords(store: Store): readonly HouseWord[] {
  const kept = getMark(store, name);
  return kept === null ? [] : HouseWords.parse(JSON.parse(kept));
}

/**
 * Adds words; one that is there is not there twice.
 * @throws WiredeskError 'too-large' past the most that a house dictionary holds
 */
export function addHouseWords(store: Store, words: readonly HouseWord[]): void {
  const all = new Map([...allHouseWords(store), ...words].map(word => [keyOf(word), word]));
  if (all.size > mostHouseWords)
    throw new WiredeskError(
      'too-large',
      `The house dictionary holds at most ${mostHouseWords} words; these would make it ${all.size}.`,
    );
  keep(store, [...all.values()]);
}

/** Takes a word out; one that is not there is no error. */
export function removeHouseWord(store: Store, word: HouseWord): void {
  keep(
    store,
    allHouseWords(store).filter(each => keyOf(each) !== keyOf(word)),
  );
}

function keep(store: Store, words: readonly HouseWord[]): void {
  const order = new Intl.Collator('en');
  setMark(
    store,
    name,
    JSON.stringify(
      words.toSorted((a, b) => order.compare(a.word, b.word) || order.compare(a.language, b.language)),
    ),
  );
}

function keyOf({ word, language, story }: HouseWord): string {
  return `${word.normalize('NFC')}\n${language.toLowerCase()}\n${story}`;
}
