import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../../main/contract/body.ts';
import type { Picture } from '../../../../../main/contract/picture.ts';
import { type Story, StoryFields } from '../../../../../main/contract/story.ts';
import { markdown } from '../../../../../main/core/wire/markdown/format.ts';
import { carriesContent } from '../../../../../main/core/wire/status.ts';
import { arbitraryBody } from '../../../../support/arbitrary-story.ts';
import {
  bareBlocks,
  barePicture,
  intake,
  normalBlocks,
  normalFields,
  readFields,
} from '../../../../support/round-trip.ts';
import { fullStory, minimalStory, withBody, withFields, writeContext } from '../../../../support/story.ts';
import { tidyLinks, tidyStory } from '../../../../support/tidy-story.ts';
import { writeOne } from '../../../../support/write-one.ts';

async function roundTrip(story: Story) {
  const { bytes } = writeOne(markdown, story);
  const { format, stories } = await intake('story.txt', bytes);
  expect(format).toBe('markdown');
  const [read] = stories;
  if (!read || stories.length !== 1) throw new Error('not one story');
  return read;
}

async function expectSame(story: Story) {
  const { story: read, problems } = await roundTrip(story);
  expect(problems).toEqual([]);
  expect(readFields(read)).toEqual(normalFields(story, markdown));
  const content = carriesContent(story);
  expect(bareBlocks(read)).toEqual(content ? normalBlocks(story) : []);
  expect(read.pictures.map(barePicture)).toEqual(content ? story.pictures.map(barePicture) : []);
  expect([read.guid, read.version]).toEqual([story.guid, story.version]);
}

describe('a story that comes back from Markdown', () => {
  it.each([
    ['full', fullStory],
    ['minimal', minimalStory],
    ['killed', withFields(fullStory, { editorialAction: 'kill' })],
    ['withheld', withFields(fullStory, { editorialAction: 'withhold' })],
    ['an advisory', withFields(fullStory, { editorialAction: 'advisory' })],
    ['embargoed without end', withFields(fullStory, { embargo: { until: null } })],
  ])('is the same: %s', async (_name, story) => {
    await expectSame(story);
  });

  it('is the same, whatever its fields and pictures say', async () => {
    await fc.assert(fc.asyncProperty(tidyStory, expectSame), { numRuns: 150 });
  });

  it('has the same copy, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryBody.map(body => tidyLinks(body)),
        async body => {
          const story = withBody(fullStory, body);
          const { story: read } = await roundTrip(story);
          expect(bareBlocks(read)).toEqual(normalBlocks(story));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    '# not a heading',
    '- not a list',
    '12. not a list',
    '> not a quote',
    '***not** bold*',
    '_not_ ~~struck~~ `code`',
    '[not](https://a.example) ![a picture](b.jpg)',
    '<script>alert(1)</script> <b>x</b> <!-- c -->',
    '&amp; &lt; &#65; AT&T',
    '---',
    '===',
    '| a | b |',
    '```js',
    '    indented',
    'ends with a backslash \\',
    'a#b c# d ##',
    '[^1]: note',
    '[ref]: https://a.example',
    '+ plus',
    '<aside class="box">',
    '</aside>',
    '<p class="wire-notice">x</p>',
  ])('keeps as words: %s', async words => {
    const inlines = plainInlines(words);
    const blocks = [
      { id: 'a', type: 'paragraph', inlines },
      { id: 'b', type: 'paragraph', inlines: [...inlines, { type: 'break' }, ...inlines] },
      { id: 'c', type: 'heading', level: 2, inlines },
      { id: 'd', type: 'list', ordered: true, items: [inlines, inlines] },
      { id: 'e', type: 'list', ordered: true, items: [inlines] },
      { id: 'f', type: 'quote', paragraphs: [inlines, inlines], attribution: words },
      { id: 'g', type: 'table', rows: [[{ header: true, inlines }], [{ header: false, inlines }]] },
      { id: 'h', type: 'box', title: words, blocks: [{ id: 'i', type: 'paragraph', inlines }] },
    ] as const;
    const story = withBody(fullStory, { version: 1, blocks: [...blocks] });
    const { story: read } = await roundTrip(story);
    expect(bareBlocks(read)).toEqual(normalBlocks(story));
  });

  it('keeps lists apart that only a note or an empty paragraph parts', async () => {
    const list = (id: string) => ({ id, type: 'list', ordered: false, items: [plainInlines(id)] }) as const;
    const nothing = { id: 'n', type: 'note', inlines: plainInlines('x') } as const;
    const story = withBody(fullStory, { version: 1, blocks: [list('a'), list('b'), nothing, list('c')] });
    expect(bareBlocks((await roundTrip(story)).story)).toEqual(normalBlocks(story));
  });

  it('is written the same after it has been read', async () => {
    const { bytes, text } = writeOne(markdown, fullStory);
    const [read] = (await intake('story.md', bytes)).stories;
    const again: Story = {
      ...fullStory,
      fields: StoryFields.parse(read?.story.fields),
      body: read?.story.body ?? fullStory.body,
      pictures: (read?.story.pictures ?? []).map((picture, index) => ({
        ...picture,
        file: fullStory.pictures[index]?.file ?? null,
      })),
    };
    const mediaPath = (picture: Picture) => (picture.file ? 'media/picture-one.jpg' : null);
    expect(writeOne(markdown, again, {}, { ...writeContext, mediaPath }).text).toBe(text);
  });
});
