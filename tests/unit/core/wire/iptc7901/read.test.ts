import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../../../main/contract/body.ts';
import { WiredeskError } from '../../../../../main/contract/failure.ts';
import type { ReadStory, WireFormat } from '../../../../../main/core/wire/format.ts';
import { formatById } from '../../../../../main/core/wire/formats.ts';
import { fullStory, minimalStory } from '../../../../support/story.ts';
import { readContext } from '../../../../support/there-and-back.ts';
import { writeOne } from '../../../../support/write-one.ts';

function read(id: string, text: string): readonly ReadStory[] {
  const format: WireFormat | undefined = formatById(id);
  return format?.read?.(Buffer.from(text, 'latin1'), readContext) ?? [];
}

const lines = (...texts: readonly string[]): string => texts.map(text => `${text}\r\n`).join('');

const message = lines(
  '\u0001mer0042 2 vm 20 ccccb  mer 0042 260303-11-00007#3',
  '',
  'Harbour/lock/',
  '\u0002(Eil \u0007\u0007\u0007)',
  'KORREKTUR',
  'Neue Schleuse',
  '\u00f6ffnet im M\u00e4rz =',
  '',
  '   Selwyn (mer) - Die Schleuse ist offen, sagte der Hafen-',
  'meister am Dienstag in Selwyn, und sie bleibe es auch im Winter.',
  '\n   Der zweite Absatz.',
  '',
  '# Notizblock',
  '',
  '- Bilder folgen',
  '',
  '* * * *',
  'Die folgenden Informationen sind nicht zur Veroeffentlichung bestimmt',
  '- Ansprechpartner: Ada, 555',
  '',
  'mer ab cd',
  '',
  '\u0003031105 Mrz 26',
  '\u007f\u0004',
);

describe('IPTC 7901 from elsewhere', () => {
  it('becomes a story with its notes apart', () => {
    const [one, ...more] = read('iptc7901', message);
    expect(more).toEqual([]);
    expect(one?.story).toMatchObject({
      guid: '260303-11-00007',
      version: 3,
      created: '2026-03-03T11:05:00Z',
    });
    expect(one?.story.fields).toMatchObject({
      slugline: 'Harbour',
      keywords: ['lock'],
      headline: 'Neue Schleuse öffnet im März',
      takeKey: 'Eil',
      editorialAction: 'correction',
      priority: 2,
      category: 'vm',
      edNote: '- Bilder folgen',
      internalNote: '- Ansprechpartner: Ada, 555',
      signOff: 'mer ab cd',
      dateline: { place: 'Selwyn', country: '', date: '2026-03-03', source: 'mer' },
    });
    expect(one ? bodyText(one.story.body) : '').toBe(
      'Die Schleuse ist offen, sagte der Hafen-meister am Dienstag in Selwyn, und sie bleibe es auch im Winter.\n\nDer zweite Absatz.',
    );
  });

  it('is read from every message of a file', () => {
    const [first, second] = [fullStory, minimalStory].map(story => writeOne('iptc7901', story).bytes);
    const both = Buffer.concat([
      first ?? Buffer.alloc(0),
      Buffer.from(message, 'latin1'),
      second ?? Buffer.alloc(0),
    ]);
    expect(read('iptc7901', both.toString('latin1')).map(({ story }) => story.fields.headline)).toHaveLength(
      3,
    );
  });

  it('is read where a hop took the control characters away', () => {
    const bare = message.replace(/[\u0001-\u0004\u007f]/gu, '');
    const format: WireFormat | undefined = formatById('iptc7901');
    expect(format?.recognise?.(bare)).toBe(true);
    const [one] = read('iptc7901', bare);
    expect(one?.story.fields).toMatchObject({
      slugline: 'Harbour',
      headline: 'Neue Schleuse öffnet im März',
    });
    expect(one?.story.created).toBe('2026-03-03T11:05:00Z');
  });

  it('is a kill by its words', () => {
    const [one] = read('iptc7901', message.replace('KORREKTUR', 'ACHTUNG KILL'));
    expect(one?.story).toMatchObject({ state: 'killed', fields: { editorialAction: 'kill' } });
  });

  it('says act and embargo in a line of the head, never in a headline', () => {
    const fields = (words: string) => read('iptc7901', message.replace('KORREKTUR', words))[0]?.story;
    expect(fields('Floods kill 20 in Selwyn')).not.toHaveProperty('state');
    expect(fields('Floods kill 20 in Selwyn')?.fields).not.toHaveProperty('editorialAction');
    expect(fields('WITHHELD: names are being checked')).toMatchObject({
      state: 'withheld',
      fields: {
        headline: 'Neue Schleuse öffnet im März',
        edNote: 'WITHHELD: names are being checked\n- Bilder folgen',
      },
    });
    expect(fields('REFILE 2ND LEAD')?.fields).toMatchObject({
      editorialAction: 'update',
      takeKey: 'Eil REFILE 2ND LEAD',
    });
    expect(fields('EMBARGOED until 2026-03-05 05:00:00 UTC.')?.fields?.embargo).toEqual({
      until: '2026-03-05T05:00:00Z',
    });
    expect(fields('Sperrfrist: morgen')?.fields?.embargo).toEqual({ until: null });
    expect(fields('Embargo on oil holds')?.fields).not.toHaveProperty('embargo');
  });

  it('is read without the brackets of its sign-off, by the clock of its zone', () => {
    const swiss = message.replace('mer ab cd', '(MER\\/ab)').replace('031105 Mrz', '031105 MEZ Mrz');
    const [one] = read('iptc7901', swiss);
    expect(one?.story.fields?.signOff).toBe('MER/ab');
    expect(one?.story.created).toBe('2026-03-03T10:05:00Z');
  });

  it('is not recognised in anything else', () => {
    const format: WireFormat | undefined = formatById('iptc7901');
    for (const head of [
      '',
      'abc 12 4 i 52',
      'wir0001 4 i 20  mer 0001\n\nNo keyword line\n',
      '\u0001HNA0001 4',
    ])
      expect(format?.recognise?.(head)).toBe(false);
    expect(() => read('iptc7901', 'no message')).toThrow(WiredeskError);
  });
});

const bulletin = lines(
  '\u0016\u0016\u0001a0042\u001fwest-',
  "u s\u0013\u0011 BC-WM--Selwyn'sLock 2ndLd-Writethru   03-04 0020",
  '',
).replace(/\r\n\r\n$/u, '\r\n');
const anpa = `${bulletin}${lines(
  "\u0002^BC-WM--Selwyn's Lock, 2nd Ld-Writethru,20<",
  '^Lock opens in Selwyn<',
  '^Eds: With photos.<',
  '^By IDA MARSH=',
  '^Meridian Wire=',
  "\t   PORT SELWYN, Westmark (MW) _ The lock opened, ``at last,'' on Tuesday.",
  ' ',
  '\t   ___',
  ' ',
  '\t   More _ much more _ follows.',
  '\t   \u0003MW-WF-03-04-26 1130GMT<',
  '\u0004',
)}`;

describe('ANPA 1312 from elsewhere', () => {
  it('becomes a story with its header lines in fields', () => {
    const [one, ...more] = read('anpa1312', anpa);
    expect(more).toEqual([]);
    expect(one?.story.created).toBe('2026-03-04T11:30:00Z');
    expect(one?.story.fields).toMatchObject({
      slugline: "Selwyn's Lock",
      takeKey: '2nd Ld-Writethru',
      editorialAction: 'update',
      headline: 'Lock opens in Selwyn',
      edNote: 'With photos.',
      byline: 'IDA MARSH',
      source: 'Meridian Wire',
      priority: 3,
      category: 's',
      dateline: { place: 'PORT SELWYN', country: 'Westmark', date: '2026-03-04', source: 'MW' },
    });
    expect(one?.story.body.blocks.map(({ type }) => type)).toEqual(['paragraph', 'separator', 'paragraph']);
    expect(one ? bodyText(one.story.body) : '').toBe(
      'The lock opened, “at last,” on Tuesday.\n\nMore — much more — follows.',
    );
  });

  it('is read from every message of a file, and refused where there is none', () => {
    expect(read('anpa1312', anpa + anpa)).toHaveLength(2);
    expect(() => read('anpa1312', 'no message')).toThrow(WiredeskError);
  });
});
