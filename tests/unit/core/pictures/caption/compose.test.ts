import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../../main/contract/body.ts';
import { type CaptionStyle, captionStyles, Picture } from '../../../../../main/contract/picture.ts';
import { Restriction } from '../../../../../main/contract/rights.ts';
import { composeCaption } from '../../../../../main/core/pictures/caption/compose.ts';
import { positionMark } from '../../../../../main/core/pictures/caption/compose-sentence.ts';
import { readCredit } from '../../../../../main/core/pictures/caption/credit.ts';
import { parseCaption } from '../../../../../main/core/pictures/caption/parse.ts';
import { agencyName, agencyNames } from '../../../../../main/core/pictures/caption/territory-words.ts';
import { countryCodes } from '../../../../../main/core/rights/country-codes.ts';
import { territoriesNamed } from '../../../../../main/core/rights/territories.ts';

const rule = (kind: string, more: object = {}) => Restriction.parse({ kind, text: '', spans: [], ...more });

const lock = {
  id: 'lock',
  caption: plainInlines('Ada Lindqvist opens the new lock. It took nine years.'),
  creator: 'Ida Marsh',
  creditLine: 'Ida Marsh / AFP',
  dateCreated: '2026-03-03T10:20:30+01:00',
  location: { created: { city: 'Port Selwyn', country: 'Westmark' }, shown: [] },
  people: [{ name: 'Ada Lindqvist', position: 'L' }],
  restrictions: [
    rule('exclude-territory', { territories: ['KR'] }),
    rule('editorial-only'),
    rule('no-marketing'),
    rule('no-advertising'),
  ],
};
const compose = (style: CaptionStyle, changes: object = {}) =>
  composeCaption(Picture.parse({ ...lock, ...changes }), style);

describe('a caption in an agency’s style', () => {
  it.each<[CaptionStyle, string]>([
    [
      'ap',
      'Ada Lindqvist, left, opens the new lock in Port Selwyn, Westmark, Tuesday, March 3, 2026. It took nine years. (Ida Marsh/AFP) SOUTH KOREA OUT; FOR EDITORIAL USE ONLY; NO MARKETING; NO ADVERTISING CAMPAIGNS',
    ],
    [
      'afp',
      'Ada Lindqvist (L) opens the new lock in Port Selwyn, Westmark on March 3, 2026. It took nine years. (Photo by Ida Marsh / AFP) / SOUTH KOREA OUT - RESTRICTED TO EDITORIAL USE - NO MARKETING NO ADVERTISING CAMPAIGNS',
    ],
    [
      'reuters',
      'Ada Lindqvist (L) opens the new lock in Port Selwyn, Westmark, March 3, 2026. It took nine years. Ida Marsh/AFP ATTENTION EDITORS - SOUTH KOREA OUT. FOR EDITORIAL USE ONLY. NO MARKETING. NO ADVERTISING CAMPAIGNS.',
    ],
    [
      'getty',
      'PORT SELWYN, WESTMARK - MARCH 03: Ada Lindqvist (L) opens the new lock on March 3, 2026 in Port Selwyn, Westmark. It took nine years. SOUTH KOREA OUT - RESTRICTED TO EDITORIAL USE - NO MARKETING - NO ADVERTISING CAMPAIGNS (Photo by Ida Marsh/AFP)',
    ],
    [
      'dpa',
      '03.03.2026, Westmark, Port Selwyn: Ada Lindqvist (l) opens the new lock. It took nine years. Foto: Ida Marsh/AFP - ACHTUNG: SOUTH KOREA OUT - Nur zur redaktionellen Verwendung - Kein Marketing - Nicht für Werbung',
    ],
    [
      'plain',
      'Ada Lindqvist opens the new lock. It took nine years. (Photo by Ida Marsh / AFP)\nSOUTH KOREA OUT - RESTRICTED TO EDITORIAL USE - NO MARKETING - NO ADVERTISING CAMPAIGNS',
    ],
  ])('of %s', (style, text) => {
    expect(compose(style)).toMatchObject({ text, problems: [] });
  });

  it.each<[CaptionStyle, string, string]>([
    ['ap', 'AP Photo/Ida Marsh', '(AP Photo/Ida Marsh)'],
    ['ap', 'Ida Marsh/The Selwyn Courier via AP, Pool', '(Ida Marsh/The Selwyn Courier via AP, Pool)'],
    ['afp', 'MCNA VIA MNS / AFP', '(Photo by MCNA VIA MNS / AFP)'],
    ['afp', 'AFP PHOTO / HARBOUR OFFICE', '(AFP PHOTO / HARBOUR OFFICE)'],
    ['reuters', 'REUTERS/Ida Marsh', 'REUTERS/Ida Marsh'],
    ['reuters', 'Harbour Trust/Handout via REUTERS', 'Harbour Trust/Handout via REUTERS'],
    ['getty', 'Ida Marsh/VCG via Getty Images', '(Photo by Ida Marsh/VCG via Getty Images)'],
    ['dpa', 'Ida Marsh/XinHua/dpa', 'Foto: Ida Marsh/XinHua/dpa'],
    // Nobody's grammar reads a bare bracket of a paper that it does not know.
    ['ap', 'Ida Marsh/Harbour Harp', '(Photo by Ida Marsh/Harbour Harp)'],
  ])('%s signs %s off as %s', (style, creditLine, signOff) => {
    expect(compose(style, { creditLine }).signOff).toBe(signOff);
  });

  it.each(captionStyles)('%s prints a mandatory credit exactly as it is demanded', style => {
    const credit = 'AFP PHOTO / Harbour Office – A. Marsh';
    const { text, signOff, problems } = compose(style, {
      restrictions: [rule('mandatory-credit', { credit })],
    });
    expect(signOff).toContain(credit);
    expect(text).toContain(signOff);
    expect(problems).toEqual([]);
  });

  it('tells of a second mandatory credit, of which only one can sign the caption', () => {
    const restrictions = ['Harbour Office', 'Selwyn Trust'].map(credit =>
      rule('mandatory-credit', { credit }),
    );
    const { problems } = compose('afp', { restrictions });
    expect(problems.map(each => [each.code, each.message.includes('Selwyn Trust')])).toEqual([
      ['mandatory-credit', true],
    ]);
  });

  it('says place and day once', () => {
    const caption = plainInlines('A lock opens in Port Selwyn, Westmark, on March 3, 2026.');
    for (const style of captionStyles) {
      const { text } = compose(style, { caption, people: [] });
      expect(text.match(/Port Selwyn/gi)).toHaveLength(1);
      expect(text.match(/2026/g)).toHaveLength(1);
    }
  });

  it('names the people whom the caption does not, without saying in which order they stand', () => {
    const people = [
      { name: 'Tomas Reyl', position: '' },
      { name: 'Oro Venn', position: 'right' },
    ];
    expect(compose('afp', { people }).text).toContain(
      'It took nine years. Pictured: Tomas Reyl and Oro Venn (R). (Photo by',
    );
  });

  it('keeps what needs review in the source’s own words', () => {
    const restrictions = [rule('other', { text: 'The watermark must stay', needsReview: true })];
    expect(compose('afp', { restrictions }).text).toContain(' / THE WATERMARK MUST STAY');
  });

  it('marks a file picture', () => {
    expect(compose('ap', { creditLine: 'AP Photo/Ida Marsh, File' }).text).toMatch(
      /^FILE - Ada .*\(AP Photo\/Ida Marsh, File\)/,
    );
    expect(compose('dpa', { category: 'archive' }).text).toMatch(/^ARCHIV - 03\.03\.2026, /);
  });

  it('tells what it lacks and where the caption says another day', () => {
    const codes = (changes: object) => compose('ap', changes).problems.map(each => each.code);
    expect(codes({ caption: [], people: [] })).toEqual(['caption-missing']);
    expect(codes({ creditLine: '', creator: '' })).toEqual(['credit-missing']);
    expect(codes({ dateCreated: '' })).toEqual(['date-missing']);
    expect(codes({ location: { created: null, shown: [] } })).toEqual(['place-missing']);
    expect(codes({ caption: plainInlines('A lock on March 4, 2026.'), people: [] })).toEqual([
      'date-differs',
    ]);
  });
});

describe('countries before OUT', () => {
  it('are named so that the grammar reads each of them back', () => {
    const wrong = countryCodes.filter(code => territoriesNamed(agencyName(code))?.join() !== code);
    expect(wrong).toEqual([]);
  });

  it('are one name where they are a group', () => {
    expect(agencyNames(['BE', 'LU', 'NL'])).toEqual(['BENELUX']);
    expect(agencyNames(['BE', 'LU'])).toEqual(['BELGIUM', 'LUXEMBOURG']);
  });
});

const named = fc.constantFrom('Ada Lindqvist', 'Tomas van der Reyl', 'Jean-Luc Marsh', 'María Ibarrola');
const person = fc.record({ name: named, position: fc.constantFrom('L', 'right', 'C', '2nd R', 'left') });
const codes = fc
  .uniqueArray(
    fc.constantFrom('KR', 'JP', 'BE', 'NL', 'LU', 'US', 'GB', 'DE', 'HK', 'CD', 'BA', 'TT', 'MM'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map(list => list.sort());
const restriction = fc.oneof(
  fc
    .constantFrom(
      ...['editorial-only', 'no-marketing', 'no-advertising', 'no-sales', 'no-archive', 'no-third-party'],
      ...['no-internet', 'mandatory-credit'],
    )
    .map(kind => rule(kind)),
  codes.map(territories => rule('exclude-territory', { territories })),
  codes.map(territories => rule('include-territory', { territories })),
  fc
    .constantFrom('AFP PHOTO / HARBOUR OFFICE', 'Selwyn Trust/A. Marsh')
    .map(credit => rule('mandatory-credit', { credit })),
  fc
    .subarray(['tv', 'magazines', 'print', 'tabloids', 'radio'], { minLength: 1 })
    .map(media => rule('exclude-media', { media })),
  fc.constantFrom('2026-06-04', '2027-12-31T10:00:00Z').map(until => rule('time-limit', { until })),
);
const arbitraryPicture = fc
  .record({
    id: fc.constant('p'),
    sentence: fc.constantFrom(
      'opens the new lock.',
      'waits in the rain. It took nine years to build.',
      'walks OUT of a meeting',
      'stops at a sign that says “No sales.”',
    ),
    people: fc.uniqueArray(person, { selector: each => each.name, minLength: 1, maxLength: 3 }),
    creditLine: fc.constantFrom(
      'AP Photo/Ida Marsh',
      'Ida Marsh / AFP',
      'MCNA VIA MNS / AFP',
      'REUTERS/Ida Marsh/Pool',
      'Harbour Trust/Handout via REUTERS',
      'Ida Marsh/VCG via Getty Images',
      'Ida Marsh/Harbour Harp',
      'Ida Marsh/XinHua/dpa',
      'Ida Marsh/The Selwyn Courier via AP, Pool',
      'AP Photo/Ida Marsh, File',
    ),
    dateCreated: fc.constantFrom('2026-03-03', '2025-12-07T23:30:00-05:00'),
    city: fc.constantFrom('Port Selwyn', 'Norwick'),
    restrictions: fc.uniqueArray(restriction, {
      selector: each => each.kind,
      maxLength: 6,
    }),
  })
  .map(({ sentence, city, ...rest }) =>
    Picture.parse({
      ...rest,
      caption: plainInlines(`${rest.people[0]?.name} ${sentence}`),
      location: { created: { city, country: 'Westmark' }, shown: [] },
    }),
  );

describe('what is composed is read back', () => {
  it.each(captionStyles)('in the style of %s: credit, rules with their territories, people, day', style => {
    fc.assert(
      fc.property(arbitraryPicture, picture => {
        const { text, signOff, problems } = composeCaption(picture, style);
        expect(problems).toEqual([]);
        const parsed = parseCaption(text);
        expect(parsed.signOff?.raw).toBe(signOff);
        const demanded = picture.restrictions.find(each => each.credit !== null)?.credit;
        if (demanded) expect(parsed.creditLine).toBe(demanded);
        else {
          const { names, affiliations, via, flags } = readCredit(picture.creditLine);
          expect(parsed.signOff).toMatchObject({ names, affiliations, via, flags });
        }
        const rules = (list: readonly Restriction[]) =>
          [
            ...new Set(
              list.flatMap(({ kind, territories, media, until }) =>
                (territories.length + media.length > 0 ? [...territories, ...media] : ['']).map(name =>
                  [kind, name, until?.slice(0, 10)].filter(Boolean).join(' '),
                ),
              ),
            ),
          ].sort();
        expect(rules(parsed.restrictions)).toEqual(rules(picture.restrictions));
        expect(parsed.unread).toEqual([]);
        if (style === 'plain') return;
        const people = (list: Picture['people']) =>
          list.map(({ name, position }) => `${name} ${positionMark(position)}`).sort();
        expect(people(parsed.people)).toEqual(people(picture.people));
        expect(parsed.dateTaken).toBe(picture.dateCreated.slice(0, 10));
      }),
      { numRuns: 300 },
    );
  });
});
