import fc from 'fast-check';

/** A caption made of parts, and what the parts say. */
export interface MadeCaption {
  readonly text: string;
  readonly creditLine: string;
  /** Kind and territories of every rule in it, each once, sorted. */
  readonly rules: readonly string[];
}

interface Part {
  readonly text: string;
  readonly rules?: readonly string[];
}

const name = fc
  .tuple(
    fc.constantFrom('Ada', 'Tomas', 'Ida', 'Oro', 'Lena', 'Wei', 'Jean-Luc', 'María', 'J. T.'),
    fc.constantFrom('Marsh', 'Keel', 'Venn', 'de Bray', 'van der Reyl', 'O’Dunne', 'Lindqvist', 'Ibarrola'),
  )
  .map(parts => parts.join(' '));
const place = fc.constantFrom('Port Selwyn', 'Norwick', 'Kelholm, Westmark', 'Altenried');
const day = fc.constantFrom('March 3, 2026', '12 April 2026', 'Tuesday, May 5, 2026', '07.12.2025');
const doing = fc.constantFrom(
  'waits at the lock',
  'walks OUT of a meeting',
  'holds a sign that reads "NO SALES - Photo by the pier"',
  'speaks (in the rain)',
  'greets the crew of the “Aurora”',
);
const position = fc.constantFrom('', ' (L)', ' (2nd R)', ', left,', ' (C-R)');

/** `Ada Marsh (L) waits at the lock in Port Selwyn on March 3, 2026.` */
const sentence = fc
  .tuple(name, position, doing, place, day)
  .map(([who, where, what, at, when]) => `${who}${where} ${what} in ${at} on ${when}.`);

const tag = fc.constantFrom(
  '',
  '',
  'FILE - ',
  'FILE PHOTO: ',
  'TOPSHOT - ',
  'COMBO - ',
  'ARCHIV - ',
  '(FILES) ',
);

/** Sign-offs by pattern, with the credit that is printed. */
const signOff = fc.oneof(
  name.map(who => ({ text: `(AP Photo/${who})`, credit: `AP Photo/${who}` })),
  name.map(who => ({ text: `(${who}/Pool via AP)`, credit: `${who}/Pool via AP` })),
  name.map(who => ({ text: `(Photo by ${who} / AFP)`, credit: `${who} / AFP` })),
  name.map(who => ({ text: `(Photo by ${who}/Getty Images)`, credit: `${who}/Getty Images` })),
  name.map(who => ({
    text: `(Photo by ${who}/VCG via Getty Images)`,
    credit: `${who}/VCG via Getty Images`,
  })),
  name.map(who => ({ text: `REUTERS/${who}`, credit: `REUTERS/${who}` })),
  name.map(who => ({ text: `(Xinhua/${who})`, credit: `Xinhua/${who}` })),
  name.map(who => ({ text: `(CTK Photo/${who})`, credit: `CTK Photo/${who}` })),
  name.map(who => ({ text: `Foto: ${who}/dpa`, credit: `${who}/dpa` })),
  name.map(who => ({ text: `THE CANADIAN PRESS/${who}`, credit: `THE CANADIAN PRESS/${who}` })),
  fc.constant({ text: '(Photo by MCNA VIA MNS / AFP)', credit: 'MCNA VIA MNS / AFP' }),
  fc.constant({ text: '(Yonhap)', credit: 'Yonhap' }),
);

const bars = (codes: string, ...names: readonly string[]): readonly Part[] =>
  names.map(text => ({ text, rules: [`exclude-territory ${codes}`] }));

const outs: readonly Part[] = [
  ...bars(
    'KR',
    'South Korea OUT',
    'REPUBLIC OF KOREA OUT',
    'NO COMMERCIAL OR EDITORIAL SALES IN SOUTH KOREA',
  ),
  ...bars('DK NO SE', 'SCANDINAVIA OUT', 'Norway, Sweden and Denmark OUT', 'NORWAY/SWEDEN/DENMARK OUT'),
  ...bars('BE LU NL', 'BENELUX OUT', 'Benelux OUT'),
  ...bars('FR', 'FRANCE OUT', 'HORS FRANCE', 'NOT FOR USE IN FRANCE', 'FRAOUT'),
  ...bars('US', 'U.S.A. OUT', 'USA OUT', 'NO USE BY AMERICAN MEDIA'),
];
const rules: readonly Part[] = [
  ...outs,
  { text: 'RESTRICTED TO EDITORIAL USE', rules: ['editorial-only'] },
  { text: 'FOR EDITORIAL USE ONLY', rules: ['editorial-only'] },
  { text: 'NO MARKETING NO ADVERTISING CAMPAIGNS', rules: ['no-marketing', 'no-advertising'] },
  { text: 'NO ARCHIVES', rules: ['no-archive'] },
  { text: 'STRICTLY NO SALES', rules: ['no-sales'] },
  { text: 'NO THIRD PARTY SALES', rules: ['no-third-party'] },
  { text: 'INTERNET OUT', rules: ['no-internet'] },
  { text: 'TV OUT', rules: ['exclude-media'] },
  { text: 'MANDATORY CREDIT "AFP PHOTO / HARBOUR OFFICE"', rules: ['mandatory-credit'] },
  { text: 'USE WITHIN 14 DAYS', rules: ['time-limit'] },
  { text: 'NO USE AFTER JUNE 4, 2026', rules: ['time-limit'] },
  { text: 'NUR ZUR REDAKTIONELLEN VERWENDUNG', rules: ['editorial-only'] },
  { text: 'DISTRIBUTED AS A SERVICE TO CLIENTS' },
  { text: 'THIS IMAGE WAS PROVIDED BY A THIRD PARTY' },
  { text: 'AFP CAN NOT INDEPENDENTLY VERIFY THE CONTENT OF THIS IMAGE' },
];

const run = fc
  .record({
    parts: fc.array(fc.constantFrom(...rules), { minLength: 1, maxLength: 6 }),
    separator: fc.constantFrom(' - ', ' / ', '. ', ' -- ', '\n'),
    lead: fc.constantFrom('', 'ATTENTION EDITORS - ', '---EDITORS NOTE--- ', '== '),
    tail: fc.constantFrom('', ' /', ' --', '.'),
  })
  .map(({ parts, separator, lead, tail }) => ({
    text: `${lead}${parts.map(part => part.text).join(separator)}${tail}`,
    rules: [...new Set(parts.flatMap(part => part.rules ?? []))].sort(),
  }));

/**
 * Captions of every pattern of wire-formats 14.1, put together from tag, sentences, sign-off and a run of rules that
 * stands behind the sign-off, on a line of its own, or before it (pattern 10).
 */
export const arbitraryCaption: fc.Arbitrary<MadeCaption> = fc
  .record({
    tag,
    sentences: fc.array(sentence, { minLength: 1, maxLength: 2 }),
    signOff,
    run: fc.option(run, { nil: null }),
    order: fc.constantFrom('after', 'line', 'before'),
    gap: fc.constantFrom(' / ', ' ', ' - '),
  })
  .map(({ tag: opening, sentences, signOff: signed, run: ruled, order, gap }) => {
    const words = `${opening}${sentences.join(' ')}`;
    const text =
      ruled === null
        ? `${words} ${signed.text}`
        : order === 'before' && signed.text.startsWith('(')
          ? `${words} ${ruled.text.replace(/\.$/, '')} ${signed.text}`
          : `${words} ${signed.text}${order === 'after' ? gap : '\n'}${ruled.text}`;
    return { text, creditLine: signed.credit, rules: ruled?.rules ?? [] };
  });
