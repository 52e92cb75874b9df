import { remembered } from '../remembered.ts';
import { alpha2Of, countryCodes } from './country-codes.ts';
import { countrySpellings, territoryGroups } from './territory-spellings.ts';

/** The languages in which the agencies whose captions we read name countries. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'nb', 'da', 'fi', 'pl', 'cs', 'tr'];
const longestName = 60;

/** A name without case, accents, article and stray punctuation: what the tables are keyed by. */
function foldName(words: string): string {
  return words
    .slice(0, longestName * 4)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’`]/g, "'")
    .replace(/[‐-―]/g, '-')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .replace(/&/g, ' and ')
    .replace(/["()[\]*]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[,;:/. -]+|[,;:/ -]+$/g, '')
    .replace(/^the (?=\S{2})|^(?:the|la|le|les|l'|der|die|das|el|los|las) ?(?=\S{4})/, '');
}

interface Tables {
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly demonyms: ReadonlySet<string>;
}

let built: Tables | null = null;

/** Built at the first question: fourteen languages of names are not needed to start. */
function tables(): Tables {
  if (built) return built;
  const names = new Map<string, readonly string[]>();
  const add = (name: string, codes: readonly string[]): void => {
    const key = foldName(name);
    if (key !== '' && !names.has(key)) names.set(key, [...codes].sort());
  };
  const demonyms = new Set<string>();
  for (const spelling of countrySpellings) for (const name of spelling.names) add(name, [spelling.code]);
  for (const group of territoryGroups) for (const name of group.names) add(name, group.codes);
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of countryCodes) {
      const name = display.of(code);
      if (name) add(name, [code]);
    }
  }
  for (const { code, demonyms: words } of countrySpellings)
    for (const word of words) {
      add(word, [code]);
      demonyms.add(foldName(word));
    }
  built = { names, demonyms };
  return built;
}

/**
 * The countries that the words name: one name, code, demonym or group, or a list of them.
 * @param words as written, any case; two- and three-letter codes count only in capitals
 * @returns ISO 3166-1 alpha-2 codes, sorted, each once; null where any part of the words is not known
 */
export function territoriesNamed(words: string): readonly string[] | null {
  const one = oneTerritory(words);
  if (one) return one;
  const names = splitTerritoryList(words);
  if (names.length < 2) return null;
  const codes = new Set<string>();
  for (const name of names) {
    const known = prepositions.has(name) && !allCodes(words) ? null : oneTerritory(name);
    if (!known) return null;
    for (const code of known) codes.add(code);
  }
  return [...codes].sort();
}

/** Lately asked names: a list is tried from each of its words, so the same ones come again and again. */
const lookUpOnce = remembered(4_000, lookUp);

function oneTerritory(words: string): readonly string[] | null {
  return words.length > longestName * 2 ? null : lookUpOnce(words);
}

function lookUp(words: string): readonly string[] | null {
  const bare = words.trim().replace(/\.$/, '');
  if (/^[A-Z]{2}$/.test(bare) && countryCodes.includes(bare)) return [bare];
  const folded = foldName(words);
  const named = tables().names.get(folded) ?? tables().names.get(folded.replace(/\.$/, ''));
  if (named) return named;
  const alpha3 = /^[A-Z]{3}$/.test(bare) ? alpha2Of(bare) : null;
  return alpha3 === null ? null : [alpha3];
}

/** Whether the words are what a country's people and things are called: 'Belgian', 'South Korean'. */
export function isDemonym(words: string): boolean {
  return tables().demonyms.has(foldName(words));
}

/** Codes that are words: `PLEASE LEAVE IT OUT` bars nobody in Italy, `NO SALES` is not about Norway. */
const wordCodes = new Set('IT IN NO IS BE AS AT SO TO MY ME DO AM BY US GO ALL AND TV'.split(' '));

/** Of those, the words that may stand before a country's name. */
const prepositions = new Set('IN NO IS BE AS AT SO TO MY ME DO AM BY GO'.split(' '));

/** 'DE AT CH' is three codes; in 'FOR USE IN BELGIUM' the IN is a word. */
function allCodes(list: string): boolean {
  return /^\s*[A-Z]{2}(?:(?:[\s,;/&+-]|\band\b|\bAND\b)+[A-Z]{2})*\s*$/.test(list);
}

/** Whether a country's code is also a common word, so that it names the country only where nothing else is likely. */
export function isWordCode(words: string): boolean {
  return wordCodes.has(words.trim());
}

/** How far a name may reach over words: 'Democratic Republic of the Congo'. */
const longestInWords = 7;

/**
 * The single names of a list as agencies write them: `NORWAY, SWEDEN & DENMARK`, `UK/IRELAND`, `UK IRELAND`.
 * A name that holds a conjunction (Trinidad and Tobago) stays whole.
 * @returns the names in the order of the words, known or not
 */
export function splitTerritoryList(words: string): readonly string[] {
  const whole = words.replace(/\s+/g, ' ').trim();
  if (whole === '') return [];
  if (oneTerritory(whole)) return [whole];
  return whole
    .split(/\s*[,;/]\s*|\s+-\s+/)
    .filter(part => part !== '')
    .flatMap(splitPart);
}

/** Longest known names first, left to right; what lies between them is a name that is not known. */
function splitPart(part: string): string[] {
  if (oneTerritory(part)) return [part.trim()];
  const words = part.trim().split(/\s+/);
  const codes = allCodes(part);
  const names: string[] = [];
  let unknown: string[] = [];
  const flush = (): void => {
    if (unknown.length > 0) names.push(unknown.join(' '));
    unknown = [];
  };
  for (let index = 0; index < words.length; ) {
    const word = words[index] ?? '';
    if (/^(?:and|und|et|y|e|en|och|og|or|oder|ou|plus|&|\+)$/i.test(word)) {
      flush();
      index += 1;
      continue;
    }
    const taken = !codes && prepositions.has(word) ? 0 : knownFrom(words, index);
    if (taken === 0) {
      unknown.push(word);
      index += 1;
    } else {
      flush();
      names.push(words.slice(index, index + taken).join(' '));
      index += taken;
    }
  }
  flush();
  return names;
}

/** How many words from `index` on make the longest known name; 0 for none. */
function knownFrom(words: readonly string[], index: number): number {
  for (let count = Math.min(longestInWords, words.length - index); count > 0; count -= 1)
    if (oneTerritory(words.slice(index, index + count).join(' '))) return count;
  return 0;
}

/**
 * A country's name for people.
 * @param code ISO 3166-1 alpha-2
 * @param language BCP 47, English where it is left out or not known to the system
 * @returns the name, or the code itself where there is none
 */
export function territoryName(code: string, language = 'en'): string {
  try {
    return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
