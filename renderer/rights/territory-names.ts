/** Territories by their names, for people: ISO 3166-1 has the codes. */

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = new Map(
  letters
    .flatMap(a => letters.map(b => `${a}${b}`))
    .flatMap(code => {
      const name = names.of(code);
      return name === undefined ? [] : [[name.toLowerCase(), code] as const];
    }),
);

/** A territory's name in English, or its code where it has none. */
export function territoryName(code: string): string {
  return names.of(code) ?? code;
}

/**
 * The territories of a line such as 'South Korea, BE', and the words that name none.
 * @returns ISO 3166-1 alpha-2 codes, sorted, each once
 */
export function territoriesIn(line: string): {
  readonly territories: readonly string[];
  readonly unknown: readonly string[];
} {
  const words = line
    .split(/[,;\n]/)
    .map(word => word.trim())
    .filter(word => word !== '');
  const found = words.map(word => {
    const code = word.toUpperCase();
    return codes.get(word.toLowerCase()) ?? (/^[A-Z]{2}$/.test(code) && names.of(code) ? code : null);
  });
  return {
    territories: [...new Set(found.filter(code => code !== null))].sort(),
    unknown: words.filter((_, index) => found[index] === null),
  };
}
