import { describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../main/contract/body.ts';
import type { Picture } from '../../../../main/contract/picture.ts';
import { Restriction } from '../../../../main/contract/rights.ts';
import type { StoryFields } from '../../../../main/contract/story.ts';
import { runChecks } from '../../../../main/core/checks/checks.ts';
import { body, now, story } from './support.ts';

/** What is found of a story with one picture, by severity and code. */
function found(
  caption: string,
  more: {
    picture?: Partial<Picture>;
    fields?: Partial<StoryFields>;
    copy?: readonly string[];
  } = {},
): readonly string[] {
  const checked = story({
    fields: { language: 'en', ...more.fields },
    body: body(...(more.copy ?? ['The harbour has a new lock.'])),
    pictures: [{ caption: plainInlines(caption), ...more.picture }],
  });
  return runChecks(checked, { now, destination: null }).map(({ severity, code }) => `${severity} ${code}`);
}
const people = (...names: readonly string[]) => names.map(name => ({ name, position: '' }));

describe('the order of people', () => {
  it.each([
    'President Lena Borg (R) greets engineer Tomas Reyl (L).',
    'President Lena Borg, center, and engineer Tomas Reyl, left, wave.',
    'Lena Borg (C), Tomas Reyl (2nd R) and Oro Venn (2nd L) wave.',
  ])('is a hint where it is not from left to right: %s', caption => {
    const listed = people('Lena Borg', 'Tomas Reyl', 'Oro Venn').filter(each => caption.includes(each.name));
    expect(found(caption, { picture: { people: listed } })).toEqual(['info caption-order']);
  });

  it('is missing where several people have no place', () => {
    expect(
      found('President Lena Borg and engineer Tomas Reyl wave.', {
        picture: { people: people('Lena Borg', 'Tomas Reyl') },
      }),
    ).toEqual(['info caption-positions']);
  });

  it.each([
    'President Lena Borg (L) greets engineer Tomas Reyl (R).',
    'President Lena Borg, left, greets engineer Tomas Reyl.',
    'From left: Lena Borg and Tomas Reyl wave.',
    '(L-R) Lena Borg and Tomas Reyl wave.',
    'Von links: Lena Borg und Tomas Reyl winken.',
    'President Lena Borg (top) and engineer Tomas Reyl (bottom) wave.',
  ])('is right: %s', caption => {
    expect(found(caption, { picture: { people: people('Lena Borg', 'Tomas Reyl') } })).toEqual([]);
  });
});

describe('place and day', () => {
  const bare = { dateCreated: '', location: { created: null, shown: [] } };

  it.each(['A lock opens.', 'Children play with a dog.', 'Ein Schiff legt ab.'])(
    'are missing where neither caption nor fields have them: %s',
    caption => {
      expect(found(caption, { picture: bare })).toEqual(['info caption-setting']);
    },
  );

  it.each([
    'A lock opens in Port Selwyn, Westmark, on March 3, 2026.',
    'PORT SELWYN, WESTMARK - MARCH 03: A lock opens.',
    'A lock opens near Kelholm on Tuesday.',
    '03.03.2026, Westmark, Port Selwyn: Ein Schiff legt im Hafen ab.',
    'Une écluse à Norwick, mardi 3 mars.',
    'An undated picture from Kelholm shows the lock.',
  ])('are said: %s', caption => {
    expect(found(caption, { picture: bare })).toEqual([]);
  });

  it('are no matter in a decorative or a synthetic picture', () => {
    expect(found('A pattern.', { picture: { ...bare, decorative: true, altText: '' } })).toEqual([]);
    const digitalSourceType = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
    expect(found('An AI illustration of a lock.', { picture: { ...bare, digitalSourceType } })).toEqual([]);
  });
});

describe('the tense of the first sentence', () => {
  it.each([
    'Ada Lindqvist opened the lock.',
    'The ferry was towed to the pier.',
    'Fans who had waited for hours celebrated on the pier.',
    'Mayor Lena Borg (L) spoke at the pier. She waves.',
    'Mayor Lena Borg, left, greeted a crew.',
  ])('is a hint where it is the past: %s', caption => {
    expect(
      found(caption, { picture: { people: people('Lena Borg').filter(() => /Borg/.test(caption)) } }),
    ).toEqual(['info caption-tense']);
  });

  it.each([
    'Ada Lindqvist opens the lock. It was closed for two years.',
    'A man dressed in red stands on the newly opened pier.',
    'Mourners carry a portrait of a fisherman who was lost at sea.',
    'A woman, left, waits for the train that came late.',
    'A fair held in Norwick each year draws a crowd.',
    'In this photo taken on March 3, 2026, Ada Lindqvist opened the lock.',
    'FILE - Ada Lindqvist opened the lock.',
    'A damaged house near the river.',
    'The "Was It Here" sign hangs over the pier.',
    'Rescuers search the site where a bridge fell.',
  ])('is right: %s', caption => {
    expect(found(caption)).toEqual([]);
  });

  it('is not looked at in other languages', () => {
    expect(found('Ada Lindqvist war im Hafen, was alle sahen.', { fields: { language: 'de' } })).toEqual([]);
  });
});

describe('who is in the picture', () => {
  it('is told where the caption names somebody whom the list does not have', () => {
    expect(
      found('President Lena Borg (L) greets a child.', { picture: { people: people('Ada Lindqvist') } }),
    ).toEqual(['info person-not-listed', 'info person-not-in-caption']);
  });

  it.each([
    ['President Lena Borg (L) greets a child.', ['Lena Borg']],
    ['Borg greets a child.', ['Lena Borg']],
    ['María Ibarrola greets a child.', ['Maria Ibarrola']],
    ['A child greets a dog.', []],
  ])('is the same in both: %s', (caption, names) => {
    expect(found(caption, { picture: { people: people(...names) } })).toEqual([]);
  });
});

describe('numbers and names against the original', () => {
  const received = (caption: string) => ({ picture: { original: { caption } } });

  it('differ', () => {
    const original = received('Rescuers help 21 sailors from a ship. (Photo by Ida Marsh / AFP)');
    expect(found('Rescuers help 12 sailors from a ship.', original)).toEqual([
      'warning caption-number-differs',
    ]);
  });

  it('differ in the letters of a name', () => {
    expect(
      found('Engineer Tomas Rayl waits.', {
        picture: {
          original: { caption: 'Engineer Tomas Reyl waits. (AP Photo/Ida Marsh)' },
          people: people('Tomas Rayl'),
        },
      }),
    ).toEqual(['warning caption-name-differs']);
  });

  it('are new: a note, unless the copy has them', () => {
    const original = received('Rescuers help sailors from a ship.');
    expect(found('Rescuers help 12 sailors from a ship.', original)).toEqual(['info caption-number-differs']);
    expect(
      found('Rescuers help 12 sailors.', { ...original, copy: ['It had a crew of 12 sailors.'] }),
    ).toEqual([]);
  });

  it('differ between caption and copy, of the same thing', () => {
    expect(found('Rescuers help 12 sailors.', { copy: ['The crew of 21 sailors was safe.'] })).toEqual([
      'info caption-number-differs',
    ]);
    expect(found('Rescuers help 12 sailors.', { copy: ['The ship lost 21 containers.'] })).toEqual([]);
  });

  it.each([
    ['Rescuers help twelve sailors on March 3.', 'Rescuers help 12 sailors on March 3, 2026.'],
    ['A ship of 1,200 tons.', 'A ship of 1200 tons. (Photo by Ida Marsh / AFP) / USE WITHIN 14 DAYS'],
    ['A ship with two boats.', 'A ship with 2 boats and 40 sailors.'],
    ['A ship.', ''],
  ])('are the same: %s', (caption, original) => {
    expect(found(caption, received(original))).toEqual([]);
  });
});

describe('a file photo', () => {
  it.each(['FILE - A lock opens.', 'A lock opens in this file photo.', 'ARCHIV - Eine Schleuse öffnet.'])(
    'was not taken today: %s',
    caption => {
      const on = (dateCreated: string) => found(caption, { picture: { dateCreated } });
      expect(on('2026-03-04T09:00:00Z')).toEqual(['warning file-photo-date']);
      expect(on('2019-03-04')).toEqual([]);
      expect(on('')).not.toContain('warning file-photo-date');
    },
  );

  it('is what it says it is: a profile photo is none', () => {
    expect(found('A profile photo of a lock.', { picture: { dateCreated: '2026-03-04' } })).toEqual([]);
  });
});

describe('a mandatory credit in the sign-off', () => {
  const demanding = {
    creditLine: 'AFP PHOTO / Harbour Office',
    restrictions: [
      Restriction.parse({
        kind: 'mandatory-credit',
        credit: 'AFP PHOTO / Harbour Office',
        text: 'x',
        spans: [],
      }),
    ],
  };
  it('is missed where the caption is signed off by itself', () => {
    expect(found('A lock opens. (Photo by Ida Marsh / AFP)', { picture: demanding })).toEqual([
      'warning mandatory-credit',
    ]);
  });
  it('is printed', () => {
    expect(found('A lock opens. (AFP PHOTO/HARBOUR OFFICE)', { picture: demanding })).toEqual([]);
    expect(found('A lock opens.', { picture: demanding })).toEqual([]);
  });
});

describe('many captions', () => {
  it('are checked in one reading each, however long', () => {
    const long = 'President Lena Borg (L) opens the lock in Port Selwyn with 12 boats. '.repeat(1_400);
    const checked = story({
      body: body(...Array.from({ length: 500 }, (_, index) => `It had ${index} boats and 3 locks.`)),
      pictures: [
        { caption: plainInlines(long) },
        ...Array.from({ length: 200 }, () => ({ caption: plainInlines('A lock opens with 12 boats.') })),
      ],
    });
    expect(runChecks(checked, { now, destination: null }).length).toBeGreaterThan(0);
  });
});
