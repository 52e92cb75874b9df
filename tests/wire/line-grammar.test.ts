import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../main/contract/story.ts';
import { grammarProblems as anpaProblems } from '../../main/core/wire/anpa1312/grammar.ts';
import { formatById } from '../../main/core/wire/formats.ts';
import { grammarProblems as iptcProblems } from '../../main/core/wire/iptc7901/grammar.ts';
import { arbitraryStory } from '../support/arbitrary-story.ts';
import { carriedStory } from '../support/carried-story.ts';
import { fullStory, minimalStory, withFields, writeContext } from '../support/story.ts';

/** Every message that is written keeps the rules of its lines, whatever the story. */

function bytesOf(id: string, story: Story, options: unknown): Uint8Array {
  const format = formatById(id);
  const [file] = format?.write?.(story, format.options.parse(options), writeContext).files ?? [];
  if (!file) throw new Error(`${id} wrote no file`);
  return file.bytes;
}

const variants: readonly Story[] = [
  fullStory,
  minimalStory,
  withFields(minimalStory, { headline: '' }),
  withFields(fullStory, { editorialAction: 'kill' }),
  withFields(fullStory, { editorialAction: 'withhold' }),
  withFields(fullStory, { editorialAction: 'correction', language: 'de' }),
  withFields(fullStory, {
    slugline: 'VERY-LONG-SLUGLINE-OF-THE-HARBOUR AND MORE',
    takeKey: '2nd Ld-Writethru, rewritten again',
  }),
  withFields(fullStory, { headline: `x ${'w'.repeat(300)} ${'新'.repeat(90)} =`, category: 'pl' }),
];

describe.each([
  ['iptc7901', iptcProblems, { characterSet: 'utf-8' }],
  ['iptc7901', iptcProblems, { characterSet: 'latin-1' }],
  ['iptc7901', iptcProblems, { characterSet: 'ascii', service: 'x', agency: 'mrd', number: 12 }],
  ['anpa1312', anpaProblems, {}],
] as const)('%s', (id, problems, options) => {
  it(`keeps its rules of lines with ${JSON.stringify(options)}`, () => {
    for (const story of variants) expect(problems(bytesOf(id, story, options))).toEqual([]);
  });

  it(`keeps them for any story with ${JSON.stringify(options)}`, () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryStory, carriedStory), story => {
        expect(problems(bytesOf(id, story, options))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('rules of lines', () => {
  it('find what is broken', () => {
    const iptc = Buffer.from(bytesOf('iptc7901', fullStory, {})).toString('latin1');
    const anpa = Buffer.from(bytesOf('anpa1312', fullStory, {})).toString('latin1');
    const broken = [
      iptc.replace('\u0001', ''),
      iptc.replace('\r\n', '\n'),
      iptc.replace('sea lock/', 'sea lock'),
      iptc.replace('Ida Marsh =', 'Ida Marsh'),
      iptc.replace('GMT', 'Uhr'),
      iptc.replace('Port Selwyn opens', `Port ${'long '.repeat(20)}`),
      iptc.replace('Port Selwyn opens', 'Port \u0007'),
    ];
    for (const text of broken) expect(iptcProblems(Buffer.from(text, 'latin1'))).not.toEqual([]);
    for (const text of [
      anpa.replace('\u0016', ''),
      anpa.replace('\u001f', ''),
      anpa.replace('BC-SELWYN', 'BC-SELWYN-AND-MUCH-MORE-THAN-FITS'),
      anpa.replace('03-04', '23-04'),
      anpa.replace('GMT<', ''),
      anpa.replace('Selwyn', 'S\u00e9lwyn'),
    ])
      expect(anpaProblems(Buffer.from(text, 'latin1'))).not.toEqual([]);
  });
});
