import { WiredeskError } from '../../contract/failure.ts';
import { remembered } from '../remembered.ts';
import { parseAffixes } from './affixes.ts';
import { damaged } from './dictionary-text.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { suggest } from './suggest.ts';

/** A dictionary as it is asked: by words in the form of words.ts. */
export interface Speller {
  correct(word: string): boolean;
  suggest(word: string): readonly string[];
  /** Whether the dictionary has words in the script of this one. */
  covers(word: string): boolean;
}

/** No dictionary of a language is larger. */
export const largestFile = 32 * 1024 * 1024;
/** Longer than this nothing is suggested: the time it takes grows with the length. */
const longestWord = 40;
const mostRemembered = 50_000;

/**
 * @param name the dictionary, for messages
 * @throws WiredeskError 'unreadable' where the files are no dictionary
 */
export function createSpeller(affixText: string, words: string, name: string): Speller {
  if (!/^\s*\d+\s*$/mu.test(words.slice(0, words.indexOf('\n') + 1)))
    throw damaged(name, 'its word list does not begin with the number of its words');
  const affixes = readAffixes(affixText, name);
  const lexicon = createLexicon(affixes, words);
  const scripts = scriptsOf(lexicon, name);
  const asks = (word: string): boolean =>
    inItsCase(lexicon, affixes.incoming(word)) ||
    // Some dictionaries have the typographic apostrophe alone.
    (word.includes("'") && inItsCase(lexicon, affixes.incoming(word.replaceAll("'", '’'))));
  return {
    correct: remembered(mostRemembered, word => asks(word) || elided(word, asks)),
    suggest: word => (word.length > longestWord ? [] : suggest(lexicon, affixes, affixes.incoming(word))),
    covers: word => scripts.covers(word),
  };
}

function readAffixes(text: string, name: string): ReturnType<typeof parseAffixes> {
  try {
    return parseAffixes(text);
  } catch (error) {
    throw damaged(name, `its rules cannot be read (${error instanceof Error ? error.message : 'no reason'})`);
  }
}

/** A word at the head of a sentence is right in small letters, one all in capitals in any. */
function inItsCase(lexicon: Lexicon, word: string): boolean {
  if (lexicon.has(word)) return true;
  const [small, rest] = [word.toLowerCase(), word.slice(1)];
  if (word === small) return false;
  if (rest === rest.toLowerCase()) return lexicon.hasInOtherCase(small);
  if (word !== word.toUpperCase()) return false;
  return lexicon.hasInOtherCase(word.charAt(0) + rest.toLowerCase()) || lexicon.hasInOtherCase(small);
}

/** "l'homme", "dell'arte", "the harbour's": each side of the apostrophe by itself. */
function elided(word: string, correct: (word: string) => boolean): boolean {
  const at = word.indexOf("'");
  if (at <= 0 || at === word.length - 1) return at > 0 && correct(word.slice(0, at));
  const [left, right] = [word.slice(0, at), word.slice(at + 1)];
  if (right === 's' || right === 'S') return correct(left);
  return left.length <= 8 && correct(right) && (correct(`${left}'`) || elisions.has(left.toLowerCase()));
}

/** Before a vowel, in French, Italian and Catalan. */
const elisions = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu un all dall dell nell sull coll quell quest sant bell'.split(
    ' ',
  ),
);

const scriptNames = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Armenian',
  'Georgian',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Ethiopic',
  'Hangul',
  'Han',
  'Hiragana',
  'Katakana',
  'Mongolian',
] as const;

/** Of this many words, spread over the whole list, one in a hundred makes a script the dictionary's own. */
const sample = 2_000;

function scriptsOf(lexicon: Lexicon, name: string): { readonly covers: (word: string) => boolean } {
  const looked = lexicon.sample(sample);
  if (looked.length === 0) throw damaged(name, 'it has no words');
  const own = scriptNames.filter(script => {
    const letter = new RegExp(`\\p{Script=${script}}`, 'u');
    return looked.filter(word => letter.test(word)).length * 100 >= looked.length;
  });
  if (own.length === 0) return { covers: () => false };
  const foreign = new RegExp(`(?![${own.map(name => `\\p{Script=${name}}`).join('')}])\\p{L}`, 'u');
  // Letters that every script uses (ª, ʻ) are no sign of another one.
  return { covers: word => !foreign.test(word.replace(/\p{Script=Common}/gu, '')) };
}

/** A dictionary that is too large says so. */
export function tooLarge(name: string): WiredeskError {
  return new WiredeskError(
    'too-large',
    `The dictionary ${name} cannot be used: it is larger than can be held in memory here.`,
  );
}
