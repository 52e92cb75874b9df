import { markupPieces } from '../markup/blocks.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { element, findAll } from '../markup/tree.ts';
import type { ArticleContext } from './article/draft.ts';
import type { Article } from './article/read.ts';
import { readArticle } from './article/read.ts';
import { readMetadata, titleOf } from './html/metadata.ts';
import { outsidePieces, reasonToLeaveOut, storyElement } from './html/page.ts';
import { pictureOf } from './html/pictures.ts';

/**
 * Makes a story of an HTML page or fragment: the part of the page that holds the story, with what the page's
 * metadata say about it. Everything else on the page is listed as left out.
 * @throws WiredeskError('too-large') for pages nested or branched beyond sense
 */
export function readHtml(html: string, fileName: string, context: ArticleContext): Article {
  const page = parseHtml(html, fileName);
  const known = readMetadata(page);
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
  return readArticle(pieces, { known: { ...known, subject }, marked: true }, context);
}
