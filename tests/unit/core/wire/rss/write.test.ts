import { describe, expect, it } from 'vitest';
import { rfc822 } from '../../../../../main/core/wire/rss/dates.ts';
import {
  attributeValue,
  childElements,
  descendants,
  elementAt,
  nodeText,
  readXml,
  type XmlNode,
} from '../../../../../main/core/wire/xml-read.ts';
import { fullStory, withFields } from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';

const feed = (story = fullStory, options: unknown = {}): XmlNode =>
  readXml(writeOne('rss', story, options).bytes);
const itemOf = (root: XmlNode): XmlNode =>
  elementAt(root, 'channel', 'item') ?? elementAt(root, 'entry') ?? root;
const text = (node: XmlNode, local: string): string => nodeText(descendants(node, local)[0]);

describe('an RSS feed', () => {
  it('is a channel with one item of the story’s identity', () => {
    const root = feed();
    expect([attributeValue(root, 'version'), childElements(root).length]).toEqual(['2.0', 1]);
    const guid = elementAt(itemOf(root), 'guid');
    expect(guid && attributeValue(guid, 'isPermaLink')).toBe('false');
    expect(nodeText(guid)).toBe(fullStory.guid);
    expect(text(itemOf(root), 'pubDate')).toBe('Wed, 04 Mar 2026 11:30:00 +0000');
    expect(text(itemOf(root), 'creator')).toBe('By Ida Marsh');
  });

  it('has the body as markup in a section that cannot end early', () => {
    const story = {
      ...fullStory,
      body: {
        version: 1 as const,
        blocks: [
          {
            id: 'b',
            type: 'paragraph' as const,
            inlines: [{ type: 'text' as const, text: 'A ]]> B & C', marks: [] }],
          },
        ],
      },
    };
    const { text: xml } = writeOne('rss', withFields(story, { edNote: '', correctionNote: '' }));
    expect(xml).toContain('<content:encoded><![CDATA[');
    expect(text(readXml(xml), 'encoded')).toContain('<p>A ]]&gt; B &amp; C</p>');
  });

  it('names territories as codes and in words', () => {
    const root = itemOf(feed());
    const rules = descendants(root, 'restriction').filter(each => attributeValue(each, 'type') === 'country');
    expect(rules.map(each => `${attributeValue(each, 'relationship')} ${nodeText(each)}`)).toEqual([
      'deny be nl',
      'allow de',
    ]);
    expect(text(root, 'license')).toContain('BELGIUM OUT, NETHERLANDS OUT');
    expect(text(root, 'encoded')).toContain('BELGIUM OUT, NETHERLANDS OUT');
  });

  it('has a picture without a file as words alone', () => {
    const root = itemOf(feed());
    expect(descendants(root, 'group')).toHaveLength(1);
    const [picture] = childElements(root, 'picture');
    expect(picture && text(picture, 'description')).toBe('The old gates in 2019.');
    expect(picture && descendants(picture, 'content')).toEqual([]);
  });

  it.each([
    ['kill', 'deleted', /^KILL/],
    ['withhold', 'blocked', /^WITHHELD/],
  ] as const)('says a %s to programs and to people', (editorialAction, state, words) => {
    const root = itemOf(feed(withFields(fullStory, { editorialAction })));
    const [status] = descendants(root, 'status');
    expect(status && attributeValue(status, 'state')).toBe(state);
    expect(text(root, 'description')).toMatch(words);
    expect(text(root, 'encoded')).toContain(words.source.slice(1));
  });

  it('gives pictures the web address of the options', () => {
    const [content] = descendants(feed(fullStory, { mediaBase: 'https://cdn.example/' }), 'content');
    expect(content && attributeValue(content, 'url')).toBe('https://cdn.example/media/picture-one.jpg');
  });
});

describe('an Atom feed', () => {
  const atom = { feed: 'atom' };

  it('has a kill as an entry with its reason and as a tombstone', () => {
    const root = feed(withFields(fullStory, { editorialAction: 'kill', edNote: 'Wrong.' }), atom);
    const [deleted] = childElements(root, 'deleted-entry');
    expect(deleted && attributeValue(deleted, 'ref')).toBe(fullStory.guid);
    expect(text(itemOf(root), 'title')).toBe(fullStory.fields.headline);
    expect(text(itemOf(root), 'summary')).toContain('Wrong.');
    expect(childElements(feed(fullStory, atom), 'deleted-entry')).toEqual([]);
  });

  it('wraps an identity that is no URI, and says it as it is', () => {
    const root = itemOf(feed({ ...fullStory, guid: 'story 1' }, atom));
    expect(text(root, 'id')).toBe('urn:newsml:meridian.example:story%201');
    expect(nodeText(childElements(root, 'guid')[0])).toBe('story 1');
  });

  it('keeps its identity and has a newer date in a correction', () => {
    const later = withFields(
      { ...fullStory, updated: '2026-03-05T00:00:00.000Z' },
      { editorialAction: 'correction' },
    );
    const [before, after] = [fullStory, later].map(story => itemOf(feed(story, atom)));
    expect(before && text(before, 'id')).toBe(after && text(after, 'id'));
    expect(after && text(after, 'updated')).toBe('2026-03-05T00:00:00Z');
  });
});

describe('rfc822', () => {
  it.each([
    ['2026-11-23T03:45:38Z', 'Mon, 23 Nov 2026 03:45:38 +0000'],
    ['2026-01-01T00:30:00+01:00', 'Wed, 31 Dec 2025 23:30:00 +0000'],
    ['no date', null],
    ['', null],
  ])('writes %s', (moment, expected) => {
    expect(rfc822(moment)).toBe(expected);
  });
});
