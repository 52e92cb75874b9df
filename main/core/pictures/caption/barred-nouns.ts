import type { RestrictionKind } from '../../../contract/rights.ts';
import type { Meaning } from './readings.ts';

/** What may stand after NO, and in lists of it: NO SALES, ARCHIVES OR MARKETING. A space is any white space. */
const nouns: readonly (readonly [wording: string, kind: RestrictionKind, medium?: string])[] = [
  ['(?:THIRD|3RD)[ -]PARTY (?:SALES?|USE|DISTRIBUTION)|(?:RE-?)?DISTRIBUTION|SYNDICATION', 'no-third-party'],
  ['(?:(?:COMMERCIAL|EDITORIAL)(?: (?:OR|AND|NOR) |/)?){0,2} ?(?:RE-?)?(?:SALES?|SELLING|SELL)', 'no-sales'],
  ['(?:RE-?|SUB-?)?LICEN[CS](?:ING|E|ES)', 'no-sales'],
  ['ARCHIV(?:ES?|AL|ING|ED|ATION)(?: (?:USE|USAGE|STORAGE|SALES?))?', 'no-archive'],
  [
    '(?:MARKETING|PROMOTIONS?|PROMOTIONAL|MERCHANDISING|MERCHANDISE)(?: (?:CAMPAIGNS?|USE|USAGE|PURPOSES?|MATERIALS?))?',
    'no-marketing',
  ],
  ['(?:ADVERTI[SZ](?:ING|EMENTS?)|ADVERTS?|ADS)(?: (?:CAMPAIGNS?|USE|USAGE|PURPOSES?))?', 'no-advertising'],
  ['(?:INTERNET|ONLINE|WEB|WEBSITES?|DIGITAL)(?: (?:USE|USAGE|PUBLICATION|SITES?))?', 'no-internet'],
  ['(?:TV|TELEVISION|BROADCAST)(?: (?:USE|USAGE|STATIONS?))?', 'exclude-media', 'tv'],
  ['RADIO(?: USE)?', 'exclude-media', 'radio'],
  ['(?:NEWS ?)?(?:MAGS?|MAGAZINES?)(?: (?:USE|USAGE|SALES))?', 'exclude-media', 'magazines'],
  ['(?:PRINT|NEWSPAPERS?|PAPERS)(?: (?:USE|USAGE))?', 'exclude-media', 'print'],
  ['TABLOIDS?(?: USE)?', 'exclude-media', 'tabloids'],
  ['BOOKS?(?: USE)?', 'exclude-media', 'books'],
  ['SOCIAL MEDIA(?: USE)?', 'exclude-media', 'social media'],
  ['(?:WIRELESS|MOBILE)(?: (?:USE|USAGE))?', 'exclude-media', 'mobile'],
];

/** One of the nouns, unless an OUT follows that takes it. */
export const nounPattern = `(?:${nouns.map(([wording]) => wording).join('|')})(?![\\p{L}\\p{N}])(?! OUT(?![\\p{L}\\p{N}]))`;

const patterns = nouns.map(([wording, kind, medium]) => ({
  kind,
  medium: medium ?? null,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${wording.replaceAll(' ?', '\\s{0,9}').replaceAll(' ', '\\s{1,9}')})(?![\\p{L}\\p{N}])`,
    'iu',
  ),
}));

/**
 * What a list after NO bars. `NOT FOR SALE FOR MARKETING` bars the marketing, not every sale.
 * @param words the matched words, NO included
 */
export function barredNouns(words: string): readonly Meaning[] {
  const narrowed = words.replace(/\bsales?\s+for\b/i, '');
  const found = patterns.flatMap(({ kind, medium, pattern }) => {
    const match = pattern.exec(narrowed);
    if (!match) return [];
    // THIRD PARTY SALES holds the word SALES, but says less than NO SALES.
    if (kind === 'no-sales' && /party\s*$/i.test(narrowed.slice(0, match.index))) return [];
    if (kind === 'no-sales' && /archiv\p{L}*\s*$/iu.test(narrowed.slice(0, match.index))) return [];
    return [{ at: match.index, kind, medium }];
  });
  found.sort((a, b) => a.at - b.at);
  const media = found.flatMap(each => (each.medium === null ? [] : [each.medium]));
  const meanings: Meaning[] = found
    .filter(each => each.medium === null)
    .map(({ kind }) => ({ type: 'restriction', kind }));
  return media.length === 0
    ? meanings
    : [...meanings, { type: 'restriction', kind: 'exclude-media', media: [...new Set(media)] }];
}

/** Media and outlets that stand before OUT. */
const mediaNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tv: 'tv television tvs broadcast broadcasters',
    radio: 'radio',
    internet: 'internet online web websites digital',
    magazines: 'mags mag magazines magazine newsmagazines newsmags newsmagazine',
    print: 'print newspapers papers',
    tabloids: 'tabloids tabloid',
    books: 'books',
    mobile: 'mobile wireless',
    cctv: 'cctv',
    cgtn: 'cgtn',
    nhk: 'nhk',
    bbc: 'bbc',
    cnn: 'cnn',
    kbs: 'kbs',
    rtr: 'rtr',
    ntv: 'ntv',
    zdf: 'zdf',
    ard: 'ard',
    rai: 'rai',
    rtl: 'rtl',
    shutterstock: 'shutterstock',
  }).flatMap(([medium, words]) => words.split(' ').map(word => [word, medium] as const)),
);

/**
 * The media or outlets named in a list before OUT.
 * @returns lower-case names; null where a word of the list is none
 */
export function mediaNamed(words: string): readonly string[] | null {
  const parts = words
    .trim()
    .split(/\s*[,/&+]\s*|\s+(?:and|or)\s+|\s+/i)
    .filter(part => part !== '');
  const media = parts.map(part => mediaNames.get(part.toLowerCase()));
  const known = media.filter(medium => medium !== undefined);
  return parts.length > 0 && known.length === parts.length ? [...new Set(known)] : null;
}
