import type { Affixes } from './affixes.ts';
import type { Lexicon } from './lexicon.ts';

/** As many as a menu shows. */
const enough = 6;
/** So many slips of slips are looked up where no single slip leads to a word. */
const mostTried = 20_000;

/** Words that one slip, or two, may have made into this one: the slips that the dictionary names itself first. */
export function suggest(lexicon: Lexicon, affixes: Affixes, word: string): readonly string[] {
  const small = word.toLowerCase();
  const capital = word.charAt(0) !== small.charAt(0);
  const found = new Set<string>();
  const tried = new Set<string>();
  const look = (text: string): void => {
    if (tried.has(text)) return;
    tried.add(text);
    const right = rightForm(lexicon, text, capital);
    if (right !== null && right !== word) found.add(affixes.outgoing(right));
  };
  for (const text of slips(small, affixes)) {
    look(text);
    if (found.size >= enough) return [...found];
  }
  if (found.size > 0) return [...found];
  for (const once of slips(small, affixes)) {
    for (const twice of slips(once, affixes)) {
      look(twice);
      if (found.size >= enough || tried.size > mostTried) return [...found];
    }
  }
  return [...found];
}

/** Two words are right where each is. A name keeps its capital, and the first letter of a sentence too. */
function rightForm(lexicon: Lexicon, text: string, capital: boolean): string | null {
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  if (text.split(' ').every(each => lexicon.mayBeSuggested(each))) return capital ? upper : text;
  return lexicon.mayBeSuggested(upper) ? upper : null;
}

function* slips(word: string, { replacements, rows, letters }: Affixes): Generator<string> {
  yield word;
  for (const [from, to] of replacements)
    for (let at = from === '' ? -1 : word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1))
      yield word.slice(0, at) + to + word.slice(at + from.length);
  for (let at = 0; at < word.length - 1; at += 1)
    yield word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
  for (let at = 0; at < word.length; at += 1)
    for (const row of rows) {
      const key = row.indexOf(word.charAt(at));
      for (const near of key < 0 ? [] : [row.charAt(key - 1), row.charAt(key + 1)])
        if (near !== '') yield word.slice(0, at) + near + word.slice(at + 1);
    }
  for (const letter of letters)
    for (let at = 0; at <= word.length; at += 1) yield word.slice(0, at) + letter + word.slice(at);
  for (const letter of letters)
    for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + letter + word.slice(at + 1);
  for (let at = 1; at < word.length; at += 1) yield `${word.slice(0, at)} ${word.slice(at)}`;
}
