import { describe, expect, it } from 'vitest';
import { type FieldName, fieldNames, type Story, type StoryFields } from '../../main/contract/story.ts';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { deepFreeze, fullStory, minimalStory, secretWords, withFields } from '../support/story.ts';
import { writeOne } from '../support/write-one.ts';

const all: readonly WireFormat[] = formats;

/** A value that shows nowhere else, and the words that it must leave in a file; numbers show by difference. */
type Probe = { readonly value: Partial<StoryFields>; readonly shows: readonly RegExp[] };

function line(name: FieldName): Probe {
  return { value: { [name]: `Zq${name}Probe` }, shows: [new RegExp(`Zq${name}Probe`)] };
}

const probes: Readonly<Record<FieldName, Probe>> = {
  slugline: line('slugline'),
  headline: line('headline'),
  subhead: line('subhead'),
  byline: line('byline'),
  bylineTitle: line('bylineTitle'),
  dateline: {
    value: { dateline: { place: 'ZQPLACE', country: 'Zqcountry', date: '2031-07-19', source: 'Zqsource' } },
    shows: [/ZQPLACE/, /Zqcountry/, /July 19|19 July|20310719|2031-07-19/, /Zqsource/],
  },
  abstract: line('abstract'),
  takeKey: line('takeKey'),
  editorialAction: { value: { editorialAction: 'kill' }, shows: [/cancel|KILL/] },
  priority: { value: { priority: 6 }, shows: [] },
  urgency: { value: { urgency: 8 }, shows: [] },
  category: line('category'),
  genre: line('genre'),
  language: { value: { language: 'qzq-Latn' }, shows: [/qzq-Latn/] },
  keywords: { value: { keywords: ['ZqKeyOne', 'ZqKeyTwo'] }, shows: [/ZqKeyOne/, /ZqKeyTwo/] },
  subjects: {
    value: { subjects: [{ scheme: 'medtop', code: '04000000', name: 'ZqTopic' }] },
    shows: [/ZqTopic/],
  },
  places: { value: { places: ['ZqPlace'] }, shows: [/ZqPlace/] },
  people: { value: { people: ['ZqPerson'] }, shows: [/ZqPerson/] },
  organisations: { value: { organisations: ['ZqOrganisation'] }, shows: [/ZqOrganisation/] },
  source: line('source'),
  sourceUri: { value: { sourceUri: 'https://zq.example/path' }, shows: [/https:\/\/zq\.example\/path/] },
  copyrightHolder: line('copyrightHolder'),
  copyrightNotice: line('copyrightNotice'),
  usageTerms: line('usageTerms'),
  edNote: line('edNote'),
  internalNote: line('internalNote'),
  correctionNote: line('correctionNote'),
  embargo: {
    value: { embargo: { until: '2031-08-20T10:30:00Z' } },
    shows: [/EMBARGOED/, /2031-?08-?20T10:?30:?00Z|2031-08-20 10:30/],
  },
  expires: { value: { expires: '2032-09-21T11:40:00Z' }, shows: [/2032-?09-?21T11:?40:?00Z/] },
  targetLength: { value: { targetLength: 98_765 }, shows: [/98765/] },
  desk: line('desk'),
  author: line('author'),
  signOff: line('signOff'),
};

describe.each(all.filter(format => format.write))('$id', format => {
  it.each(fieldNames)('does with %s what its table says', name => {
    const probe = probes[name];
    const plain = wordsOf(format, minimalStory);
    const changed = wordsOf(format, withFields(minimalStory, probe.value));
    if (format.fields[name] === 'omitted') {
      for (const words of probe.shows) expect(changed).not.toMatch(words);
      expect(changed).toBe(plain);
      return;
    }
    expect(changed).not.toBe(plain);
    for (const words of probe.shows) {
      expect(plain).not.toMatch(words);
      expect(changed).toMatch(words);
    }
  });

  it('says of every field where it goes', () => {
    expect(Object.keys(format.fields).sort()).toEqual([...fieldNames].sort());
  });

  it('never lets internal notes out, not from a field, the copy or a box', () => {
    for (const story of variants())
      for (const words of secretWords) expect(wordsOf(format, story)).not.toContain(words);
  });

  it('writes the same bytes for the same story, and leaves the story alone', () => {
    for (const story of variants()) {
      const before = JSON.stringify(story);
      expect(writeOne(format, deepFreeze(story)).bytes).toEqual(writeOne(format, story).bytes);
      expect(JSON.stringify(story)).toBe(before);
    }
  });

  it('carries no copy in a kill, but says which story it is and what to do', () => {
    const text = wordsOf(format, withFields(fullStory, { editorialAction: 'kill', edNote: 'ZqReason' }));
    expect(text).not.toContain('80 million crowns');
    expect(text).not.toContain('Northern Gate');
    expect(text).toContain('ZqReason');
    expect(text).toContain('KILL');
    expect(text).toContain('Port Selwyn opens');
  });

  it('says in words that a story is held, and until when', () => {
    expect(wordsOf(format, withFields(fullStory, { embargo: { until: null } }))).toContain(
      'EMBARGOED until released',
    );
    expect(wordsOf(format, fullStory)).toContain('EMBARGOED until 2026-03-05 05:00:00 UTC');
  });

  it('carries each picture’s caption, credit, alt text and restrictions in words', () => {
    const text = decoded(wordsOf(format, fullStory));
    for (const words of [
      'Northern Gate',
      'The old gates in 2019.',
      'AFP PHOTO / HARBOUR OFFICE',
      'Tomas Reyl/Meridian',
      'A woman turns a wheel',
      'RESTRICTED TO EDITORIAL USE',
      'BELGIUM OUT, NETHERLANDS OUT',
      'USE WITHIN 14 DAYS',
      'NO ARCHIVES',
    ])
      expect(text).toContain(words);
  });

  it('carries the words of every block but notes', () => {
    const text = decoded(wordsOf(format, fullStory));
    for (const words of [
      'The new sea lock opened',
      'all of them',
      'https://harbour.example/lock?gate=1',
      'Two years of work',
      'The pumps',
      '32 metres wide',
      'Ships pass',
      'It was worth it',
      'Ada Lindqvist, harbour master',
      '410 t',
      'The lock in figures',
      'boxed item',
      'https://video.example/watch?v=1&t=2',
      'Video of the opening',
      ...(format.plain?.characters === 'ascii' ? [] : ['فُتح القفل', '新船闸于星期二启用']),
    ])
      expect(text).toContain(words);
  });
});

/** A story file's text; where lines break is no matter in formats that wrap them. */
function wordsOf(format: WireFormat, story: Story): string {
  const { text } = writeOne(format, story);
  return format.plain ? text.replace(/\s+/gu, ' ') : text;
}

function decoded(text: string): string {
  return text
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('\\"', '"')
    .replaceAll('&#10;', '\n');
}

function variants(): readonly Story[] {
  return [
    fullStory,
    minimalStory,
    withFields(fullStory, { editorialAction: 'kill' }),
    withFields(fullStory, { editorialAction: 'withhold' }),
    { ...fullStory, pictures: [] },
  ];
}
