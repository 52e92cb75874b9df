import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Story, Story as StorySchema } from '../../main/contract/story.ts';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { carriedStory } from '../support/carried-story.ts';
import { plainly, withoutSoftHyphens } from '../support/plain-story.ts';
import { fullStory, minimalStory } from '../support/story.ts';
import { carriedFields, copyOf, fieldsOf, pictureSeen, returned } from '../support/there-and-back.ts';

const all: readonly WireFormat[] = formats;
const both = all.filter(format => format.write && format.read);

/** Everything of a story that must come back, in comparable form. */
function seen(format: WireFormat, story: Story): unknown {
  return {
    guid: story.guid,
    version: story.version,
    fields: carriedFields(format, story.fields),
    copy: copyOf(story.body, story.pictures),
    pictures: story.pictures.map(pictureSeen),
  };
}

/** The story that came back, made whole with what only the store knows. */
function back(format: WireFormat, story: Story): Story {
  const { story: read } = returned(format, story);
  return StorySchema.parse({
    ...story,
    guid: read.guid ?? story.guid,
    version: read.version ?? 1,
    state: read.state ?? story.state,
    fields: fieldsOf(read),
    body: read.body,
    pictures: read.pictures,
  });
}

describe.each(both)('$id there and back', format => {
  const made = (story: Story): Story => (format.plain ? withoutSoftHyphens(story) : story);

  it('keeps a full and a minimal story', () => {
    for (const story of [fullStory, minimalStory])
      expect(seen(format, back(format, story))).toEqual(seen(format, plainly(format, story)));
  });

  it('keeps every story of an editor', () => {
    fc.assert(
      fc.property(carriedStory.map(made), story => {
        expect(seen(format, back(format, story))).toEqual(seen(format, plainly(format, story)));
      }),
      { numRuns: 60 },
    );
  });

  it('settles: a story that came back goes out and comes back the same', () => {
    fc.assert(
      fc.property(carriedStory.map(made), story => {
        const once = back(format, story);
        expect(seen(format, back(format, once))).toEqual(seen(format, once));
      }),
      { numRuns: 30 },
    );
  });
});
