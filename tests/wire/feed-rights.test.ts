import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../main/contract/picture.ts';
import { NewStory, type Story } from '../../main/contract/story.ts';
import { formatById } from '../../main/core/wire/formats.ts';
import { carriesContent } from '../../main/core/wire/status.ts';
import { arbitraryStory } from '../support/arbitrary-story.ts';
import { readContext } from '../support/there-and-back.ts';
import { writeOne } from '../support/write-one.ts';

/** The territories that a picture is barred from, in the order of their codes. */
function barred(picture: Pick<Picture, 'restrictions'> | undefined): string[] {
  const rules = (picture?.restrictions ?? []).filter(rule => rule.kind === 'exclude-territory');
  return [...new Set(rules.flatMap(rule => rule.territories))].sort();
}

function returned(id: string, story: Story, options: object): NewStory {
  const [read, ...more] = formatById(id)?.read?.(writeOne(id, story, options).bytes, readContext) ?? [];
  expect(more).toEqual([]);
  return NewStory.parse(read?.story);
}

describe.each([
  ['ans', {}],
  ['rss', {}],
  ['rss', { feed: 'atom' }],
])('%s %j of any story', (id, options) => {
  it('keeps what holds it back: action, embargo, territories', () => {
    fc.assert(
      fc.property(arbitraryStory, story => {
        const { editorialAction, embargo } = story.fields;
        const back = returned(id, story, options);
        expect(back.fields.editorialAction ?? 'new').toBe(editorialAction);
        expect(back.fields.embargo ?? null).toEqual(embargo && { until: inSeconds(embargo.until) });
        if (!carriesContent(story)) return;
        expect(back.pictures).toHaveLength(story.pictures.length);
        for (const [index, picture] of story.pictures.entries())
          expect(barred(back.pictures[index])).toEqual(expect.arrayContaining(barred(picture)));
      }),
      { numRuns: 100 },
    );
  });
});

function inSeconds(moment: string | null): string | null {
  return moment === null ? null : `${moment.slice(0, 19)}Z`;
}
