import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../../../main/contract/picture.ts';
import type { Story } from '../../../../../main/contract/story.ts';
import { html } from '../../../../../main/core/wire/html/format.ts';
import { carriesContent } from '../../../../../main/core/wire/status.ts';
import { arbitraryBody } from '../../../../support/arbitrary-story.ts';
import { carriedStory } from '../../../../support/carried-story.ts';
import { bareBlocks, intake, normalBlocks } from '../../../../support/round-trip.ts';
import { fullStory, minimalStory, withBody, withFields } from '../../../../support/story.ts';
import { carriedFields, fieldsOf, pictureSeen } from '../../../../support/there-and-back.ts';
import { tidyLinks } from '../../../../support/tidy-story.ts';
import { writeOne } from '../../../../support/write-one.ts';

async function roundTrip(story: Story) {
  const { format, stories } = await intake('story.html', writeOne(html, story).bytes);
  expect(format).toBe('html');
  const [read] = stories;
  if (!read || stories.length !== 1) throw new Error('not one story');
  return read;
}

/** What a page has no place for: instructions, who wrote the description, the job, data mining, the licensor's name. */
function onPage(picture: Picture): unknown {
  const { url = '' } = picture.licensor ?? {};
  return pictureSeen({
    ...picture,
    instructions: '',
    descriptionWriter: '',
    jobId: '',
    dataMining: '',
    notices: [],
    licensor: url === '' ? null : { name: '', url, email: '' },
  });
}

async function expectSame(story: Story) {
  const { story: read, problems } = await roundTrip(story);
  expect(problems).toEqual([]);
  expect(carriedFields(html, fieldsOf(read))).toEqual(carriedFields(html, story.fields));
  expect([read.guid, read.version]).toEqual([story.guid, story.version]);
  const content = carriesContent(story);
  expect(bareBlocks(read)).toEqual(content ? normalBlocks(story) : []);
  expect(read.pictures.map(onPage)).toEqual(content ? story.pictures.map(onPage) : []);
}

describe('a story that comes back from a page', () => {
  it.each([
    ['full', fullStory],
    ['minimal', minimalStory],
    ['withheld', withFields(fullStory, { editorialAction: 'withhold' })],
    ['an advisory', withFields(fullStory, { editorialAction: 'advisory' })],
    ['embargoed without end', withFields(fullStory, { embargo: { until: null } })],
    [
      'without a dateline',
      withFields(fullStory, { dateline: { place: '', country: '', date: '', source: '' } }),
    ],
  ])('is the same: %s', async (_name, story) => {
    await expectSame(story);
  });

  it('keeps what a kill says', async () => {
    const killed = withFields(fullStory, { editorialAction: 'kill', signOff: '' });
    await expectSame(killed);
  });

  it('is the same, whatever an editor wrote', async () => {
    await fc.assert(fc.asyncProperty(carriedStory, expectSame), { numRuns: 80 });
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
      { numRuns: 200 },
    );
  });
});
