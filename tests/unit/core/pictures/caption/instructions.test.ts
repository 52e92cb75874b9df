import { describe, expect, it } from 'vitest';
import type { Restriction } from '../../../../../main/contract/rights.ts';
import {
  mergeNotices,
  mergeRestrictions,
  parseRights,
} from '../../../../../main/core/pictures/caption/instructions.ts';

function short({ kind, territories, media, until, credit, needsReview }: Restriction): string {
  return [kind, ...territories, ...media, until, credit && `"${credit}"`, needsReview && '?']
    .filter(Boolean)
    .join(' ');
}

const wordings: readonly (readonly [text: string, restrictions: readonly string[]])[] = [
  ['HORS JAPON', ['exclude-territory JP']],
  ['Interdit en France, en Belgique', ['exclude-territory BE FR']],
  [
    'Usage éditorial uniquement. Pas de vente. Mention obligatoire',
    ['editorial-only', 'no-sales', 'mandatory-credit'],
  ],
  ['Nur zur redaktionellen Verwendung', ['editorial-only']],
  ['Keine Archivierung. Kein Verkauf. Nicht für Werbung', ['no-archive', 'no-sales', 'no-advertising']],
  ['Nicht in Österreich', ['exclude-territory AT']],
  ['Uso editorial exclusivamente', ['editorial-only']],
  ['Solo para uso editorial. Prohibida su venta', ['editorial-only', 'no-sales']],
  ['Solo uso editoriale', ['editorial-only']],
  ['NO SALES, NO ARCHIVES, FRANCE OUT', ['no-sales', 'no-archive', 'exclude-territory FR']],
  ['NO SALES, ARCHIVES OR MARKETING', ['no-sales', 'no-archive', 'no-marketing']],
  ['NEWSMAGAZINES OUT; TV OUT, INTERNET OUT', ['exclude-media magazines', 'exclude-media tv', 'no-internet']],
  ['NO MAGS, NO TABLOIDS', ['exclude-media magazines tabloids']],
  ['NO THIRD PARTY SALES. NO RESALES', ['no-third-party', 'no-sales']],
  ['NOT FOR SALE FOR MARKETING OR ADVERTISING CAMPAIGNS', ['no-marketing', 'no-advertising']],
  [
    'MANDATORY CREDIT: HARBOUR TRUST / A. MARSH. NO USE AFTER JUNE 4, 2026',
    ['mandatory-credit "HARBOUR TRUST / A. MARSH"', 'time-limit 2026-06-04'],
  ],
  ['NO USE AFTER 04.06.2026', ['time-limit 2026-06-04']],
  [
    'May only be used for 14 days from the time of transmission; No Archiving; No Licensing; Mandatory credit',
    ['time-limit ?', 'no-archive', 'no-sales', 'mandatory-credit'],
  ],
  ['NOT FOR USE OUTSIDE BELGIUM', ['include-territory BE']],
  ['FOR USE IN BELGIUM ONLY', ['include-territory BE']],
  ['WORLDWIDE EXCEPT JAPAN AND SOUTH KOREA', ['exclude-territory JP KR']],
  ['NO USE BY SOUTH KOREAN MEDIA', ['exclude-territory KR']],
  ['NORWAY, SWEDEN & DENMARK OUT', ['exclude-territory DK NO SE']],
  ['BENELUX AND SCANDINAVIA OUT', ['exclude-territory BE DK LU NL NO SE']],
  ['BELGIUM, WESTMARK AND FRANCE OUT', ['exclude-territory BE FR ?']],
  ['UK IRELAND OUT', ['exclude-territory GB IE']],
  [
    'MANDATORY CREDIT THE CANADIAN PRESS PROVIDES ACCESS TO THIS HANDOUT PHOTO SOLELY TO ILLUSTRATE NEWS REPORTING. NO ARCHIVES',
    ['mandatory-credit', 'editorial-only', 'no-archive'],
  ],
  ['EMBARGOED UNTIL JUNE 4, 2026. NOT FOR PUBLICATION BEFORE 5 JUNE 2026', ['other ?', 'other ?']],
  ['FOR EDITORIAL USE ONLY IN GERMANY', ['editorial-only', 'include-territory DE']],
  ['Verwendung nur bis zum 30. Juni 2026', ['time-limit 2026-06-30']],
  [
    'NOT FOR USE IN THE EU OR THE UK',
    ['exclude-territory AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'],
  ],
  ['NotForResale; NARCH', ['no-sales', 'no-archive']],
  ['SYROUT NARCH EUO', ['exclude-territory SY', 'no-archive', 'editorial-only']],
  ['PLEASE LEAVE IT OUT', ['other ?']],
  ['NO SALES, PHOTO RELEASED BY THE HARBOUR OFFICE', ['no-sales', 'other ?']],
  ['Editorial use only during the festival', ['editorial-only', 'other ?']],
];

describe('fields of instructions and usage terms (14.2, 6)', () => {
  it.each(wordings)('%s', (text, restrictions) => {
    expect(parseRights(text, 'instructions').restrictions.map(short)).toEqual(restrictions);
  });

  it('leaves words that rule nothing unread', () => {
    const parsed = parseRights('Contact the desk on +1 555 0100', 'instructions');
    expect(parsed.restrictions).toEqual([]);
    expect(parsed.unread.map(each => each.text)).toEqual(['Contact the desk on +1 555 0100']);
  });

  it('names the field in its spans', () => {
    const parsed = parseRights('NO SALES', 'xmp:xmpRights:UsageTerms');
    expect(parsed.restrictions[0]?.spans).toEqual([{ field: 'xmp:xmpRights:UsageTerms', start: 0, end: 8 }]);
  });
});

describe('merging', () => {
  const read = (text: string, field: string) => parseRights(text, field);

  it('makes equal rules of two fields one, with both sources', () => {
    const merged = mergeRestrictions([
      read('SOUTH KOREA OUT. NO SALES', 'a').restrictions,
      read('Republic of Korea OUT', 'b').restrictions,
    ]);
    expect(merged.map(short)).toEqual(['exclude-territory KR', 'no-sales']);
    expect(merged[0]?.spans.map(span => span.field)).toEqual(['a', 'b']);
  });

  it('keeps rules apart that bar different things', () => {
    const merged = mergeRestrictions([
      read('FRANCE OUT', 'a').restrictions,
      read('JAPAN OUT', 'b').restrictions,
    ]);
    expect(merged.map(short)).toEqual(['exclude-territory FR', 'exclude-territory JP']);
  });

  it('never makes two unread rules one unless they are the same words', () => {
    const merged = mergeRestrictions([
      read('SOMETHING STRANGE HERE', 'a').restrictions,
      read('SOMETHING ELSE HERE', 'b').restrictions,
      read('Something Strange Here. NOT', 'c').restrictions.slice(0, 1),
    ]);
    expect(merged.filter(each => each.kind === 'other').map(each => each.text)).toContain(
      'SOMETHING ELSE HERE',
    );
    expect(merged[0]?.text).toBe('SOMETHING STRANGE HERE');
  });

  it('merges notices by kind and words', () => {
    const text = 'THIS PICTURE WAS MADE AVAILABLE BY A THIRD PARTY.';
    const merged = mergeNotices([read(text, 'a').notices, read(text.toLowerCase(), 'b').notices]);
    expect(merged).toHaveLength(1);
    expect(merged[0]?.spans).toHaveLength(2);
  });
});
