import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Story, Story as StorySchema } from '../../main/contract/story.ts';
import { rss } from '../../main/core/wire/rss/format.ts';
import { carriedStory } from '../support/carried-story.ts';
import { fullStory, minimalStory } from '../support/story.ts';
import { carriedFields, copyOf, fieldsOf, pictureSeen, returned } from '../support/there-and-back.ts';
import { writeOne } from '../support/write-one.ts';

/** The other form of a feed: the table of formats goes through RSS alone. */
const atom = { feed: 'atom' };

function back(story: Story): Story {
  const { story: read } = returned(rss, story, atom);
  return StorySchema.parse({
    ...story,
    guid: read.guid,
    version: read.version,
    state: read.state ?? story.state,
    fields: fieldsOf(read),
    body: read.body,
    pictures: read.pictures,
  });
}

function seen(story: Story): unknown {
  return {
    guid: story.guid,
    version: story.version,
    fields: carriedFields(rss, story.fields),
    copy: copyOf(story.body, story.pictures),
    pictures: story.pictures.map(pictureSeen),
  };
}

describe('Atom there and back', () => {
  it('keeps a full and a minimal story, and one whose guid is no URI', () => {
    for (const story of [fullStory, minimalStory, { ...fullStory, guid: 'story 1 "é" <x>' }])
      expect(seen(back(story))).toEqual(seen(story));
  });

  it('keeps every story of an editor', () => {
    fc.assert(
      fc.property(carriedStory, story => {
        expect(seen(back(story))).toEqual(seen(story));
      }),
      { numRuns: 60 },
    );
  });

  it('settles in the same bytes', () => {
    fc.assert(
      fc.property(carriedStory, story => {
        const once = { ...back(story), overrides: [] };
        const twice = back(once);
        const named = { ...twice, body: once.body, pictures: once.pictures };
        expect(writeOne('rss', named, atom).text).toBe(writeOne('rss', once, atom).text);
      }),
      { numRuns: 20 },
    );
  });
});
