/** What is used of nspell 2.1.5, which ships no types. */
declare module 'nspell' {
  interface Nspell {
    /** Every word that the affix rules make, with the flags of those that stand in the list themselves. */
    readonly data: Readonly<Record<string, readonly string[]>>;
    readonly flags: Readonly<Record<string, unknown>>;
    compoundRules: readonly RegExp[];
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  const nspell: (affixes: string, words: string) => Nspell;
  export = nspell;
}
