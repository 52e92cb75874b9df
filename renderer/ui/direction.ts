/** Which way a language is written, as far as its code tells. */
export function direction(language: string): 'rtl' | 'ltr' {
  return /^(ar|fa|he|ur|yi|ps|sd|ug|dv|ckb)(-|$)/i.test(language) ? 'rtl' : 'ltr';
}
