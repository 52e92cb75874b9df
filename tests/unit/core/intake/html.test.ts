import { describe, expect, it } from 'vitest';
import { readClipboard } from '../../../../main/core/intake/read.ts';
import { leftOut, outline, readOne, testContext } from './support.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const page = `<!doctype html><html lang="en-GB"><head><title>Lock opens | Gazette</title>
<meta property="og:site_name" content="The Selwyn Gazette"><link rel="canonical" href="https://selwyn.example/lock">
<script type="application/ld+json">{"@graph": [{"@type": "Organization"}, {"@type": ["NewsArticle"], "headline": "Port Selwyn opens its lock",
"author": [{"name": "Ida Marsh"}], "datePublished": "2026-11-17T14:05:00Z", "keywords": ["harbour", "locks"]}]}</script>
<style>p { color: red }</style></head><body>
<header><a href="/">The Selwyn Gazette</a></header><nav><ul><li>Home</li><li>World</li></ul></nav>
<main><article><h1>Port Selwyn opens its lock</h1><p class="by">By Ida Marsh</p>
<figure><img src="https://selwyn.example/a.jpg" alt="Two gates" width="800" height="500"><figcaption>The gates on Tuesday. <span>Photo: Tomas Reyl</span></figcaption></figure>
<p>PORT SELWYN, Norland (HNA) — The <b>harbour</b> opened its <a href="https://selwyn.example/x">new lock</a> on Tuesday, <a href="javascript:alert(1)">officials</a> said.</p>
<h2>Two years late</h2><blockquote><p>The town has waited.</p><footer>Ada Lindqvist</footer></blockquote>
<ul><li>Gates<ul><li>North gate</li></ul></li><li>Pumps</li></ul>
<table><tr><th>Ship</th><th>Length</th></tr><tr><td>Aurora</td><td>120</td></tr></table>
<div class="share-bar">Share on Facebook</div><p>The old gates <q>failed</q>, a report<sup>1</sup> said.<br><br>They were sold last year.</p>
<iframe src="https://www.youtube.com/embed/abc" title="The opening"></iframe><aside><p>More about locks.</p></aside>
</article></main><footer>© 2026 Gazette</footer><script>track()</script></body></html>`;

describe('HTML', () => {
  it('takes the story out of a page with its metadata and lists the rest', async () => {
    const story = await readOne('page.html', page);
    expect(story.format).toBe('html');
    expect(story.story.fields).toEqual({
      headline: 'Port Selwyn opens its lock',
      byline: 'Ida Marsh',
      source: 'The Selwyn Gazette',
      sourceUri: 'https://selwyn.example/lock',
      language: 'en-GB',
      dateline: {
        place: 'PORT SELWYN',
        country: 'Norland',
        date: '2026-11-17',
        source: 'HNA',
      },
      keywords: ['harbour', 'locks'],
    });
    expect(outline(story.story.body.blocks)).toEqual([
      'p: The harbour opened its new lock on Tuesday, officials said.',
      'h2: Two years late',
      'quote: The town has waited. / Ada Lindqvist',
      'list: Gates / North gate / Pumps',
      'table: Ship / Length / Aurora / 120',
      'p: The old gates “failed”, a report1 said.',
      'p: They were sold last year.',
      'embed: The opening',
    ]);
    expect(story.story.body.blocks[0]).toMatchObject({
      inlines: [
        { text: 'The ', marks: [] },
        { text: 'harbour', marks: ['bold'] },
        { text: ' opened its ' },
        { type: 'link', href: 'https://selwyn.example/x' },
        { text: ' on Tuesday, officials said.' },
      ],
    });
    expect(story.story.pictures).toMatchObject([
      {
        altText: 'Two gates',
        original: {
          caption: 'The gates on Tuesday. Photo: Tomas Reyl',
          address: 'https://selwyn.example/a.jpg',
        },
      },
    ]);
    expect(leftOut(story)).toEqual([
      'Share on Facebook',
      'More about locks.',
      'The Selwyn Gazette',
      'Home World',
      '© 2026 Gazette',
      '3 × script or style',
    ]);
    expect(JSON.stringify(story.story)).not.toContain('javascript:');
  });

  it('keeps what word processors write as styles: bold, lists, indented quotations', async () => {
    const html = `<b style="font-weight:normal"><p>The harbour <span style="font-weight:700;font-style:italic">opened</span> on Tuesday after two years.</p>
      <p style="margin-left:36pt">The town has waited long enough for its gates.</p><p>Officials said so on Tuesday in the town hall.</p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1">·&nbsp;&nbsp; Gates</p><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1">·&nbsp;&nbsp; Pumps</p></b>`;
    const { format, stories } = await readClipboard({ html, text: '' }, testContext());
    expect(format).toBe('html');
    const blocks = stories[0]?.story.body.blocks ?? [];
    expect(outline(blocks)).toEqual([
      'p: The harbour opened on Tuesday after two years.',
      'quote: The town has waited long enough for its gates.',
      'p: Officials said so on Tuesday in the town hall.',
      'list: Gates / Pumps',
    ]);
    expect(blocks[0]).toMatchObject({
      inlines: [{ marks: [] }, { text: 'opened', marks: ['bold', 'italic'] }, { marks: [] }],
    });
  });

  it('never loses a quotation within a list', async () => {
    const story = await readOne(
      'q.html',
      '<!doctype html><ul><li>Gates</li><li>He said:<blockquote>They hold.</blockquote></li><li>Pumps</li></ul>',
    );
    expect(outline(story.story.body.blocks)).toEqual([
      'list: Gates / He said:',
      'quote: They hold.',
      'list: Pumps',
    ]);
  });

  it('takes pictures out of data addresses, and leaves counting pixels out', async () => {
    const story = await readOne(
      'd.html',
      `<!doctype html><h1>Lock</h1><img src="data:image/png;base64,${png}" alt="Gate"><img src="https://count.example/1.gif" width="1" height="1"><p>The harbour opened its lock on Tuesday morning.</p>`,
    );
    expect(story.files).toHaveLength(1);
    expect(story.files[0]).toMatchObject({
      name: 'picture.png',
      picture: story.story.pictures[0]?.id,
    });
    expect(story.story.pictures).toHaveLength(1);
  });

  it('reads mails set in tables as paragraphs', async () => {
    const story = await readOne(
      'm.html',
      '<table><tr><td><table><tr><td><h1>Lock opens</h1><p>The harbour opened its lock on Tuesday morning.</p></td></tr></table></td></tr></table>',
    );
    expect(story.story.fields.headline).toBe('Lock opens');
    expect(outline(story.story.body.blocks)).toEqual(['p: The harbour opened its lock on Tuesday morning.']);
  });
});

describe('the clipboard', () => {
  it('uses the text where the HTML says nothing', async () => {
    const { format, stories } = await readClipboard(
      {
        html: '<meta charset="utf-8">',
        text: 'Lock opens\n\nThe harbour opened its lock on Tuesday morning.',
      },
      testContext(),
    );
    expect(format).toBe('text');
    expect(stories[0]?.story.fields.headline).toBe('Lock opens');
  });

  it('says so where it is empty', async () => {
    await expect(readClipboard({ html: '', text: ' \n' }, testContext())).rejects.toThrow(
      'There is no text on the clipboard.',
    );
  });
});
