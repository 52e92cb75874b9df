import { type Problem, problem } from '../../contract/failure.ts';
import { markupPieces } from '../markup/blocks.ts';
import { readStructuredData } from '../markup/json-ld.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { element, findAll } from '../markup/tree.ts';
import type { ReadContext, ReadStory } from '../wire/format.ts';
import { readStoryPage } from '../wire/html/read.ts';
import { generator } from '../wire/html/write.ts';
import type { ArticleContext } from './article/draft.ts';
import type { Article } from './article/read.ts';
import { readArticle } from './article/read.ts';
import { articleOf } from './html/article-data.ts';
import { readMetadata, titleOf } from './html/metadata.ts';
import { outsidePieces, reasonToLeaveOut, storyElement } from './html/page.ts';
import { describePictures } from './html/picture-data.ts';
import { pictureOf } from './html/pictures.ts';

/**
 * A story of a page that this program wrote; null for any other page.
 * @throws WiredeskError('too-large') for pages nested or branched beyond sense
 */
export function readOwnHtml(html: string, context: ReadContext): ReadStory | null {
  if (!html.includes(`<meta name="generator" content="${generator}">`)) return null;
  const page = parseHtml(html, context.fileName);
  return readStoryPage(page, articleOf(readStructuredData(page)), context);
}

/** A page's article, and what had to be mended to read it. */
export interface ReadPage extends Article {
  readonly problems: readonly Problem[];
}

/**
 * Makes a story of an HTML page or fragment: the part of the page that holds the story, with what the page's
 * metadata say about it. Everything else on the page is listed as left out.
 * @throws WiredeskError('too-large') for pages nested or branched beyond sense
 */
export function readHtml(html: string, fileName: string, context: ArticleContext): ReadPage {
  const page = parseHtml(html, fileName);
  const { known, structured } = readMetadata(page);
  const story = storyElement(page);
  const isHeadline = ({ tag }: { tag: string }) => tag === 'h1';
  const headlines = findAll(page, isHeadline);
  const headline =
    findAll(story, isHeadline).length === 0 && headlines.length === 1 ? (headlines[0] ?? null) : null;
  const options = {
    ids: context.ids,
    leaveOut: reasonToLeaveOut,
    picture: pictureOf,
  };
  const pieces = [
    ...(headline ? markupPieces(element('div', [headline]), options) : []),
    ...markupPieces(story, options),
    ...outsidePieces(page, story, headline),
  ];
  const hasHeading = pieces.some(piece => piece.kind === 'heading' && piece.level === 1);
  const subject = hasHeading || known.headline ? '' : titleOf(page);
  const article = readArticle(pieces, { known: { ...known, subject }, marked: true }, context);
  return {
    ...article,
    pictures: describePictures(article.pictures, structured, context.ids),
    problems: structured.repairs.map(words => problem('warning', 'repaired', words)),
  };
}
