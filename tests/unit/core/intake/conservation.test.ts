import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../../main/contract/body.ts';
import { NewStory } from '../../../../main/contract/story.ts';
import type { Article } from '../../../../main/core/intake/article/read.ts';
import { readHtml } from '../../../../main/core/intake/html.ts';
import { readText } from '../../../../main/core/intake/text/read.ts';
import { textCases } from '../../../fixtures/intake/texts.ts';
import { testContext } from './support.ts';

/** The words of a text with how often each stands in it. */
function wordsOf(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    counts[`_${word}`] = (counts[`_${word}`] ?? 0) + 1;
  return counts;
}

/** Everything that came of a text, each word once: where fields were read from, the copy, captions, what was left out. */
function placesOf(article: Article): string {
  const numbers = article.blocks.flatMap(block =>
    block.type === 'list' && block.ordered ? block.items.map((_, index) => String(index + 1)) : [],
  );
  return [
    ...article.sources.map(({ text }) => text),
    bodyText({ version: 1, blocks: article.blocks }),
    ...article.pictures.map(picture => picture.original.caption ?? ''),
    ...article.leftOut.map(({ text }) => text),
    ...numbers,
  ].join('\n');
}

const seedLines = textCases.flatMap(({ text }) => text.split(/\r\n|\r|\n/));
const line = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...seedLines) },
  { weight: 1, arbitrary: fc.string({ maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'By ',
          'Von ',
          '> ',
          '- ',
          '• ',
          '1. ',
          '2. ',
          '    ',
          'Subject: ',
          'From: ',
          'SELWYN, Nov 3 (HNA) - ',
          'Photo: ',
          '© ',
          'Source: ',
          '',
        ),
        fc.constantFrom(...seedLines),
      )
      .map(parts => parts.join('')),
  },
);
const page = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\t', ' \n')), {
    maxLength: 14,
  })
  .map(lines => lines.flat().join(''));

/** A story made of it must be one that the store takes, and a field may hold no word that it was not read from. */
function expectSound(article: Article): void {
  const { fields, blocks, pictures } = article;
  expect(NewStory.safeParse({ fields, body: { version: 1, blocks }, pictures }).error).toBeUndefined();
  for (const name of ['headline', 'subhead', 'byline', 'source'] as const) {
    const from = wordsOf(
      article.sources
        .filter(({ field }) => field === name)
        .map(({ text }) => text)
        .join('\n'),
    );
    for (const word of Object.keys(wordsOf(fields[name] ?? ''))) expect(from).toHaveProperty([word]);
  }
}

describe('every word is in exactly one place', () => {
  it('for texts shuffled together from pages and mails', () => {
    fc.assert(
      fc.property(page, text => {
        const article = readText(text, 'x.txt', testContext());
        expect(wordsOf(placesOf(article))).toEqual(wordsOf(text));
        expectSound(article);
      }),
      { numRuns: 1_500, seed: 1_100_2026 },
    );
  });

  it('for arbitrary characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const article = readText(text, 'x.txt', testContext());
        expect(wordsOf(placesOf(article))).toEqual(wordsOf(text));
        expectSound(article);
      }),
      { numRuns: 500, seed: 1_100_2026 },
    );
  });

  it('for pages of HTML', () => {
    const tag = fc.constantFrom(
      'p',
      'h1',
      'h2',
      'div',
      'blockquote',
      'ul',
      'ol',
      'li',
      'table',
      'tr',
      'td',
      'figure',
      'figcaption',
      'nav',
      'aside',
      'footer',
      'article',
      'section',
      'b',
      'i',
      'span',
      'cite',
      'pre',
    );
    const words = fc.constantFrom(
      'harbour',
      'lock',
      'gate and fog',
      'Ada Lindqvist',
      'By Ida Marsh',
      'Share',
      'Photo: Tomas Reyl',
      'A sentence that is long enough to be copy, it ends.',
    );
    const { node } = fc.letrec<{ node: string }>(tie => ({
      node: fc.oneof(
        { depthSize: 'small' },
        words,
        fc
          .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, inner]) => `<${name}>${inner.join(' ')}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), nodes => {
        const html = `<body>${nodes.join(' ')}</body>`;
        const article = readHtml(html, 'x.html', testContext());
        const numberless = placesOf({
          ...article,
          blocks: article.blocks.map(block => (block.type === 'list' ? { ...block, ordered: false } : block)),
        });
        expect(wordsOf(numberless)).toEqual(wordsOf(html.replace(/<[^>]*>/g, ' ')));
      }),
      { numRuns: 600, seed: 1_100_2026 },
    );
  });
});
