import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BoxedBlock } from '../../../../../main/contract/body.ts';
import { WiredeskError } from '../../../../../main/contract/failure.ts';
import { Story } from '../../../../../main/contract/story.ts';
import type { IntakeStory } from '../../../../../main/core/intake/read.ts';
import { carriesContent } from '../../../../../main/core/wire/status.ts';
import { wiredesk } from '../../../../../main/core/wire/wiredesk/format.ts';
import { readWiredesk } from '../../../../../main/core/wire/wiredesk/read.ts';
import { arbitraryStory } from '../../../../support/arbitrary-story.ts';
import { bareBlocks, intake } from '../../../../support/round-trip.ts';
import { fullStory, handoutPicture, minimalStory, withFields } from '../../../../support/story.ts';
import { readContext } from '../../../../support/there-and-back.ts';
import { writeOne } from '../../../../support/write-one.ts';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** A document as written, as data that a test may change. */
function document(story: Story = fullStory): Record<string, unknown> & { story: Record<string, unknown> } {
  return JSON.parse(writeOne(wiredesk, story).text);
}

async function taken(value: unknown): Promise<IntakeStory> {
  const { format, stories } = await intake('SELWYN.json', bytesOf(value));
  expect(format).toBe('wiredesk');
  const [read] = stories;
  if (!read || stories.length !== 1) throw new Error('not one story');
  return read;
}

/** Any story of the contract: no list of a story holds an empty text, and its language is one. */
const anyStory = arbitraryStory.map(story => {
  const lists = ['keywords', 'places', 'people', 'organisations'] as const;
  const said = lists.map(name => [name, story.fields[name].filter(each => each.trim() !== '')]);
  const language = story.fields.language.replace('x-none', 'en');
  return Story.parse({ ...story, fields: { ...story.fields, ...Object.fromEntries(said), language } });
});

function refusal(value: unknown): WiredeskError {
  try {
    readWiredesk(bytesOf(value), readContext);
  } catch (error) {
    if (error instanceof WiredeskError) return error;
    throw error;
  }
  throw new Error('was read');
}

function withoutNotes<Kind extends Block | BoxedBlock>(blocks: readonly Kind[]): Kind[] {
  return blocks
    .filter(block => block.type !== 'note')
    .map(block => (block.type === 'box' ? { ...block, blocks: withoutNotes(block.blocks) } : block));
}

describe('a story that comes back from its own file', () => {
  it('is the same to the letter, whatever it is', () => {
    fc.assert(
      fc.property(anyStory, story => {
        const [read] = readWiredesk(writeOne(wiredesk, story).bytes, readContext);
        if (!read) throw new Error('no story');
        const { internalNote: _, ...fields } = story.fields;
        const content = carriesContent(story);
        expect(read.problems).toEqual([]);
        expect(read.story).toMatchObject({
          guid: story.guid,
          version: story.version,
          created: story.created,
        });
        expect(read.story.fields).toEqual(fields);
        expect(read.story.pictures).toEqual(
          content ? story.pictures.map(each => ({ ...each, file: null })) : [],
        );
        const body = { ...story.body, blocks: withoutNotes(story.body.blocks) };
        expect(bareBlocks(read.story)).toEqual(content ? bareBlocks({ ...story, body }) : []);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps its state, and names the file of each picture that has one', async () => {
    const read = await taken(document());
    expect(read.story.state).toBe('ready');
    expect(read.media).toEqual([
      {
        picture: 'picture-one',
        href: 'media/picture-one.jpg',
        known: { sha256: handoutPicture.file?.sha256, name: 'lock opening.jpg' },
      },
    ]);
  });
});

describe('readWiredesk', () => {
  it('knows its files by their content, in whatever order another program put it', async () => {
    const { wiredesk: form, story } = document(minimalStory);
    expect(wiredesk.recognise?.(writeOne(wiredesk, minimalStory).text)).toBe(true);
    expect(wiredesk.recognise?.('{"story": {"wiredesk": 1}}')).toBe(false);
    expect((await taken({ story, wiredesk: form })).story.fields.headline).toBe('Lock opens');
  });

  it('leaves out what a later version has more, and says so', async () => {
    const whole = document();
    const { fields, body, pictures, ...story } = whole.story as unknown as Story;
    const [paragraph, ...blocks] = body.blocks;
    const [picture, ...others] = pictures;
    const read = await taken({
      ...whole,
      signature: 'zq1',
      story: {
        ...story,
        mood: 'zq2',
        fields: { ...fields, weather: 'zq3', dateline: { ...fields.dateline, street: 'zq4' } },
        body: { ...body, blocks: [{ ...paragraph, colour: 'zq5' }, ...blocks] },
        pictures: [{ ...picture, mood: 'zq6', file: { ...picture?.file, camera: 'zq7' } }, ...others],
      },
    });
    const told = read.problems.map(each => each.message).toSorted();
    expect(told).toEqual([
      'Left out: "body.blocks.0.colour: "zq5"" (there is no place for it)',
      'Left out: "dateline.street: "zq4"" (there is no place for it)',
      'Left out: "mood: "zq2"" (there is no place for it)',
      'Left out: "picture 1.file.camera: "zq7"" (there is no place for it)',
      'Left out: "picture 1.mood: "zq6"" (there is no place for it)',
      'Left out: "signature: "zq1"" (there is no place for it)',
      'Left out: "weather: "zq3"" (there is no place for it)',
    ]);
    expect(read.story).toEqual({ ...(await taken(whole)).story, body: expect.anything() });
    expect(bareBlocks(read.story)).toEqual(bareBlocks((await taken(whole)).story));
  });

  it('refuses a newer form, and what is no form, in words', () => {
    expect(refusal({ ...document(), wiredesk: 2 })).toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining(
        'written by a newer version of Wiredesk (form 2; this version reads form 1)',
      ),
    });
    expect(refusal({ ...document(), wiredesk: 0 })).toMatchObject({ code: 'unreadable' });
    expect(refusal({ wiredesk: 1 })).toMatchObject({ code: 'unreadable' });
  });

  it('never lets an embargo fall away', async () => {
    const whole = document();
    const fields = { ...(whole.story.fields as object), embargo: { until: 'Thursday' } };
    const read = await taken({ ...whole, story: { ...whole.story, fields } });
    expect(read.story.fields.embargo).toEqual({ until: null });
    expect(read.problems).toMatchObject([{ code: 'repaired', field: 'embargo' }]);
  });

  it('refuses a picture whose rules it cannot read', () => {
    const whole = document();
    const rule = { ...handoutPicture.restrictions[0], kind: 'only-on-sundays' };
    const pictures = [{ ...handoutPicture, restrictions: [rule] }];
    expect(refusal({ ...whole, story: { ...whole.story, pictures } })).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('picture 1 cannot be read: restrictions.0.kind'),
    });
  });

  it('obeys a kill that somebody else wrote', async () => {
    const killed = document(withFields(minimalStory, { editorialAction: 'kill' }));
    const { state: _, ...story } = killed.story;
    expect((await taken({ ...killed, story })).story.state).toBe('killed');
  });

  it('takes what fits of an identity, and gives pictures of one identifier their own', async () => {
    const whole = document();
    const pictures = [handoutPicture, handoutPicture].map(each => ({ ...each, file: null }));
    const read = await taken({ ...whole, story: { ...whole.story, version: 'three', pictures } });
    expect(read.story).not.toHaveProperty('version');
    expect(read.story.guid).toBe(fullStory.guid);
    expect(new Set(read.story.pictures.map(each => each.id)).size).toBe(2);
    expect(read.problems.map(each => each.code)).toEqual(['repaired', 'left-out']);
  });

  it.each([
    ['nested too deep', `{"wiredesk":1,"story":${'['.repeat(200)}${']'.repeat(200)}}`],
    [
      'with too many pictures',
      JSON.stringify({ ...document(), story: { fields: {}, pictures: Array(1001).fill({}) } }),
    ],
    [
      'with too many blocks',
      JSON.stringify({
        wiredesk: 1,
        story: { fields: {}, body: { version: 1, blocks: Array(100_001).fill({ type: 'separator' }) } },
      }),
    ],
  ])('refuses a file %s', (_, text) => {
    expect(() => readWiredesk(new TextEncoder().encode(text), readContext)).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });

  it('tells of a thousand members without a place by their number', async () => {
    const more = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`member${index}`, index]));
    const { problems } = await taken({ ...document(), ...more });
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.message).toContain('800 members more');
  });
});
