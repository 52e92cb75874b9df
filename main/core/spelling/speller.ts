/// <reference path="./nspell.d.ts" />
import nspell from 'nspell';
import { WiredeskError } from '../../contract/failure.ts';
import { damaged } from './dictionary-text.ts';

type Nspell = ReturnType<typeof nspell>;

/** A dictionary as it is asked: by words in the form of words.ts. */
export interface Speller {
  correct(word: string): boolean;
  suggest(word: string): readonly string[];
  /** Whether the dictionary has words in the script of this one. */
  covers(word: string): boolean;
}

/** Beyond these a dictionary would fill the memory once its affix rules are spelt out. */
export const largestFile = 16 * 1024 * 1024;
/** Longer than this nothing is suggested: the time it takes grows with the length. */
const longestWord = 40;

/**
 * @param name the dictionary, for messages
 * @throws WiredeskError 'unreadable' where the files are no dictionary
 */
export function createSpeller(affixes: string, words: string, name: string): Speller {
  const spell = load(affixes, words, name);
  const scripts = scriptsOf(spell);
  const known = new Map<string, boolean>();
  const asks = (word: string): boolean =>
    (spell.correct(word) && (!mixedCase.test(word) || word in spell.data)) ||
    (word.includes("'") && curly(spell, word));
  const correct = (word: string): boolean => asks(word) || elided(word, asks) || compound(spell, word, asks);
  return {
    correct(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      if (known.size >= mostRemembered) known.clear();
      const is = correct(word);
      known.set(word, is);
      return is;
    },
    suggest: word => (word.length > longestWord ? [] : spell.suggest(word)),
    covers: word => scripts.covers(word),
  };
}

const mostRemembered = 50_000;

/** nspell takes any mixture of capitals for the word in small letters; Hunspell wants it as the list has it. */
const mixedCase = /.\p{Lu}.*\p{Ll}|\p{Ll}.*\p{Lu}/u;

function load(affixes: string, words: string, name: string): Nspell {
  if (!/^\s*\d+\s*$/mu.test(words.slice(0, words.indexOf('\n') + 1)))
    throw damaged(name, 'its word list does not begin with the number of its words');
  let spell: Nspell;
  try {
    spell = nspell(affixes, words);
  } catch (error) {
    throw damaged(name, `its rules cannot be read (${error instanceof Error ? error.message : 'no reason'})`);
  }
  // nspell looks for a compound anywhere in a word; Hunspell means the whole word.
  spell.compoundRules = spell.compoundRules.map(rule => new RegExp(`^(?:${rule.source})$`, 'iu'));
  for (const _word in spell.data) return spell;
  throw damaged(name, 'it has no words');
}

/** Some dictionaries have the typographic apostrophe alone. */
function curly(spell: Nspell, word: string): boolean {
  return spell.correct(word.replaceAll("'", '’'));
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

const shortestPart = 3;
const mostParts = 4;

/**
 * German, Dutch and others write compounds as one word, and their dictionaries say which words may stand in them;
 * nspell does not read that. A word of such a language is let pass where all of it is words.
 */
function compound(spell: Nspell, word: string, correct: (word: string) => boolean): boolean {
  if (!('COMPOUNDFLAG' in spell.flags) && !('COMPOUNDBEGIN' in spell.flags)) return false;
  if (word.length < 2 * shortestPart || word.length > 2 * longestWord) return false;
  const part = (text: string): boolean =>
    correct(text) || correct(text.charAt(0).toUpperCase() + text.slice(1));
  const splits = (from: number, parts: number): boolean => {
    if (part(word.slice(from)) && parts > 1) return true;
    if (parts === mostParts) return false;
    for (let to = from + shortestPart; to <= word.length - shortestPart; to += 1)
      if (part(word.slice(from, to)) && splits(to, parts + 1)) return true;
    return false;
  };
  return splits(0, 1);
}

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

function scriptsOf(spell: Nspell): { readonly covers: (word: string) => boolean } {
  const words = Object.keys(spell.data);
  const step = Math.max(1, Math.floor(words.length / sample));
  const looked = words.filter((_, index) => index % step === 0);
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
