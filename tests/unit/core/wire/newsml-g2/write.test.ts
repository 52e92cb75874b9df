import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../../../main/contract/picture.ts';
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
import { fullStory, handoutPicture, minimalStory, withFields } from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';

const write = (story: Story): XmlNode => readXml(writeOne('newsml-g2', story).bytes);

function newsItem(root: XmlNode, index: number): XmlNode {
  const item = descendants(root, 'newsItem')[index];
  if (!item) throw new Error(`no newsItem ${index}`);
  return item;
}

const values = (node: XmlNode, name: string, attribute: string): string[] =>
  descendants(node, name).map(each => attributeValue(each, attribute));

describe('writeNewsmlG2', () => {
  it('sends one message with the package, the text and each picture', () => {
    const root = write(fullStory);
    expect(root).toMatchObject({ local: 'newsMessage', namespace: 'http://iptc.org/std/nar/2006-10-01/' });
    const itemSet = elementAt(root, 'itemSet');
    expect(itemSet && childElements(itemSet).map(({ local }) => local)).toEqual([
      'packageItem',
      'newsItem',
      'newsItem',
      'newsItem',
    ]);
    expect(values(root, 'newsItem', 'guid')).toEqual([
      fullStory.guid,
      `${fullStory.guid}:picture:picture-one`,
      `${fullStory.guid}:picture:picture-two`,
    ]);
  });

  it('says of every item what 2.35 and power demand, the story’s version and the catalog', () => {
    const root = write(fullStory);
    for (const item of [...descendants(root, 'newsItem'), ...descendants(root, 'packageItem')]) {
      expect(attributeValue(item, 'standard')).toBe('NewsML-G2');
      expect(attributeValue(item, 'standardversion')).toBe('2.35');
      expect(attributeValue(item, 'conformance')).toBe('power');
      expect(attributeValue(item, 'version')).toBe('3');
      expect(attributeValue(elementAt(item, 'catalogRef') ?? item, 'href')).toMatch(/Standards_41\.xml$/);
    }
  });

  it('declares every alias it uses, or takes it from catalog 41', () => {
    const root = write(fullStory);
    const standard = new Set(
      'ninat stat sig irel drol cpprole cpnat genre medtop rnd pgrmod iso3166-1a2'.split(' '),
    );
    for (const item of [...descendants(root, 'newsItem'), ...descendants(root, 'packageItem')]) {
      const declared = new Set(values(item, 'scheme', 'alias'));
      for (const alias of aliases(item)) expect(standard.has(alias) || declared.has(alias), alias).toBe(true);
    }
  });

  it('ties the items together in the package', () => {
    const root = write(fullStory);
    expect(values(root, 'itemRef', 'residref')).toEqual(values(root, 'newsItem', 'guid'));
    const [groups] = descendants(root, 'groupSet');
    expect(groups && attributeValue(groups, 'root')).toBe('G1');
    expect(values(root, 'group', 'id')).toEqual(['G1']);
  });

  it.each([
    ['new', 'stat:usable', []],
    ['update', 'stat:usable', ['sig:update']],
    ['correction', 'stat:usable', ['sig:correction']],
    ['kill', 'stat:canceled', ['sig:update']],
    ['withhold', 'stat:withheld', ['sig:update']],
    ['advisory', 'stat:usable', []],
  ] as const)('marks %s as %s', (editorialAction, status, signals) => {
    const text = newsItem(write(withFields(minimalStory, { editorialAction })), 0);
    expect(values(text, 'pubStatus', 'qcode')).toEqual([status]);
    expect(values(text, 'signal', 'qcode')).toEqual(signals);
  });

  it('sends a kill alone, without content', () => {
    const root = write(withFields(fullStory, { editorialAction: 'kill' }));
    expect(descendants(root, 'newsItem')).toHaveLength(1);
    for (const name of ['packageItem', 'contentSet', 'link', 'remoteContent'])
      expect(descendants(root, name)).toEqual([]);
    expect(descendants(root, 'headline').map(nodeText)).toContain(fullStory.fields.headline);
  });

  it('holds every item under the story’s embargo; one without end is an empty element', () => {
    const dated = descendants(write(fullStory), 'embargoed').map(nodeText);
    expect(dated).toEqual(Array.from({ length: 4 }, () => '2026-03-05T05:00:00Z'));
    const open = descendants(write(withFields(fullStory, { embargo: { until: null } })), 'embargoed');
    expect(open.map(node => node.children)).toEqual([[], [], [], []]);
    expect(descendants(write(minimalStory), 'embargoed')).toEqual([]);
  });

  it('bars a territory by code and in words, twice', () => {
    const picture = newsItem(write(fullStory), 1);
    expect(values(picture, 'exclAudience', 'qcode')).toEqual(['iso3166-1a2:BE', 'iso3166-1a2:NL']);
    expect(values(picture, 'audience', 'qcode')).toEqual(['iso3166-1a2:DE']);
    for (const name of ['usageTerms', 'edNote'])
      expect(descendants(picture, name).map(nodeText).join()).toContain('BELGIUM OUT, NETHERLANDS OUT');
    expect(nodeText(elementAt(picture, 'itemMeta', 'expires'))).toBe('2026-03-18T00:00:00Z');
  });

  it('does not say a restriction twice that the usage terms already say', () => {
    const told: Picture = {
      ...handoutPicture,
      usageTerms: handoutPicture.restrictions.map(each => each.text).join(' - '),
    };
    const picture = newsItem(write({ ...fullStory, pictures: [told] }), 1);
    expect(nodeText(elementAt(picture, 'rightsInfo', 'usageTerms'))).toBe(told.usageTerms);
  });

  it('points to the picture’s file by relative path with its size as written', () => {
    const [remote] = descendants(newsItem(write(fullStory), 1), 'remoteContent');
    expect(remote && Object.fromEntries(remote.attributes.map(({ local, value }) => [local, value]))).toEqual(
      {
        rendition: 'rnd:highRes',
        href: 'media/picture-one.jpg',
        contenttype: 'image/jpeg',
        size: '124456',
        title: 'lock opening.jpg',
        width: '3000',
        height: '2000',
      },
    );
  });

  it('sends the words of a picture without a file, and no content', () => {
    const picture = newsItem(write(fullStory), 2);
    expect(descendants(picture, 'contentSet')).toEqual([]);
    expect(descendants(picture, 'description').map(nodeText)).toContain('The old gates in 2019.');
    expect(nodeText(elementAt(picture, 'contentMeta', 'contentCreated'))).toBe('2019-11');
  });

  it('leaves out a date taken that is no date', () => {
    const odd = { ...handoutPicture, dateCreated: 'last summer' };
    expect(
      elementAt(newsItem(write({ ...fullStory, pictures: [odd] }), 1), 'contentMeta', 'contentCreated'),
    ).toBeUndefined();
  });

  it('writes right-to-left items as such', () => {
    const root = write(withFields(fullStory, { language: 'ar' }));
    expect(values(root, 'newsItem', 'dir')).toEqual(['rtl', 'rtl', 'rtl']);
    expect(values(root, 'html', 'dir')).toEqual(['rtl']);
  });
});

function aliases(node: XmlNode): string[] {
  const own = node.attributes
    .filter(({ local }) => ['qcode', 'role', 'rel', 'type', 'mode', 'rendition'].includes(local))
    .map(({ value }) => value.replace(/:.*$/, ''));
  return [
    ...own,
    ...childElements(node)
      .filter(({ local }) => local !== 'html')
      .flatMap(aliases),
  ];
}

/** XSD is lax inside inlineXML: this list is the check (wire-formats 2.5, 16). */
const allowed: Readonly<Record<string, readonly string[]>> = {
  html: ['lang', 'dir'],
  head: [],
  title: [],
  body: [],
  p: ['class'],
  h2: ['class'],
  h3: [],
  h4: [],
  ul: [],
  ol: [],
  li: [],
  blockquote: ['class'],
  footer: [],
  table: [],
  tbody: [],
  tr: [],
  th: [],
  td: [],
  figure: [],
  img: ['src', 'alt', 'data-guid'],
  figcaption: [],
  span: ['class'],
  a: ['href'],
  em: [],
  strong: [],
  u: [],
  s: [],
  sub: [],
  sup: [],
  code: [],
  br: [],
  hr: [],
  aside: ['class'],
};

describe('the XHTML in NewsML-G2', () => {
  it('has only elements and attributes of its profile, all in its namespace', () => {
    const [html] = descendants(write(fullStory), 'html');
    if (!html) throw new Error('no html');
    for (const node of everyNode(html)) {
      expect(node.namespace).toBe('http://www.w3.org/1999/xhtml');
      expect(Object.keys(allowed)).toContain(node.local);
      for (const { local } of node.attributes)
        expect(allowed[node.local], `${node.local} ${local}`).toContain(local);
    }
  });

  it('names the picture item of every figure', () => {
    const root = write(fullStory);
    expect(values(root, 'img', 'data-guid')).toEqual([values(root, 'newsItem', 'guid')[1]]);
  });

  it('nests no paragraph, and keeps blocks out of paragraphs', () => {
    const [html] = descendants(write(fullStory), 'html');
    if (!html) throw new Error('no html');
    const blocks = new Set('p h2 h3 h4 ul ol blockquote table figure hr aside'.split(' '));
    for (const node of everyNode(html).filter(({ local }) => local === 'p' || local === 'li'))
      for (const inner of everyNode(node).slice(1)) expect(blocks.has(inner.local)).toBe(false);
  });
});

function everyNode(node: XmlNode): readonly XmlNode[] {
  return [node, ...childElements(node).flatMap(everyNode)];
}
