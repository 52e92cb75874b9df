import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { feedProblems } from '../../../../../main/core/wire/rss/rules.ts';
import { sharedFolder, sharedPath } from '../../../../support/shared.ts';
import { fullStory } from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';

const rss = writeOne('rss', fullStory).text;
const atom = writeOne('rss', fullStory, { feed: 'atom' }).text;
const found = (xml: string): string[] =>
  feedProblems(new TextEncoder().encode(xml)).map(each => each.message);

describe('the rules of feeds', () => {
  it('find nothing wrong with what is right', () => {
    expect([...found(rss), ...found(atom)]).toEqual([]);
  });

  it.each<[string, string, RegExp | string, string]>([
    ['a date in another form', rss, /<pubDate>[^<]*/, '<pubDate>2026-03-04T11:30:00Z'],
    ['the wrong day of the week', rss, 'Wed, 04 Mar', 'Thu, 04 Mar'],
    ['a day that does not exist', rss, /Wed, 04 Mar/g, '31 Feb'],
    ['no channel description', rss, /<description>Stories[^<]*<\/description>/, ''],
    [
      'no title and no description',
      rss,
      /<item>[\s\S]*<\/item>/,
      '<item><guid isPermaLink="false">x</guid></item>',
    ],
    ['a guid that is no address', rss, ' isPermaLink="false"', ''],
    [
      'two items of one guid',
      rss,
      '</item>',
      '</item><item><title>x</title><guid isPermaLink="false">urn:newsml:meridian.example:20260303:0195a000-0000-7000-8000-000000000001</guid></item>',
    ],
    ['Media RSS without its slash', rss, 'http://search.yahoo.com/mrss/', 'http://search.yahoo.com/mrss'],
    ['an element that RSS does not know', rss, '<guid', '<slug>x</slug><guid'],
    ['an author without an address', rss, '<guid', '<author>Ida</author><guid'],
    ['a relationship that is none', rss, 'relationship="deny"', 'relationship="no"'],
    ['codes that are none', rss, '>be nl<', '>Belgium<'],
    ['a role in capitals', rss, 'role="photographer"', 'role="Photographer"'],
    ['a picture without an address', rss, /<media:content url="[^"]*"/, '<media:content'],
    ['a size that is no number', rss, /<media:content ([^>]*)width="\d+"/, '<media:content $1width="3000px"'],
    ['a state that is none', rss, '<guid', '<media:status state="gone"/><guid'],
    ['an entry without an id', atom, /(<entry>\s*)<id>[^<]*<\/id>/, '$1'],
    ['an entry without an author', atom, /<author>[\s\S]*<\/author>/, ''],
    ['a date of RFC 822 in Atom', atom, /<updated>[^<]*/g, '<updated>Wed, 04 Mar 2026 11:30:00 +0000'],
    ['a category without a term', atom, 'term="harbour"', 'label="harbour"'],
    ['XHTML outside its namespace', atom, 'http://www.w3.org/1999/xhtml', 'http://www.w3.org/2005/Atom'],
    ['another root', rss, /^[\s\S]*$/, '<html/>'],
    ['XML that is not well-formed', rss, '</rss>', ''],
  ])('find %s', (_, feed, from, to) => {
    const broken = feed.replace(from, to);
    expect(broken).not.toBe(feed);
    expect(found(broken)).not.toEqual([]);
  });
});

describe.skipIf(sharedFolder === null)('the golden sample', () => {
  it('keeps the rules', () => {
    expect(feedProblems(readFileSync(sharedPath('samples', 'golden', 'rss-mediarss.xml')))).toEqual([]);
  });
});
