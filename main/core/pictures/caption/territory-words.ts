import { territoryName } from '../../rights/territories.ts';
import { countrySpellings, territoryGroups } from '../../rights/territory-spellings.ts';
import { findOutLists } from './out-list.ts';

/** Groups in the words that agencies write, by their countries. */
const groupNames: ReadonlyMap<string, string> = new Map(
  territoryGroups.flatMap(({ names, codes }) => {
    const [name] = names;
    return name === undefined ? [] : [[[...codes].sort().join(' '), name.toUpperCase()] as const];
  }),
);
/** Short names that a list with OUT has room for. */
const short: Readonly<Record<string, string>> = { US: 'USA', GB: 'UK', AE: 'UAE' };

/**
 * A country's name in capitals as agencies write it before OUT, such that the grammar reads it back.
 * @param code ISO 3166-1 alpha-2
 */
export function agencyName(code: string): string {
  const spelled = countrySpellings.find(spelling => spelling.code === code)?.names ?? [];
  const candidates = [short[code] ?? '', territoryName(code), ...spelled].map(name => name.toUpperCase());
  return candidates.find(name => readsBack(name, code)) ?? code;
}

function readsBack(name: string, code: string): boolean {
  if (name === '') return false;
  const [list] = findOutLists(`${name} OUT`);
  const [meaning] = list?.start === 0 ? list.meanings : [];
  return meaning?.type === 'restriction' && meaning.territories?.join() === code;
}

/** One name for all the countries, where they are exactly a group that agencies name: BENELUX; else each one's. */
export function agencyNames(codes: readonly string[]): readonly string[] {
  const group = codes.length > 1 ? groupNames.get([...codes].sort().join(' ')) : undefined;
  return group === undefined ? codes.map(agencyName) : [group];
}
