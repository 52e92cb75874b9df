import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../../../../main/contract/body.ts';
import { WiredeskError } from '../../../../../main/contract/failure.ts';
import type { ReadStory } from '../../../../../main/core/wire/format.ts';
import { rss } from '../../../../../main/core/wire/rss/format.ts';
import { readRss } from '../../../../../main/core/wire/rss/read.ts';
import { sharedFolder, sharedPath } from '../../../../support/shared.ts';
import { fullStory, withFields } from '../../../../support/story.ts';
import { readContext } from '../../../../support/there-and-back.ts';
import { writeOne } from '../../../../support/write-one.ts';

const fixture = (name: string): readonly ReadStory[] =>
  readRss(
    readFileSync(join(import.meta.dirname, '../../../../fixtures/wire', `feed-${name}.xml`)),
    readContext,
  );
const read = (xml: string): readonly ReadStory[] => readRss(new TextEncoder().encode(xml), readContext);
const item = (inside: string, namespaces = ''): ReadStory => {
  const [story] = read(
    `<rss version="2.0" ${namespaces}><channel><title>T</title>${`<item>${inside}</item>`}</channel></rss>`,
  );
  if (!story) throw new Error('no story');
  return story;
};
const types = (story: ReadStory | undefined): string[] =>
  (story?.story.body.blocks ?? []).map(each => each.type);
const told = (story: ReadStory | undefined): string =>
  (story?.problems ?? []).map(each => each.message).join('\n');
const captions = (story: ReadStory | undefined): string[] =>
  (story?.story.pictures ?? []).map(each => inlineText(each.caption));

describe('an export of WordPress', () => {
  const [post, ...others] = fixture('wordpress');

  it('is its posts and pages that were not thrown away', () => {
    expect(others).toEqual([]);
    expect(told(post)).toMatch(/3 items of the export are no posts/);
    expect(told(post)).toMatch(/draft/);
  });

  it('has authors by name, blank lines as paragraphs, shortcodes as what they stand for', () => {
    expect(post?.story.fields).toMatchObject({
      byline: 'Ida Marsh',
      abstract: 'A lock for every tide.',
      category: 'Harbour',
      keywords: ['Harbour', 'sea lock'],
      language: 'en-GB',
    });
    expect(types(post)).toEqual(['paragraph', 'picture', 'heading', 'list', 'embed', 'paragraph']);
    expect(captions(post)).toEqual(['The gates before the storm.', 'Ships at the quay']);
    expect(post?.story.pictures[0]?.creditLine).toBe('Tomas Reyl/Meridian');
    expect(told(post)).toContain('a pixel that counts readers');
  });

  it('holds what is to be published later', () => {
    const wp = 'xmlns:wp="http://wordpress.org/export/1.2/"';
    const xml = `<rss version="2.0" ${wp}><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>T</title><pubDate>Wed, 04 Mar 2026 12:00:00 +0000</pubDate><wp:post_type>post</wp:post_type><wp:status>future</wp:status></item></channel></rss>`;
    expect(read(xml)[0]?.story.fields.embargo).toEqual({ until: '2026-03-04T12:00:00Z' });
  });
});

describe('Atom', () => {
  it('has its entries with languages, people, topics and deletions', () => {
    const [first, second, third] = fixture('atom');
    expect(first?.story).toMatchObject({
      guid: 'tag:hafen.example,2026:8',
      created: '2026-03-03T10:00:00Z',
      fields: {
        headline: 'Schleuse offen',
        byline: 'Ada Lind, Per Holm',
        language: 'de',
        abstract: 'Ein Satz dazu.',
      },
    });
    expect(first?.story.fields.subjects).toEqual([
      { scheme: 'medtop', code: '04000000', name: 'Wirtschaft' },
    ]);
    expect(first?.media.map(each => each.href)).toEqual(['https://hafen.example/bild.jpg']);
    expect([second?.story.state, second?.story.fields.language]).toEqual(['killed', 'en']);
    expect(third?.story).toMatchObject({ guid: 'tag:hafen.example,2026:7', state: 'killed' });
  });

  it('is alive again when it was published after its deletion', () => {
    const xml = readFileSync(join(import.meta.dirname, '../../../../fixtures/wire/feed-atom.xml'), 'utf8');
    const later = read(xml.replaceAll('2026-03-04T08:30:00Z</updated>', '2026-03-04T10:00:00Z</updated>'));
    expect(later[1]?.story.state).toBeUndefined();
  });

  it('is read in its version 0.3', () => {
    const [first] = fixture('atom-03');
    expect(first?.story.created).toBe('2004-05-01T12:00:00Z');
    expect(types(first)).toEqual(['paragraph', 'quote']);
  });
});

describe('older and press feeds', () => {
  it('reads RDF, whose items stand beside the channel', () => {
    const [first, second] = fixture('rdf');
    expect(first?.story).toMatchObject({
      guid: 'https://tide.example/1',
      fields: { byline: 'Tide Desk', keywords: ['tides'], copyrightNotice: 'Tide Office', language: 'en' },
    });
    expect(second?.story.fields.headline).toBe('Low water late');
  });

  it('reads descriptions that are escaped markup, and runs nothing in them', () => {
    const [release, plain] = fixture('press-release');
    expect(release?.story.fields).toMatchObject({
      headline: 'Pump Makers & Sons Show "Quiet" Pump',
      byline: 'Release Desk',
      source: 'Release Wire Partners',
      copyrightNotice: 'Release Wire Ltd',
    });
    expect(release?.story.created).toBe('2026-03-03T14:00:00Z');
    expect(JSON.stringify(release?.story)).not.toMatch(/<script|javascript:|alert/);
    expect(types(release)).toEqual(['paragraph', 'paragraph']);
    expect(types(plain)).toEqual(['paragraph', 'paragraph']);
  });
});

describe('Media RSS', () => {
  const [first, killed, clip] = fixture('media');

  it('has a group of sizes as one picture, the one in the copy', () => {
    expect(types(first)).toEqual(['paragraph', 'picture', 'paragraph']);
    expect(captions(first)).toEqual(['Boats Ada and Tern start.', 'A crew rests.']);
    expect(first?.media.map(each => each.href)).toEqual([
      'https://pictures.example/a.jpg',
      'https://pictures.example/b.jpg',
    ]);
    expect(first?.story.pictures[0]).toMatchObject({
      creator: 'Tomas Reyl',
      source: 'Meridian',
      altText: 'Boats',
    });
  });

  it('bars what any level bars, in codes or words', () => {
    expect(
      first?.story.pictures.map(each =>
        each.restrictions.map(({ kind, territories }) => `${kind} ${territories.join()}`.trim()),
      ),
    ).toEqual([
      ['exclude-territory BE,NL'],
      ['no-archive', 'include-territory DE', 'exclude-territory BE,NL'],
    ]);
  });

  it('tells of files that are no pictures, and of words that another text won over', () => {
    expect(told(first)).toMatch(/video\/mp4[\s\S]*x\.gif[\s\S]*Under the picture/);
    expect(captions(clip)).toEqual(['A clip.']);
  });

  it('kills by status', () => {
    expect(killed?.story).toMatchObject({ state: 'killed', fields: { edNote: 'Wrong boat' } });
  });

  it.each([
    [
      '<media:restriction relationship="deny" type="country">jp XX-9 kr</media:restriction>',
      ['exclude-territory JP,KR'],
    ],
    ['<media:restriction relationship="deny" type="country">all</media:restriction>', ['other']],
    ['<media:restriction relationship="allow" type="country">all</media:restriction>', []],
    ['<media:restriction relationship="deny" type="sharing"/>', ['other']],
  ])('reads %s', (xml, rules) => {
    const { story } = item(`<title>T</title><media:content url="a.jpg">${xml}</media:content>`);
    expect(
      story.pictures[0]?.restrictions.map(({ kind, territories }) => `${kind} ${territories.join()}`.trim()),
    ).toEqual(rules);
  });
});

describe('an item', () => {
  it('needs no namespaces declared', () => {
    const { story } = item(
      '<title>T</title><dc:creator>Ida</dc:creator><content:encoded>&lt;p&gt;Copy.&lt;/p&gt;</content:encoded><description>Short.</description>',
    );
    expect(story.fields).toMatchObject({ byline: 'Ida', abstract: 'Short.' });
    expect(story.body.blocks).toHaveLength(1);
  });

  it('has no abstract that only says the copy once more', () => {
    const { story } = item(
      '<title>T</title><description>One. Two.</description><content:encoded>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content:encoded>',
    );
    expect(story.fields.abstract).toBeUndefined();
    expect(story.body.blocks).toHaveLength(2);
  });

  it('may hold any number of pictures and of shortcodes that never end', () => {
    const many = Array.from(
      { length: 2_000 },
      (_, index) => `<enclosure url="${index}.jpg" type="image/jpeg"/>`,
    );
    const read = item(
      `<title>T</title><description>${'[caption]'.repeat(50_000)}&lt;p&gt;</description>${many.join('')}`,
    );
    expect(read.story.pictures).toHaveLength(300);
    expect(told(read)).toContain('300.jpg');
  });

  it('loses the furniture of feeds, which is told', () => {
    const read = item(
      '<title>T</title><description>&lt;p&gt;Copy.&lt;/p&gt;&lt;p&gt;The post &lt;a href="https://x.example"&gt;T&lt;/a&gt; appeared first on &lt;a href="https://x.example"&gt;X&lt;/a&gt;.&lt;/p&gt;</description>',
    );
    expect(types(read)).toEqual(['paragraph']);
    expect(told(read)).toContain('appeared first on');
  });

  it('has pictures from the root of a site at that site', () => {
    const xml =
      '<rss version="2.0"><channel><link>https://x.example/feed</link><item><title>T</title><description>&lt;p&gt;A&lt;/p&gt;&lt;img src="/i/a.jpg"&gt;</description></item></channel></rss>';
    expect(read(xml)[0]?.media.map(each => each.href)).toEqual(['https://x.example/i/a.jpg']);
  });
});

describe('what comes in', () => {
  it.each([
    ['<a/>', 'unreadable'],
    ['', 'unreadable'],
    ['<rss version="2.0"><channel><title>T</title></channel></rss>', 'unsupported'],
    ['<rss><channel><item/></channel></rss>', 'unsupported'],
    ['<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', 'unreadable'],
  ])('is refused in words: %s', (xml, code) => {
    expect(() => read(xml)).toThrow(WiredeskError);
    expect(() => read(xml)).toThrow(expect.objectContaining({ code }));
  });

  it.each(['rss', 'atom'])('comes back from %s without what the writer added', feed => {
    for (const editorialAction of ['kill', 'withhold', 'advisory'] as const) {
      const sent = withFields(fullStory, { editorialAction });
      const [back] = readRss(writeOne('rss', sent, { feed }).bytes, readContext);
      const { edNote, abstract, correctionNote } = fullStory.fields;
      expect(back?.story.fields).toMatchObject({ edNote, abstract, correctionNote, editorialAction });
      expect(back?.story.state).toBe(
        { kill: 'killed', withhold: 'withheld', advisory: undefined }[editorialAction],
      );
    }
  });

  it('is recognised by its root and what that belongs to', () => {
    expect(rss.recognise?.('<?xml version="1.0"?><rss version="0.91">')).toBe(true);
    expect(rss.recognise?.('<feed xmlns="http://www.w3.org/2005/Atom">')).toBe(true);
    expect(rss.recognise?.('<rdf:RDF xmlns:rdf="x" xmlns="http://purl.org/rss/1.0/">')).toBe(true);
    expect(rss.recognise?.('<rdf:RDF xmlns:rdf="x" xmlns:foaf="http://xmlns.com/foaf/0.1/">')).toBe(false);
    expect(rss.recognise?.('<feed xmlns="urn:cattle"><cow/></feed>')).toBe(false);
    expect(rss.recognise?.('<nitf/>')).toBe(false);
  });
});

describe.skipIf(sharedFolder === null)('the golden sample', () => {
  it('comes in whole', () => {
    const [only] = readRss(readFileSync(sharedPath('samples', 'golden', 'rss-mediarss.xml')), readContext);
    const { fields, body, pictures, created, guid } = only?.story ?? {};
    expect(guid).toMatch(/story-0001$/);
    expect(created).toBe('2026-11-23T03:45:38Z');
    expect(fields?.headline).toHaveLength(32);
    expect(fields?.abstract).toHaveLength(23);
    expect(fields?.subjects).toEqual([{ scheme: 'medtop', code: '03000000', name: '' }]);
    expect(body?.blocks).toHaveLength(1);
    expect(pictures).toHaveLength(1);
    expect(pictures?.[0]).toMatchObject({ creator: 'Sam Photographer', dateCreated: '2026-11-22' });
    expect(pictures?.[0]?.restrictions).toMatchObject([{ kind: 'exclude-territory', territories: ['JP'] }]);
    expect(only?.problems).toEqual([]);
  });
});
