import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRights } from '../../../../../main/core/pictures/caption/instructions.ts';
import { parseCaption } from '../../../../../main/core/pictures/caption/parse.ts';
import { tokens } from '../../../../../main/core/pictures/caption/tokens.ts';
import { sharedFolder, sharedPath } from '../../../../support/shared.ts';
import { spansOf, uncovered } from './coverage-of.ts';

const kinds = (text: string) =>
  parseCaption(text).restrictions.map(each => [each.kind, ...each.territories].join(' '));

describe('the traps of 14.2, 8', () => {
  it('takes OUT for a verb in words of mixed case', () => {
    const parsed = parseCaption('Ada Lindqvist walks OUT of France. OUT at sea. (Photo by Ida Marsh / AFP)');
    expect(parsed.restrictions).toEqual([]);
    expect(parsed.caption).toBe('Ada Lindqvist walks OUT of France. OUT at sea.');
  });

  it('leaves a sign that is quoted in the caption alone', () => {
    const text =
      'A sign reads "NO SALES. NO ARCHIVES" and "Photo by the pier" in Port Selwyn. (AP Photo/Ida Marsh)';
    const parsed = parseCaption(text);
    expect(parsed.restrictions).toEqual([]);
    expect(parsed.signOff?.raw).toBe('(AP Photo/Ida Marsh)');
  });

  it('reads a sign-off with brackets in the name', () => {
    const parsed = parseCaption('Ada waits. (Photo by Ida (Addie) Marsh / AFP)');
    expect(parsed.creditLine).toBe('Ida (Addie) Marsh / AFP');
    expect(parsed.creator).toBe('Ida (Addie) Marsh');
  });

  it('reads an agency’s and its partner’s sign-off side by side as one, the partner’s credit on the line', () => {
    const parsed = parseCaption(
      'Ada waits. (Photo by Ida Marsh / AFP) (Photo by Ida Marsh/AFP via Getty Images)',
    );
    expect(parsed.creditLine).toBe('Ida Marsh/AFP via Getty Images');
    expect(parsed.signOff).toMatchObject({
      names: ['Ida Marsh'],
      affiliations: ['AFP'],
      via: 'Getty Images',
    });
    expect(parsed.unread).toEqual([]);
  });

  it('knows French and German words within a caption', () => {
    expect(kinds('Une vue du port. HORS JAPON (Photo by Ida MARSH / AFP)')).toEqual(['exclude-territory JP']);
    expect(kinds('Ein Schiff. Foto: Ida Marsh/dpa - ACHTUNG: Nur zur redaktionellen Verwendung')).toEqual([
      'editorial-only',
    ]);
  });

  it('keeps a dateline in capitals in the caption', () => {
    const parsed = parseCaption('PARIS, FRANCE - MAY 03: Ada waits. (Photo by Ida Marsh/Getty Images)');
    expect(parsed.caption).toBe('PARIS, FRANCE - MAY 03: Ada waits.');
    expect(parsed.dateTaken).toBe('');
    expect(parsed.restrictions).toEqual([]);
  });

  it('does not take an abbreviation in brackets for a sign-off', () => {
    const parsed = parseCaption(
      'The Central News Agency (CNA) said Ada waits. A Reuters/Ipsos poll followed.',
    );
    expect(parsed.signOff).toBeNull();
  });

  it('keeps a caption in capitals a caption', () => {
    const parsed = parseCaption('PRESIDENT LINDQVIST OPENS THE LOCK IN PORT SELWYN. (AP Photo/Ida Marsh)');
    expect(parsed.caption).toBe('PRESIDENT LINDQVIST OPENS THE LOCK IN PORT SELWYN.');
    expect(parsed.restrictions).toEqual([]);
  });

  it('reads a sign-off that was cut off at a byte limit', () => {
    expect(parseCaption('Ada waits. (Photo by Ida Marsh / A').creditLine).toBe('Ida Marsh / A');
  });

  it('is not misled by a stray quotation mark before a restriction', () => {
    const text =
      'A 6" pipe. (Photo by Ida Marsh / AFP) / RESTRICTED TO EDITORIAL USE - MANDATORY CREDIT "AFP PHOTO" - NO SALES';
    expect(kinds(text)).toEqual(['editorial-only', 'mandatory-credit', 'no-sales']);
  });
});

describe('people', () => {
  const people = (text: string) =>
    parseCaption(text).people.map(({ name, position }) => `${name}: ${position}`);

  it('ties each position mark to the name before it, without titles and nationalities', () => {
    const text =
      'US President Lena Borg (L), Westmark’s Prime Minister Tomas van der Reyl (C-R), Oro Venn (2nd from left) and ex-minister Ida Marsh (top R) talk.';
    expect(people(text)).toEqual([
      'Lena Borg: L',
      'Tomas van der Reyl: C-R',
      'Oro Venn: 2nd from left',
      'Ida Marsh: top R',
    ]);
  });

  it('reads a list from left to right in its order', () => {
    expect(people('From left: Ada Lindqvist, Tomas Reyl and King Oro Venn pose in Paris.')).toEqual([
      'Ada Lindqvist: ',
      'Tomas Reyl: ',
      'Oro Venn: ',
    ]);
  });

  it('takes no place or agency for a person', () => {
    expect(people('The Central News Agency showed Port Selwyn and South Korea.')).toEqual([]);
  });
});

describe('nothing recognised is dropped', () => {
  it('keeps a run of capitals that no rule reads as a restriction to review', () => {
    const parsed = parseCaption(
      'Ada waits. (Photo by Ida Marsh / AFP) THIS PICTURE GOES WITH NOTHING ELSE AT ALL',
    );
    expect(parsed.restrictions).toMatchObject([
      { kind: 'other', needsReview: true, text: 'THIS PICTURE GOES WITH NOTHING ELSE AT ALL' },
    ]);
  });

  it('keeps an unknown territory as words to review', () => {
    const parsed = parseCaption('Ada waits. (Photo by Ida Marsh / AFP) / WESTMARK OUT');
    expect(parsed.restrictions).toMatchObject([{ kind: 'other', needsReview: true, text: 'WESTMARK OUT' }]);
  });

  it('hands plain words behind the sign-off to the editor', () => {
    const parsed = parseCaption('Ada waits. (Photo by Ida Marsh / AFP) Copyright 2026 Harbour Site.');
    expect(parsed.unread.map(each => each.text)).toEqual(['Copyright 2026 Harbour Site.']);
  });

  it('gives every character that is not white space to a part', () => {
    fc.assert(
      fc.property(anyCaption, text => {
        expect(uncovered(text, spansOf(parseCaption(text)))).toBeNull();
      }),
      { numRuns: 600 },
    );
  });

  it('does so for fields of instructions too', () => {
    fc.assert(
      fc.property(anyCaption, text => {
        const { restrictions, notices, unread } = parseRights(text, 'instructions');
        const spans = [
          ...[...restrictions, ...notices].flatMap(rule => rule.spans),
          ...unread.map(each => each.span),
        ];
        expect(uncovered(text, spans)).toBeNull();
        expect(spans.every(span => span.field === 'instructions')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

const bits = [
  ...[
    'Ada Lindqvist (R)',
    ' shows ',
    '(Photo by Ida Marsh / AFP)',
    'South Korea OUT',
    ' / ',
    ' - ',
    '---EDITORS NOTE---',
  ],
  ...[
    'RESTRICTED TO EDITORIAL USE',
    'MANDATORY CREDIT',
    '"AFP PHOTO / X"',
    '"',
    "'",
    '. ',
    '\n',
    'NO SALES',
    'AND',
  ],
  ...[
    'THIS IS SOMETHING NEW',
    'FILE - ',
    'TOPSHOT',
    'REUTERS/Ida',
    'via AP',
    '(',
    ')',
    '+++ dpa-Bildfunk +++',
  ],
  ...[
    '(X - Tags: A B)',
    'on June 4, 2025',
    'NO USE AFTER ',
    'ATTENTION EDITORS - ',
    'Foto: Ida/dpa',
    'OUT',
    ', ',
    'ONLY',
  ],
  ...[
    'FRANCE',
    'a',
    'B',
    '*',
    '\u00a0',
    '\ufeff',
    '\u200b',
    'é',
    '😀',
    'unable to verify',
    'HANDOUT',
    'in Paris',
  ],
  ...['Mandatory Credit: Photo by Ida Marsh/Shutterstock (12345a)', 'DISTRIBUTED AS RECEIVED'],
];
const anyCaption = fc.oneof(
  fc.array(fc.constantFrom(...bits), { maxLength: 14 }).map(parts => parts.join('')),
  fc.array(fc.constantFrom(...bits), { maxLength: 14 }).map(parts => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('bounded work', () => {
  it('has no wording of unbounded length in the table', () => {
    const unbounded = tokens
      .map(token => token.pattern.source)
      .filter(source => /(?<!\\)[*+](?!\])|\{\d+,\}/.test(source.replace(/\[[^\]]*\]/g, '[]')));
    expect(unbounded).toEqual([]);
  });

  const units = [
    ' ',
    '(',
    '"',
    'A.',
    '/',
    'OUT ',
    'FRANCE OUT, ',
    'NO SALES, ',
    'MANDATORY CREDIT "',
    'Ada (R) ',
    '/ a',
  ];
  it.each(units)('reads 100,000 characters of %j', unit => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
    expect(uncovered(text, spansOf(parseCaption(text)))).toBeNull();
  });
});

describe.skipIf(sharedFolder === null)('the seed story’s caption', () => {
  const text = sharedFolder
    ? (readFileSync(sharedPath('seeds', '000_380dd9ea17e77e4e.txt'), 'utf8').split('\n')[5] ?? '')
    : '';
  const parsed = parseCaption(text);

  it('ends behind its sentence', () => {
    expect(parsed.caption.endsWith('in Pyongyang.')).toBe(true);
    expect(text.startsWith(parsed.caption)).toBe(true);
  });

  it('gives the credit of the sign-off', () => {
    const bracket = text.slice(text.indexOf('(Photo by '), text.indexOf('/ AFP)') + '/ AFP)'.length);
    expect(parsed.signOff?.raw).toBe(bracket);
    expect(parsed.creditLine).toBe(bracket.slice('(Photo by '.length, -1));
    expect(parsed.creator).toBe('');
  });

  it('knows when it was taken and released, and who is on the right', () => {
    expect(parsed).toMatchObject({ dateTaken: '2025-06-04', dateReleased: '2025-06-05' });
    const right = parsed.people.filter(person => person.position === 'R').map(person => person.name);
    expect(right).toHaveLength(1);
    expect(text).toContain(`leader ${right[0]} (R) meeting`);
  });

  it('reads each rule once, in the order of the text', () => {
    const quoted = text.slice(text.indexOf('CREDIT "') + 'CREDIT "'.length, text.indexOf('" - NO MARKETING'));
    expect(
      parsed.restrictions.map(({ kind, territories, credit }) => [kind, ...territories, credit]),
    ).toEqual([
      ['exclude-territory', 'KR', null],
      ['editorial-only', null],
      ['mandatory-credit', quoted],
      ['no-marketing', null],
      ['no-advertising', null],
    ]);
    expect(parsed.restrictions[0]?.spans).toHaveLength(2);
    expect(parsed.restrictions.some(each => each.needsReview)).toBe(false);
    expect(parsed.notices.map(notice => notice.kind)).toEqual([
      'service-to-clients',
      'third-party-supplied',
      'unverified',
      'as-received',
    ]);
    expect(parsed.unread).toEqual([]);
    expect(uncovered(text, spansOf(parsed))).toBeNull();
  });
});
