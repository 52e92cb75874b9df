import { blockTexts, type Inline, plainInlines } from '../../../contract/body.ts';
import { parseHtml } from '../../markup/parse-html.ts';
import { findAll, type MarkupElement, textOf } from '../../markup/tree.ts';
import { readBody } from './blocks.ts';
import { createReport } from './report.ts';

/** HTML that stands in a text of another format: paragraphs of ANS, descriptions of RSS, captions of both. */

/** Whether a text is marked up: tags of HTML or entities, which plain words hold by accident only. */
export function isMarkedUp(text: string): boolean {
  return (
    /<\/?(?:a|b|blockquote|br|center|div|em|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|small|span|strong|sub|sup|table|td|tr|u|ul)\b[^<>]*>/iu.test(
      text,
    ) || /&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8}\d{0,2});/iu.test(text)
  );
}

/**
 * The body of a piece of HTML as a tree.
 * @throws WiredeskError 'too-large' beyond the limits of a page
 */
export function htmlTree(html: string): MarkupElement {
  const root = parseHtml(html, 'The text');
  return findAll(root, each => each.tag === 'body')[0] ?? root;
}

/** The words of a text that may be marked up, in one line. */
export function htmlWords(text: string): string {
  return isMarkedUp(text) ? textOf(htmlTree(text)) : text;
}

/** A caption with its marks; a paragraph ends in a break. */
export function htmlInlines(html: string): readonly Inline[] {
  const { blocks } = readBody(htmlTree(html), {
    ids: () => 'caption',
    report: createReport(),
    headline: '',
    picture: () => null,
  });
  const lines = blocks.flatMap((block): readonly (readonly Inline[])[] =>
    block.type === 'paragraph' || block.type === 'heading'
      ? [block.inlines]
      : blockTexts(block, { notes: false }).map(plainInlines),
  );
  return lines.flatMap((line, index): readonly Inline[] =>
    index === 0 ? line : [{ type: 'break' }, ...line],
  );
}
