import type { AffixEntry, Affixes, AffixTable } from './affixes.ts';

/** Where in a compound a part stands; 'alone' is a whole word. */
type Position = 'alone' | 'begin' | 'middle' | 'end';

/** A word list with its affix rules. Rules are undone word by word: nothing is spelt out beforehand. */
export interface Lexicon {
  /** Whether a word is right exactly as it is written. */
  has(word: string): boolean;
  /** Whether it is right in small letters because capitals are: not where the list insists on its own (KEEPCASE). */
  hasInOtherCase(word: string): boolean;
  /** Whether it may be proposed. */
  mayBeSuggested(word: string): boolean;
  /** Stems, spread evenly over the list. */
  sample(count: number): readonly string[];
}

/** A way in which a word is made: the flags of its stem and of its affixes. */
interface Making {
  readonly stem: ReadonlySet<string>;
  readonly affixes: ReadonlySet<string>;
  readonly suffixed: boolean;
}

const mostParts = 4;
/** Shorter parts would let most slips pass for compounds. */
const shortestPart = 3;
const longestCompound = 80;
const noFlags: ReadonlySet<string> = new Set();

/** @param words the text of the .dic file without descriptions, its first line being its count */
export function createLexicon(affixes: Affixes, words: string): Lexicon {
  const stems = readStems(affixes, words);
  const flag = affixes.option;
  const [needAffix, forbidden, onlyInCompound] = [
    flag('NEEDAFFIX'),
    flag('FORBIDDENWORD'),
    flag('ONLYINCOMPOUND'),
  ];
  const [keepCase, noSuggest, permit] = [flag('KEEPCASE'), flag('NOSUGGEST'), flag('COMPOUNDPERMITFLAG')];
  const anywhere = flag('COMPOUNDFLAG');
  const places = { begin: flag('COMPOUNDBEGIN'), middle: flag('COMPOUNDMIDDLE'), end: flag('COMPOUNDEND') };
  const compounds = anywhere !== undefined || places.begin !== undefined;

  const homonyms = (stem: string): readonly ReadonlySet<string>[] =>
    stems.get(stem)?.split(' ').map(affixes.flagsOf) ?? [];

  /** Every way to make a word of a stem, at most a prefix and two suffixes. */
  function* makings(word: string): Generator<Making> {
    for (const stem of homonyms(word))
      if (!has(stem, needAffix)) yield { stem, affixes: noFlags, suffixed: false };
    for (const [inner, suffixes] of undone(word, affixes.suffixes, affixes.longestSuffix, 'suffix')) {
      yield* suffixed(inner, suffixes);
      for (const [stem, prefixes] of undone(inner, affixes.prefixes, affixes.longestPrefix, 'prefix'))
        yield* doubly(stem, prefixes, suffixes);
    }
    for (const [stem, prefixes] of undone(word, affixes.prefixes, affixes.longestPrefix, 'prefix'))
      for (const flags of homonyms(stem))
        for (const prefix of prefixes)
          if (flags.has(prefix.flag) && !has(prefix.flags, needAffix))
            yield { stem: flags, affixes: prefix.flags, suffixed: false };
  }

  function* suffixed(inner: string, suffixes: readonly AffixEntry[]): Generator<Making> {
    const direct = homonyms(inner);
    for (const suffix of suffixes) {
      if (has(suffix.flags, needAffix)) continue;
      for (const stem of direct)
        if (stem.has(suffix.flag)) yield { stem, affixes: suffix.flags, suffixed: true };
    }
    for (const [stem, before] of undone(inner, affixes.suffixes, affixes.longestSuffix, 'suffix')) {
      const known = homonyms(stem);
      if (known.length === 0) continue;
      for (const first of before)
        for (const second of suffixes)
          if (first.flags.has(second.flag) && !has(second.flags, needAffix))
            for (const flags of known)
              if (flags.has(first.flag)) yield { stem: flags, affixes: second.flags, suffixed: true };
    }
  }

  function* doubly(
    stem: string,
    prefixes: readonly AffixEntry[],
    suffixes: readonly AffixEntry[],
  ): Generator<Making> {
    for (const flags of homonyms(stem))
      for (const prefix of prefixes)
        for (const suffix of suffixes) {
          if (!prefix.cross || !suffix.cross) continue;
          const hasPrefix = flags.has(prefix.flag) || suffix.flags.has(prefix.flag);
          const hasSuffix = flags.has(suffix.flag) || prefix.flags.has(suffix.flag);
          if (hasPrefix && hasSuffix && (flags.has(prefix.flag) || flags.has(suffix.flag)))
            yield { stem: flags, affixes: suffix.flags, suffixed: true };
        }
  }

  const fits = ({ stem, affixes: own, suffixed: ends }: Making, position: Position): boolean => {
    if (has(stem, forbidden)) return false;
    if (position === 'alone') return !has(stem, onlyInCompound) && !has(own, onlyInCompound);
    const place = places[position];
    if (has(own, anywhere) || has(own, place)) return true;
    return (has(stem, anywhere) || has(stem, place)) && (!ends || position === 'end' || has(own, permit));
  };
  const some = (word: string, test: (making: Making) => boolean): boolean => {
    for (const making of makings(word)) if (test(making)) return true;
    return false;
  };
  const isForbidden = (word: string): boolean => homonyms(word).some(flags => has(flags, forbidden));

  /**
   * A part in small letters may stand in the list with the capital of a noun. What ends a compound may be any word
   * that is right by itself: the German lists give their nouns a form for it by a detour that is not followed here.
   */
  const part = (text: string, position: Position): boolean => {
    const may = (making: Making): boolean =>
      fits(making, position) || (position === 'end' && fits(making, 'alone'));
    return some(text, may) || some(text.charAt(0).toUpperCase() + text.slice(1), may);
  };
  const least = Math.max(shortestPart, affixes.compoundMinimum);
  const isCompound = (word: string): boolean => {
    if (!compounds || word.length < 2 * least || word.length > longestCompound) return false;
    /** Places that no way led on from, by how many parts came before: they need not be tried twice. */
    const dead = new Set<string>();
    const from = (start: number, parts: number): boolean => {
      const key = `${start} ${parts}`;
      if (dead.has(key)) return false;
      if (parts > 0 && part(word.slice(start), 'end')) return true;
      if (parts < mostParts - 1)
        for (let end = start + least; end <= word.length - least; end += 1)
          if (part(word.slice(start, end), parts === 0 ? 'begin' : 'middle') && from(end, parts + 1))
            return true;
      dead.add(key);
      return false;
    };
    return from(0, 0);
  };

  return {
    has: word => !isForbidden(word) && (some(word, making => fits(making, 'alone')) || isCompound(word)),
    hasInOtherCase: word =>
      !isForbidden(word) &&
      (some(word, making => fits(making, 'alone') && !has(making.stem, keepCase)) || isCompound(word)),
    mayBeSuggested: word => some(word, making => fits(making, 'alone') && !has(making.stem, noSuggest)),
    sample: count => {
      const step = Math.max(1, Math.floor(stems.size / count));
      return [...stems.keys()].filter((_, index) => index % step === 0);
    },
  };
}

function has(flags: ReadonlySet<string>, flag: string | undefined): boolean {
  return flag !== undefined && flags.has(flag);
}

/** Each stem with its flags as written; those of words of the same form are parted by a space. */
function readStems(affixes: Affixes, words: string): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  for (const line of words.slice(words.indexOf('\n') + 1).split('\n')) {
    // A slash of the word itself stands behind a backslash.
    const slash = line.search(/(?<!\\)\//u);
    const stem = affixes.incoming((slash < 0 ? line : line.slice(0, slash)).replaceAll('\\/', '/').trim());
    if (stem === '' || line.startsWith('\t')) continue;
    const flags = slash < 0 ? '' : line.slice(slash + 1).trim();
    const before = stems.get(stem);
    stems.set(stem, before === undefined ? flags : `${before} ${flags}`);
  }
  return stems;
}

/** What a word was before an affix was put to it, with the affixes that may have been. */
function* undone(
  word: string,
  table: AffixTable,
  longest: number,
  kind: 'prefix' | 'suffix',
): Generator<readonly [string, readonly AffixEntry[]]> {
  for (let length = 0; length <= Math.min(longest, word.length); length += 1) {
    const cut = kind === 'suffix' ? word.length - length : length;
    const strips = table.get(kind === 'suffix' ? word.slice(cut) : word.slice(0, cut));
    if (!strips) continue;
    for (const [strip, entries] of strips) {
      const stem = kind === 'suffix' ? word.slice(0, cut) + strip : strip + word.slice(cut);
      if (stem === '') continue;
      // An affix that changes nothing is there for its flags.
      const fitting = entries.filter(
        ({ condition, flags }) =>
          (stem !== word || flags.size > 0) && (condition === null || condition.test(stem)),
      );
      if (fitting.length > 0) yield [stem, fitting];
    }
  }
}
