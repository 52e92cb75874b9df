/** A suffix or prefix rule of an affix file: what it takes off a stem, what it puts there, and when. */
export interface AffixEntry {
  readonly flag: string;
  readonly strip: string;
  readonly add: string;
  readonly condition: RegExp | null;
  /** Whether a prefix and a suffix may both stand. */
  readonly cross: boolean;
  /** Flags that the word made has besides its stem's. */
  readonly flags: ReadonlySet<string>;
}

/** Entries by what they add, then by what they strip. */
export type AffixTable = ReadonlyMap<string, ReadonlyMap<string, readonly AffixEntry[]>>;

/** What an affix file says, as far as it is heeded here: the affixes, compounds by flags, and help for suggestions. */
export interface Affixes {
  readonly prefixes: AffixTable;
  readonly suffixes: AffixTable;
  /** Lengths of what is added, the longest of each. */
  readonly longestPrefix: number;
  readonly longestSuffix: number;
  /** The letter of an option with one flag: NEEDAFFIX, FORBIDDENWORD, COMPOUNDBEGIN … */
  readonly option: (name: string) => string | undefined;
  readonly compoundMinimum: number;
  /** REP: what is often written for what. */
  readonly replacements: readonly (readonly [string, string])[];
  /** KEY: rows of the keyboard. */
  readonly rows: readonly string[];
  /** TRY: letters, the commonest first. */
  readonly letters: readonly string[];
  /** A word as it is looked up: ICONV and IGNORE applied. */
  readonly incoming: (word: string) => string;
  /** A suggestion as it is shown: OCONV applied. */
  readonly outgoing: (word: string) => string;
  /** Flags as they stand behind a slash, sets by number (AF) looked up. */
  readonly flagsOf: (text: string) => ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const defaultRows = ['qwertzuiop', 'qwertyuiop', 'asdfghjkl', 'yxcvbnm', 'zxcvbnm'];
const defaultLetters = 'esianrtolcdugmphbyfvkwzjxq';

/**
 * Reads an affix file as Hunspell does (hunspell(5)).
 * @throws Error where rules are announced and do not come
 */
export function parseAffixes(text: string): Affixes {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split(/\s+/u));
  const values = new Map<string, string>();
  for (const [name = '', value] of lines)
    if (value !== undefined && !values.has(name)) values.set(name, value);
  const flagsOf = flagReader(values.get('FLAG') ?? '', table(lines, 'AF'));
  const compile = conditionReader();
  const read = (kind: 'PFX' | 'SFX') => [...entries(lines, kind, flagsOf, compile)];
  const [prefixes, suffixes] = [read('PFX'), read('SFX')];
  const ignored = values.get('IGNORE') ?? '';
  const convert = (name: string): ((word: string) => string) => {
    const pairs = table(lines, name).map(([from = '', to = '']): [string, string] => [from, to]);
    return word => pairs.reduce((result, [from, to]) => result.replaceAll(from, to), word);
  };
  const iconv = convert('ICONV');
  return {
    prefixes: byAdded(prefixes),
    suffixes: byAdded(suffixes),
    longestPrefix: prefixes.reduce((most, { add }) => Math.max(most, add.length), 0),
    longestSuffix: suffixes.reduce((most, { add }) => Math.max(most, add.length), 0),
    option: name => values.get(name),
    compoundMinimum: Math.max(1, Number.parseInt(values.get('COMPOUNDMIN') ?? '3', 10) || 3),
    replacements: table(lines, 'REP').map(([from = '', to = '']) => [
      from.replace(/^\^|\$$/gu, ''),
      to.replaceAll('_', ' '),
    ]),
    rows: values.get('KEY')?.split('|') ?? defaultRows,
    letters: [...new Set((values.get('TRY') ?? defaultLetters).toLowerCase())],
    incoming: word => Array.from(iconv(word), each => (ignored.includes(each) ? '' : each)).join(''),
    outgoing: convert('OCONV'),
    flagsOf,
  };
}

/** The rows of a table, which follow a line with their number, without its name. */
function table(lines: readonly (readonly string[])[], name: string): readonly (readonly string[])[] {
  return lines
    .filter(([first]) => first === name)
    .slice(1)
    .map(line => line.slice(1));
}

function flagReader(
  kind: string,
  sets: readonly (readonly string[])[],
): (text: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const split = (text: string): readonly string[] => {
    if (kind === 'long') return text.match(/../gu) ?? [];
    return kind === 'num' ? text.split(',') : Array.from(text);
  };
  return text => {
    if (text === '') return none;
    const before = known.get(text);
    if (before) return before;
    const meant = sets.length > 0 && /^\d+$/u.test(text) ? (sets[Number(text) - 1]?.[0] ?? '') : text;
    const flags = new Set(split(meant));
    known.set(text, flags);
    return flags;
  };
}

function* entries(
  lines: readonly (readonly string[])[],
  kind: 'PFX' | 'SFX',
  flagsOf: (text: string) => ReadonlySet<string>,
  compile: (source: string, kind: 'PFX' | 'SFX') => RegExp | null,
): Generator<AffixEntry> {
  for (let index = 0; index < lines.length; index += 1) {
    const [name, flag = '', cross, count] = lines[index] ?? [];
    if (name !== kind) continue;
    const last = index + Number.parseInt(count ?? '', 10);
    if (!(last >= index)) throw new Error(`${kind} ${flag} does not say how many rules it has`);
    while (index < last) {
      index += 1;
      const [again, same, strip = '0', added = '0', condition = '.'] = lines[index] ?? [];
      if (again !== kind || same !== flag) throw new Error(`${kind} ${flag} has fewer rules than it says`);
      const slash = added.indexOf('/');
      const add = slash < 0 ? added : added.slice(0, slash);
      yield {
        flag,
        strip: strip === '0' ? '' : strip,
        add: add === '0' ? '' : add,
        condition: compile(condition, kind),
        cross: cross === 'Y',
        flags: slash < 0 ? none : flagsOf(added.slice(slash + 1)),
      };
    }
  }
}

/** Conditions know letters, the point and brackets, and nothing else of a regular expression. */
function conditionReader(): (source: string, kind: 'PFX' | 'SFX') => RegExp | null {
  const known = new Map<string, RegExp>();
  return (source, kind) => {
    if (source === '.') return null;
    const key = kind + source;
    const before = known.get(key);
    if (before) return before;
    const parts = Array.from(source.matchAll(/\[(\^?)([^\]]*)\]|(.)/gu), ([, not, set, letter]) => {
      if (letter === '.' || letter === '-') return letter;
      return letter === undefined ? `[${not ?? ''}${escaped(set ?? '')}]` : escaped(letter);
    }).join('');
    const made = new RegExp(kind === 'PFX' ? `^${parts}` : `${parts}$`, 'u');
    known.set(key, made);
    return made;
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

function byAdded(all: readonly AffixEntry[]): AffixTable {
  const result = new Map<string, Map<string, AffixEntry[]>>();
  for (const entry of all) {
    const strips = result.get(entry.add) ?? new Map<string, AffixEntry[]>();
    result.set(entry.add, strips);
    const same = strips.get(entry.strip);
    if (same) same.push(entry);
    else strips.set(entry.strip, [entry]);
  }
  return result;
}
