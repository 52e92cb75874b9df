import { describe, expect, it } from 'vitest';
import { intake } from '../../../support/round-trip.ts';

const copy =
  '<article><h1>Lock opens</h1><p>The new sea lock opened on Tuesday after two years of work.</p><p>It cost 80 million crowns.</p></article>';

async function read(head: string, body = copy) {
  const page = `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
  const [story] = (await intake('page.html', new TextEncoder().encode(page))).stories;
  if (!story) throw new Error('no story');
  return story;
}

function script(value: unknown): string {
  return `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
}

const article = {
  '@type': ['NewsArticle', 'Thing'],
  headline: 'Lock opens',
  author: { '@id': '#ida' },
  articleSection: ['Transport', 'Home'],
  keywords: 'harbour, lock',
  copyrightNotice: '© 2026 Meridian',
  copyrightHolder: { '@type': 'Organization', name: 'Meridian Ltd' },
  usageInfo: { '@type': 'CreativeWork', text: 'Not for resale' },
  correction: [{ '@type': 'CorrectionComment', text: 'The cost was wrong.' }],
  expires: '2026-04-01T02:00:00+02:00',
  inLanguage: 'en-GB',
  mentions: [
    { '@type': 'Person', name: 'Ada Lindqvist' },
    { '@type': 'Organization', name: 'Harbour Office' },
  ],
  about: [{ '@id': 'http://cv.iptc.org/newscodes/mediatopic/04000000', '@type': 'Thing', name: 'economy' }],
  contentLocation: { '@type': 'Place', name: 'Port Selwyn' },
};
const author = { '@id': '#ida', '@type': 'Person', name: 'Ida Marsh', jobTitle: 'Correspondent' };

describe('a page’s structured data', () => {
  it('fills the fields that the copy does not show, from a graph with references', async () => {
    const { story, problems } = await read(
      script({
        '@context': 'https://schema.org',
        '@graph': [{ '@type': 'WebSite', name: 'x' }, article, author],
      }),
    );
    expect(story.fields).toMatchObject({
      byline: 'Ida Marsh',
      bylineTitle: 'Correspondent',
      category: 'Transport',
      keywords: ['harbour', 'lock'],
      copyrightNotice: '© 2026 Meridian',
      copyrightHolder: 'Meridian Ltd',
      usageTerms: 'Not for resale',
      correctionNote: 'The cost was wrong.',
      expires: '2026-04-01T00:00:00Z',
      language: 'en-GB',
      people: ['Ada Lindqvist'],
      organisations: ['Harbour Office'],
      places: ['Port Selwyn'],
      subjects: [{ scheme: 'medtop', code: '04000000', name: 'economy' }],
    });
    expect(problems.filter(({ code }) => code === 'repaired')).toEqual([]);
  });

  it('may stand in several blocks, in a list, and beside one that is broken', async () => {
    const { story, problems } = await read(
      script('{"@type": "NewsArticle", ') + script({ '@type': 'BreadcrumbList' }) + script([article, author]),
    );
    expect(story.fields.category).toBe('Transport');
    expect(problems.filter(({ code }) => code === 'repaired').map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
  });

  it('is mended where commas, comments and line feeds are wrong, and that is told', async () => {
    const broken = `<!-- {"@type": "NewsArticle", "headline": "Lock\nopens", "articleSection": "Transport", "keywords": ["a, b",],}; -->`;
    const { story, problems } = await read(script(broken));
    expect(story.fields.category).toBe('Transport');
    expect(problems.map(({ code }) => code)).toContain('repaired');
  });

  it('may be microdata', async () => {
    const body = copy.replace(
      '<article>',
      '<article itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="articleSection" content="Transport"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><meta itemprop="name" content="Ida Marsh"></span>',
    );
    const { story } = await read('', body);
    expect(story.fields).toMatchObject({ category: 'Transport', byline: 'Ida Marsh' });
  });

  it('describes the pictures of the copy, in whatever size they stand there', async () => {
    const image = {
      '@type': 'ImageObject',
      contentUrl: 'https://news.example/lock-1200x675.jpg?w=1200',
      caption: 'The gate.',
      creditText: 'Ida Marsh/Meridian',
      creator: { '@type': 'Person', name: 'Ida Marsh' },
      copyrightNotice: '© Meridian',
      license: 'https://news.example/licence',
      acquireLicensePage: 'https://news.example/buy',
      usageInfo: 'EDITORIAL USE ONLY',
    };
    const body = copy.replace(
      '</article>',
      '<figure><img src="https://news.example/lock-640x360.jpg" alt="A gate"></figure></article>',
    );
    const { story } = await read(script({ ...article, image }), body);
    expect(story.pictures).toHaveLength(1);
    expect(story.pictures[0]).toMatchObject({
      altText: 'A gate',
      creditLine: 'Ida Marsh/Meridian',
      creator: 'Ida Marsh',
      copyrightNotice: '© Meridian',
      webStatement: 'https://news.example/licence',
      licensor: { url: 'https://news.example/buy' },
      restrictions: [{ kind: 'editorial-only' }],
    });
    const bare = await read(script({ ...article, image }));
    expect(bare.story.pictures.map(({ creditLine }) => creditLine)).toEqual(['Ida Marsh/Meridian']);
  });

  it('cannot harm: endless graphs, odd values and wrong types', async () => {
    const cycle = { '@id': '#a', '@type': 'NewsArticle', author: { '@id': '#a' }, image: { '@id': '#a' } };
    const odd = {
      '@type': 'NewsArticle',
      headline: { a: 1 },
      author: [[[null]]],
      keywords: 5,
      expires: {},
      about: 'x',
    };
    for (const value of [cycle, odd, [[[]]], null, 7, '{"__proto__": {"@type": "NewsArticle"}}'])
      expect((await read(script(value))).story.fields.headline).toBe('Lock opens');
  });
});
