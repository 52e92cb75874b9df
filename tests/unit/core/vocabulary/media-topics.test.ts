import { describe, expect, it } from 'vitest';
import { NewStory } from '../../../../main/contract/story.ts';
import { withMediaTopics } from '../../../../main/core/services/classifying.ts';
import { mediaTopics, TopicFile } from '../../../../main/core/vocabulary/media-topics.ts';
import { createTopicShelf } from '../../../../main/core/vocabulary/topic-files.ts';
import { sharedFolder, sharedPath } from '../../../support/shared.ts';

const base = 'http://cv.iptc.org/newscodes';
const older = TopicFile.parse({
  dateReleased: '2019-01-01',
  conceptSet: [
    { qcode: 'medtop:06000000', prefLabel: { 'en-GB': 'environment', de: 'Umwelt', dk: 'miljø' } },
    {
      qcode: 'medtop:20000999',
      prefLabel: { 'en-GB': 'sea locks', de: 'Seeschleusen', dk: 'søsluser' },
      broader: [`${base}/mediatopic/06000000`],
      exactMatch: [`${base}/subjectcode/06999000`],
    },
    { qcode: 'medtop:20000998', prefLabel: { 'en-GB': 'ferry gates' } },
  ],
});
const newer = TopicFile.parse({
  dateReleased: '2023-01-01',
  conceptSet: [
    {
      qcode: 'medtop:20000999',
      prefLabel: { 'en-US': 'sea locks and gates' },
      broader: [`${base}/mediatopic/06000000`],
    },
    { qcode: 'medtop:20000998', prefLabel: { 'en-US': 'ferry gates' }, retired: '2022-02-02' },
  ],
});
const topics = mediaTopics([older, newer]);

describe('Media Topics', () => {
  it('know their 17 top terms without any file', () => {
    const builtIn = mediaTopics([]);
    expect(builtIn.released).toBeNull();
    expect(builtIn.search('weather', 'en', 5)).toMatchObject([
      { code: '17000000', path: [], retired: false },
    ]);
    expect(builtIn.bySubjectCode('15054000')).toBe('15000000');
    expect(builtIn.bySubjectCode('99000000')).toBeNull();
  });

  it('are found by name in every language of every release, accents or not', () => {
    for (const query of ['sea locks', 'Seeschleus', 'søsluser', 'gates sea', '20000999'])
      expect(topics.search(query, 'en-US', 5).map(each => each.code)).toEqual(['20000999']);
    expect(topics.search('umwelt', 'de', 5)).toMatchObject([{ code: '06000000', name: 'Umwelt' }]);
    expect(topics.search('', 'en', 5)).toEqual([]);
  });

  it('stand under their wider topics, named in the language asked for', () => {
    expect(topics.search('sea locks', 'de-CH', 1)).toMatchObject([
      { name: 'Seeschleusen', path: ['Umwelt'] },
    ]);
    expect(topics.search('sea locks', 'da', 1)).toMatchObject([{ name: 'søsluser', path: ['miljø'] }]);
  });

  it('that are retired are shown, never offered', () => {
    expect(topics.search('ferry', 'en', 5)).toEqual([]);
    expect(topics.byCode('20000998', 'en')).toMatchObject({ name: 'ferry gates', retired: true });
  });

  it('are put beside the Subject Codes they are the same as, once', () => {
    const story = NewStory.parse({
      fields: {
        subjects: [
          { scheme: 'subj', code: '06999000', name: 'Locks' },
          { scheme: 'subj', code: '06999001', name: 'More locks' },
          { scheme: 'medtop', code: '06000000', name: 'environment' },
        ],
      },
    });
    expect(withMediaTopics(story, topics).fields.subjects?.map(each => each.code)).toEqual([
      '06999000',
      '06999001',
      '06000000',
      '20000999',
    ]);
  });
});

it.skipIf(sharedFolder === null)('IPTC’s own files are read from the folder that Settings name', async () => {
  const shelf = createTopicShelf();
  const official = await shelf.topics(sharedPath('schemas'));
  expect(official.released).toContain('2023');
  const [film] = official.search('Kino', 'de', 3).concat(official.search('Film', 'de', 3));
  expect(film?.code).toMatch(/^\d{8}$/);
  expect(official.bySubjectCode('01005000')).toBe('20000005');
  expect(await shelf.topics(sharedPath('schemas'))).toBe(official);
  expect((await shelf.topics('/no/such/folder')).released).toBeNull();
});
