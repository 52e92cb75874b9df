import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyText, inlineText } from '../../../../../main/contract/body.ts';
import { WiredeskError } from '../../../../../main/contract/failure.ts';
import { ans } from '../../../../../main/core/wire/ans/format.ts';
import { readAns } from '../../../../../main/core/wire/ans/read.ts';
import type { ReadStory } from '../../../../../main/core/wire/format.ts';
import { sharedFolder, sharedPath } from '../../../../support/shared.ts';
import { fullStory, withFields } from '../../../../support/story.ts';
import { readContext } from '../../../../support/there-and-back.ts';
import { writeOne } from '../../../../support/write-one.ts';

const fixtures = join(import.meta.dirname, '../../../../fixtures/wire');
const read = (text: string | Uint8Array): readonly ReadStory[] =>
  readAns(typeof text === 'string' ? new TextEncoder().encode(text) : text, readContext);
const story = (document: object): ReadStory => {
  const [first] = read(JSON.stringify({ type: 'story', version: '0.10.9', ...document }));
  if (!first) throw new Error('no story');
  return first;
};
const blocksOf = (elements: readonly object[]): unknown =>
  story({ content_elements: elements }).story.body.blocks.map(({ id: _, ...block }) => block);
const plain = (text: string) => [{ type: 'text', text, marks: [] }];

describe('an Arc-like file', () => {
  const [first, second, ...others] = read(readFileSync(join(fixtures, 'ans-arc.json')));

  it('is a story for each of its documents', () => {
    expect(others).toEqual([]);
    expect(first?.story.guid).toBe('ARCLOCKSTORY00000000000001');
    expect(second?.story.fields.headline).toBe('A picture');
    expect(second?.story.pictures).toHaveLength(1);
  });

  it('has its fields, internal notes apart', () => {
    expect(first?.story.fields).toMatchObject({
      headline: 'Lock opens & ships pass',
      subhead: 'Gates hold',
      abstract: 'A lock for every tide.',
      byline: 'Ida Marsh, Tomas Reyl',
      category: 'Harbour',
      keywords: ['lock', 'tide'],
      people: ['Ada Lind'],
      source: 'Selwyn Courier',
      internalNote: 'Do not run the old picture\nCall the harbour first',
      correctionNote: 'The width was wrong.',
      embargo: { until: '2026-03-05T05:00:00Z' },
    });
    expect(first?.story.created).toBe('2026-03-03T09:00:00Z');
  });

  it('has every element as a block, pictures once', () => {
    expect(first?.story.body.blocks.map(each => each.type)).toEqual([
      ...['paragraph', 'picture', 'embed', 'list', 'heading', 'paragraph', 'heading', 'paragraph', 'heading'],
      ...['picture', 'quote', 'table', 'embed', 'paragraph', 'paragraph', 'separator'],
    ]);
    expect(first?.story.pictures.map(each => inlineText(each.caption))).toEqual([
      'The lock on Tuesday.',
      'A gate.',
    ]);
    expect(first?.media.map(each => each.href)).toEqual([
      'https://arc.example/lock.jpg',
      'https://arc.example/gate.jpg',
    ]);
  });

  it('bars what the usage instructions bar', () => {
    expect(
      first?.story.pictures[0]?.restrictions.map(({ kind, territories }) => [kind, territories]),
    ).toEqual([
      ['editorial-only', []],
      ['exclude-territory', ['BE']],
    ]);
  });

  it('tells what it left out, and runs no script', () => {
    expect(first?.problems.map(each => each.message).join('\n')).toMatch(
      /VIDEO9[\s\S]*poll[\s\S]*hologram[\s\S]*mobile[\s\S]*budget line[\s\S]*count\.example/,
    );
    expect(bodyText(first?.story.body ?? { version: 1, blocks: [] })).not.toContain('track()');
  });
});

describe('elements', () => {
  it.each<[string, object, unknown]>([
    [
      'a paragraph of its own in a text',
      { type: 'text', content: '<p>One.</p><p>Two.</p>' },
      [
        { type: 'paragraph', inlines: plain('One.') },
        { type: 'paragraph', inlines: plain('Two.') },
      ],
    ],
    [
      'a blockquote',
      { type: 'blockquote', content: 'Said.' },
      [{ type: 'quote', paragraphs: [plain('Said.')], attribution: '' }],
    ],
    [
      'a list of words',
      { type: 'list', list_type: 'unordered', items: ['a', 'b'] },
      [{ type: 'list', ordered: false, items: [plain('a'), plain('b')] }],
    ],
    [
      'a header of level 1',
      { type: 'header', level: 1, content: 'Top' },
      [{ type: 'heading', level: 2, inlines: plain('Top') }],
    ],
    [
      'a link that a browser would run',
      { type: 'interstitial_link', url: 'javascript:alert(1)', content: 'More' },
      [{ type: 'paragraph', inlines: plain('More') }],
    ],
    [
      'an embed with an address',
      { type: 'custom_embed', embed: { id: 'x', url: 'https://v.example/1', config: { title: 'Clip' } } },
      [{ type: 'embed', url: 'https://v.example/1', title: 'Clip' }],
    ],
    ['an element without a type', { content: 'Words.' }, [{ type: 'paragraph', inlines: plain('Words.') }]],
  ])('read %s', (_, element, blocks) => {
    expect(blocksOf([element])).toEqual(blocks);
  });
});

describe('what comes in', () => {
  it.each([
    ['', 'unreadable'],
    ['{"type":"story"', 'unreadable'],
    ['[]', 'unreadable'],
    ['{"name":"package"}', 'unreadable'],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'too-large'],
  ])('is refused in words: %.20s', (text, code) => {
    expect(() => read(text)).toThrow(WiredeskError);
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });

  it('may have anything in the place of anything', () => {
    const odd = {
      headlines: 3,
      content_elements: [null, 3, 'x', [], { type: {} }],
      credits: [],
      taxonomy: { tags: 1, keywords: null },
      promo_items: [],
      revision: 'x',
    };
    expect(story(odd).story.body.blocks).toEqual([]);
  });

  it('is a kill by status or by operation', () => {
    expect(story({ headlines: { basic: 'x' }, status: 'canceled' }).story.state).toBe('killed');
    const operation = {
      type: 'story_operation',
      operation: 'delete-story',
      body: { type: 'story', version: '0.10.9', headlines: { basic: 'x' } },
    };
    expect(read(JSON.stringify(operation))[0]?.story.state).toBe('killed');
  });

  it('holds an embargo that nobody can read, and lets go one that was lifted', () => {
    const embargo = (value: object) =>
      story({ headlines: { basic: 'x' }, content_restrictions: { embargo: value } }).story.fields.embargo;
    expect(embargo({ active: true, end_time: 'tomorrow' })).toEqual({ until: null });
    expect(embargo({ active: false })).toBeNull();
  });

  it('has the words that the writer added to the note taken off again', () => {
    for (const editorialAction of ['kill', 'withhold', 'advisory'] as const) {
      const sent = withFields(fullStory, { editorialAction });
      expect(read(writeOne('ans', sent).bytes)[0]?.story.fields.edNote).toBe(fullStory.fields.edNote);
    }
  });

  it('is recognised, and ninjs and schema.org are not', () => {
    expect(ans.recognise?.('{"type": "story", "version": "0.5.8"}')).toBe(true);
    expect(ans.recognise?.('[{"version":"0.10.7","type":"image"}]')).toBe(true);
    expect(ans.recognise?.('{"@type":"NewsArticle","version":"0.1.0"}')).toBe(false);
    expect(ans.recognise?.('{"type":"text","version":"1"}')).toBe(false);
    expect(ans.recognise?.('<a/>')).toBe(false);
  });
});

describe.skipIf(sharedFolder === null)('the golden sample', () => {
  it('comes in whole', () => {
    const [only] = read(readFileSync(sharedPath('samples', 'golden', 'ans-0.10.9-story.json')));
    const { fields, body, pictures, created } = only?.story ?? {};
    expect(body?.blocks.map(each => each.type)).toEqual(['paragraph', 'heading', 'picture', 'quote']);
    expect(fields?.headline).toHaveLength(32);
    expect(fields?.embargo).toEqual({ until: '2026-11-24T00:01:00Z' });
    expect(fields?.internalNote).toMatch(/^JAPAN OUT/);
    expect(created).toBe('2026-11-23T02:00:00Z');
    expect(pictures).toHaveLength(1);
    expect(pictures?.[0]).toMatchObject({ creator: 'Sam Photographer', source: 'Agency' });
    expect(pictures?.[0]?.restrictions).toMatchObject([{ kind: 'exclude-territory', territories: ['JP'] }]);
    expect(only?.problems).toEqual([]);
  });
});
