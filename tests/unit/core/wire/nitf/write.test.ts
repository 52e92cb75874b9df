import { describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../../main/contract/body.ts';
import type { Story } from '../../../../../main/contract/story.ts';
import {
  attributeValue,
  childElements,
  descendants,
  elementAt,
  nodeText,
  readXml,
  type XmlNode,
} from '../../../../../main/core/wire/xml-read.ts';
import { fullStory, minimalStory, withBody, withFields, writeContext } from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';

const write = (story: Story, now?: Date): XmlNode =>
  readXml(writeOne('nitf', story, {}, now ? { ...writeContext, now } : writeContext).bytes);

function docdata(root: XmlNode): XmlNode {
  const found = elementAt(root, 'head', 'docdata');
  if (!found) throw new Error('no docdata');
  return found;
}

const status = (root: XmlNode): string => attributeValue(docdata(root), 'management-status');

describe('writeNitf', () => {
  it('stands without a namespace unless asked for one', () => {
    expect(write(fullStory).namespace).toBe('');
    expect(readXml(writeOne('nitf', fullStory, { namespace: true }).bytes).namespace).toBe(
      'http://iptc.org/std/NITF/2006-10-18/',
    );
  });

  it('says how the story stands', () => {
    expect(status(write(minimalStory))).toBe('usable');
    expect(status(write(withFields(minimalStory, { editorialAction: 'kill' })))).toBe('canceled');
    expect(status(write(withFields(minimalStory, { editorialAction: 'withhold' })))).toBe('withheld');
    expect(status(write(withFields(minimalStory, { embargo: { until: null } })))).toBe('embargoed');
  });

  it('is embargoed until the hour has come, and keeps the date after it', () => {
    const before = write(fullStory, new Date('2026-03-05T04:59:59Z'));
    const after = write(fullStory, new Date('2026-03-05T05:00:00Z'));
    expect([status(before), status(after)]).toEqual(['embargoed', 'usable']);
    for (const root of [before, after]) {
      const [release] = descendants(root, 'date.release');
      expect(release && attributeValue(release, 'norm')).toBe('20260305T050000Z');
    }
  });

  it('has no date of release for an embargo without end', () => {
    expect(descendants(write(withFields(fullStory, { embargo: { until: null } })), 'date.release')).toEqual(
      [],
    );
  });

  it('marks the first paragraph as the lede, and no other', () => {
    const ledes = descendants(write(fullStory), 'p').filter(p => attributeValue(p, 'lede') !== '');
    expect(ledes.map(nodeText)).toEqual(['The new sea lock opened on Tuesday.']);
  });

  it('sets a box apart in a block of its own, never within a block', () => {
    const content = elementAt(write(fullStory), 'body', 'body.content');
    if (!content) throw new Error('no content');
    const blocks = childElements(content);
    expect(blocks.map(block => attributeValue(block, 'class'))).toEqual(['', 'box', '']);
    for (const block of blocks) expect(childElements(block, 'block')).toEqual([]);
  });

  it('carries a pull quote as a quote that says what it is', () => {
    const quotes = descendants(write(fullStory), 'bq');
    expect(quotes.map(quote => attributeValue(quote, 'class'))).toEqual(['', 'pull-quote']);
    expect(quotes.map(quote => nodeText(elementAt(quote, 'credit')))).toEqual([
      'Ada Lindqvist, harbour master',
      'Ada Lindqvist',
    ]);
  });

  it('puts a space between byline and title', () => {
    expect(nodeText(descendants(write(fullStory), 'byline')[0])).toBe('By Ida Marsh Harbour Correspondent');
  });

  it('carries pictures that stand nowhere in the copy behind it, and refers to one without a file by identity', () => {
    const references = descendants(write(fullStory), 'media-reference');
    expect(references.map(each => attributeValue(each, 'source'))).toEqual([
      'media/picture-one.jpg',
      `${fullStory.guid}:picture:picture-two`,
    ]);
    expect(references.map(each => attributeValue(each, 'mime-type'))).toEqual(['image/jpeg', '']);
  });

  it('leaves out a list without words and a table without cells', () => {
    const empty = withBody(minimalStory, {
      version: 1,
      blocks: [
        { id: 'a', type: 'list', ordered: true, items: [plainInlines(' ')] },
        { id: 'b', type: 'table', rows: [[], []] },
        { id: 'c', type: 'quote', paragraphs: [], attribution: '' },
      ],
    });
    for (const name of ['ol', 'table', 'bq', 'block']) expect(descendants(write(empty), name)).toEqual([]);
  });

  it('gives reference numbers only to codes that are', () => {
    const subjects = descendants(write(fullStory), 'tobject.subject');
    expect(subjects.map(each => attributeValue(each, 'tobject.subject.refnum'))).toEqual(['04000000']);
    expect(descendants(write(fullStory), 'classifier').map(nodeText)).toEqual(['Sea locks', 'Waterways']);
  });
});
