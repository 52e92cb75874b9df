import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { plainInlines } from '../../../../../main/contract/body.ts';
import { fullStory, minimalStory, withBody, withFields } from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';

const Article = z.object({
  '@type': z.literal('NewsArticle'),
  headline: z.string(),
  image: z
    .array(z.object({ contentUrl: z.string().optional(), creditText: z.string().optional() }))
    .optional(),
});

function structured(text: string): z.infer<typeof Article> {
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
  return Article.parse(JSON.parse(data));
}

describe('writeHtml', () => {
  it('cannot be broken out of by the story’s words, in markup or in structured data', () => {
    const attack = '</script></title><script>alert(1)</script>"><img src=x onerror=alert(2)>';
    const { text } = writeOne(
      'html',
      withBody(withFields(fullStory, { headline: attack, keywords: [attack], edNote: attack }), {
        version: 1,
        blocks: [{ id: 'a', type: 'paragraph', inlines: plainInlines(attack) }],
      }),
    );
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text.match(/<\/script/g)).toHaveLength(1);
    expect(text).not.toContain('<img src=x');
    expect(structured(text).headline).toBe(attack);
  });

  it('has no script but its structured data', () => {
    expect(writeOne('html', fullStory).text.match(/<script[^>]*>/g)).toEqual([
      '<script type="application/ld+json">',
    ]);
  });

  it('makes addresses absolute when the page has one, and shares it', () => {
    const { text } = writeOne('html', fullStory, { address: 'https://news.example/2026/lock.html' });
    expect(text).toContain('<link rel="canonical" href="https://news.example/2026/lock.html">');
    expect(text).toContain('content="https://news.example/2026/media/picture-one.jpg"');
    expect(text).toContain('sharer.php?u=https%3A%2F%2Fnews.example%2F2026%2Flock.html');
    expect(structured(text).image?.[0]).toMatchObject({
      contentUrl: 'https://news.example/2026/media/picture-one.jpg',
      creditText: 'AFP PHOTO / HARBOUR OFFICE',
    });
  });

  it('leaves the share block out when told to, and in a kill', () => {
    expect(writeOne('html', fullStory).text).toContain('class="share"');
    expect(writeOne('html', fullStory, { share: false }).text).not.toContain('class="share"');
    expect(writeOne('html', withFields(fullStory, { editorialAction: 'kill' })).text).not.toContain(
      'class="share"',
    );
  });

  it('keeps held stories from search engines', () => {
    expect(writeOne('html', fullStory).text).toContain('noindex');
    expect(writeOne('html', minimalStory).text).not.toContain('noindex');
  });

  it('opens the copy with the dateline, before a heading too', () => {
    const { text } = writeOne('html', fullStory);
    expect(text).toContain('(Meridian Wire)</span> – The new sea lock opened');
    const headed = withBody(fullStory, {
      version: 1,
      blocks: [{ id: 'a', type: 'heading', level: 2, inlines: plainInlines('First') }],
    });
    expect(writeOne('html', headed).text).toMatch(/<p><span class="dateline">[^<]*<\/span><\/p>\s*<h2>First/);
  });

  it('sets right-to-left stories right to left', () => {
    expect(writeOne('html', withFields(minimalStory, { language: 'ar' })).text).toContain(
      '<html lang="ar" dir="rtl">',
    );
  });
});
