const rightToLeftLanguages: ReadonlySet<string> = new Set(
  'ar arc arz azb ckb dv fa glk he iw ji ks lrc mzn nqo pnb ps sd sdh skr syr ug ur yi'.split(' '),
);
const rightToLeftScripts: ReadonlySet<string> = new Set(
  'adlm arab aran hebr mand mend nkoo rohg samr syrc thaa'.split(' '),
);

/** The direction a language is written in; a script subtag decides before the language does. */
export function direction(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  const script = rest.find(subtag => /^[a-z]{4}$/.test(subtag));
  if (script !== undefined) return rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  return rightToLeftLanguages.has(primary) ? 'rtl' : 'ltr';
}
