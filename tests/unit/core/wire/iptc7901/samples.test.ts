import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../../../main/contract/body.ts';
import type { WireFormat } from '../../../../../main/core/wire/format.ts';
import { formats } from '../../../../../main/core/wire/formats.ts';
import { sharedFolder, sharedPath } from '../../../../support/shared.ts';

const all: readonly WireFormat[] = formats;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** What real messages of both formats become: numbers, short identifiers and hashes of their words. */
const expected: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  [
    'golden/iptc7901.txt',
    'iptc7901',
    {
      headline: '5957e671',
      byline: 'e3b0c442',
      slugline: '2335d9a3',
      blocks: 1,
      copy: '51ede52d',
      place: 'Geneva',
      source: 'exa',
      created: '2026-11-23T03:45:00Z',
      priority: 4,
      urgency: 5,
      category: 'i',
      publicNote: 0,
      internalNote: 0,
      signOff: 9,
      problems: 0,
    },
  ],
  [
    'golden/anpa1312.tst',
    'anpa1312',
    {
      headline: '5957e671',
      byline: '00e9474d',
      slugline: 'ee05300d',
      blocks: 1,
      copy: '51ede52d',
      place: 'GENEVA',
      source: 'Example News',
      created: '2026-11-23T03:45:00Z',
      priority: 4,
      urgency: 5,
      category: 'i',
      publicNote: 0,
      internalNote: 0,
      signOff: 0,
      problems: 0,
    },
  ],
  [
    'real/iptc7901/ats.txt',
    'iptc7901',
    {
      headline: 'dcc9da43',
      byline: 'e3b0c442',
      slugline: '7a1ca4ef',
      blocks: 3,
      copy: '41e38489',
      place: 'Paris',
      source: 'etf',
      created: '2018-12-09T12:23:00Z',
      priority: 3,
      urgency: 4,
      category: 'ec',
      publicNote: 0,
      internalNote: 0,
      signOff: 9,
      problems: 1,
    },
  ],
  [
    'real/iptc7901/dw7901-eil.iptc',
    'iptc7901',
    {
      headline: '200ca753',
      byline: 'e3b0c442',
      slugline: '994a1315',
      blocks: 1,
      copy: 'e9bbf83d',
      place: 'Berlin',
      source: 'dpa',
      created: '2024-09-25T10:37:00Z',
      priority: 2,
      urgency: 2,
      category: 'pl',
      takeKey: 'Eil',
      publicNote: 117,
      internalNote: 0,
      signOff: 19,
      problems: 0,
    },
  ],
  [
    'real/iptc7901/sdcore-IPTC7901.txt',
    'iptc7901',
    {
      headline: 'b72bdc03',
      byline: 'e3b0c442',
      slugline: '94e1f558',
      blocks: 5,
      copy: 'ba5e6a40',
      place: 'Berlin',
      source: 'dpa',
      created: '2013-11-13T11:37:00Z',
      priority: 4,
      urgency: 5,
      category: 'i',
      publicNote: 0,
      internalNote: 123,
      signOff: 15,
      problems: 0,
    },
  ],
  [
    'real/iptc7901/sdcore-dpa_four_line.txt',
    'iptc7901',
    {
      headline: 'edf4ee0c',
      byline: '2396ff15',
      slugline: '50384770',
      blocks: 15,
      copy: '3870edf8',
      place: 'Geneva',
      source: 'dpa',
      created: '2018-11-21T23:22:00Z',
      priority: 3,
      urgency: 4,
      category: 'i',
      takeKey: 'REFILE, 1ST LEAD',
      action: 'update',
      publicNote: 177,
      internalNote: 189,
      signOff: 18,
      problems: 1,
    },
  ],
  [
    'real/anpa1312/kyodo.txt',
    'anpa1312',
    {
      headline: '1fe2fceb',
      byline: 'e3b0c442',
      slugline: '3416b62c',
      blocks: 11,
      copy: '10607956',
      place: 'SAITAMA',
      source: 'Kyodo',
      created: '2018-12-09T12:37:00Z',
      priority: 3,
      urgency: 4,
      category: 's',
      publicNote: 0,
      internalNote: 0,
      signOff: 0,
      problems: 1,
    },
  ],
  [
    'real/anpa1312/sdcore-anpa-1.tst',
    'anpa1312',
    {
      headline: '944a255c',
      byline: '2bcbf32f',
      slugline: '442158a4',
      blocks: 15,
      copy: 'c9393379',
      place: 'BUENOS AIRES',
      source: 'Associated Press',
      created: '2013-11-13T15:09:00Z',
      priority: 1,
      urgency: 1,
      category: 'l',
      publicNote: 76,
      internalNote: 0,
      signOff: 0,
      problems: 0,
    },
  ],
  [
    'real/anpa1312/sdcore-ap_anpa-4.tst',
    'anpa1312',
    {
      headline: 'e0d5eb33',
      byline: 'e93fa41a',
      slugline: '9af9cf3c',
      blocks: 26,
      copy: '6efb0751',
      place: 'BEIJING',
      source: 'Associated Press',
      created: '2017-05-09T00:56:00Z',
      priority: 4,
      urgency: 5,
      category: 'i',
      takeKey: '3rd Ld-Writethru',
      action: 'update',
      publicNote: 145,
      internalNote: 0,
      signOff: 0,
      problems: 0,
    },
  ],
];

describe.skipIf(sharedFolder === null)('messages off the wire', () => {
  it.each(expected)('%s of %s', (path, format, want) => {
    const bytes = readFileSync(sharedPath('samples', path));
    const head = bytes.subarray(0, 65_536).toString('utf8');
    const readers = all.filter(each => each.recognise?.(head));
    expect(readers.map(({ id }) => id)).toEqual([format]);
    let count = 0;
    const ids = (): string => `id-${++count}`;
    const stories = readers[0]?.read?.(bytes, { fileName: path, ids, now: new Date('2026-11-24T00:00:00Z') });
    expect(stories).toHaveLength(1);
    const story = stories?.[0]?.story;
    const fields = story?.fields;
    expect({
      headline: hash(fields?.headline ?? ''),
      byline: hash(fields?.byline ?? ''),
      slugline: hash(fields?.slugline ?? ''),
      blocks: story?.body.blocks.length,
      copy: hash(story ? bodyText(story.body) : ''),
      place: fields?.dateline?.place,
      source: fields?.source,
      created: story?.created,
      priority: fields?.priority,
      urgency: fields?.urgency,
      category: fields?.category,
      takeKey: fields?.takeKey,
      action: fields?.editorialAction,
      publicNote: fields?.edNote?.length ?? 0,
      internalNote: fields?.internalNote?.length ?? 0,
      signOff: fields?.signOff?.length ?? 0,
      problems: stories?.[0]?.problems.length,
    }).toEqual(want);
  });
});
