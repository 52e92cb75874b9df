import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedProblems } from '../../main/core/wire/rss/rules.ts';
import { arbitraryStory } from '../support/arbitrary-story.ts';
import { carriedStory } from '../support/carried-story.ts';
import { deepFreeze, fullStory, minimalStory, withBody, withFields } from '../support/story.ts';
import { writeOne } from '../support/write-one.ts';

const stories = {
  full: fullStory,
  minimal: minimalStory,
  empty: withBody(withFields(minimalStory, { headline: '', slugline: '' }), { version: 1, blocks: [] }),
  kill: withFields(fullStory, { editorialAction: 'kill' }),
  withhold: withFields(fullStory, { editorialAction: 'withhold' }),
  'embargo without end': withFields(fullStory, { embargo: { until: null } }),
  'pictures without files': {
    ...fullStory,
    pictures: fullStory.pictures.map(picture => ({ ...picture, file: null })),
  },
  'guid that is no URI': { ...fullStory, guid: 'story 1 "é" <x>' },
};

describe.each(['rss', 'atom'])('a feed written as %s', feed => {
  it.each(Object.entries(stories))('keeps the rules: %s', (_, story) => {
    expect(feedProblems(writeOne('rss', deepFreeze(story), { feed }).bytes)).toEqual([]);
  });

  it('keeps the rules whatever the story', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryStory, carriedStory), story => {
        expect(feedProblems(writeOne('rss', deepFreeze(story), { feed }).bytes)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
