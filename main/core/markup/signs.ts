import type { Inline } from '../../contract/body.ts';
import { inlineText } from '../../contract/body.ts';
import { dropStart, trimInlines } from './inline-edit.ts';
import type { MarkupElement } from './tree.ts';
import { findAll } from './tree.ts';

/** What word processors and mail programs mean by markup that does not say it. */

/** Whether a table only places things on a page, as mails do: blocks or tables within it, or a single cell or column of prose. */
export function isLayoutTable(table: MarkupElement): boolean {
  if (table.attributes.role === 'presentation' || table.attributes.role === 'none') return true;
  const inner = findAll(
    table,
    element => element !== table && /^(?:table|h[1-4]|ul|ol|blockquote|figure)$/u.test(element.tag),
  );
  if (inner.length > 0) return true;
  const cells = findAll(table, element => element.tag === 'td' || element.tag === 'th');
  return cells.length < 2 || cells.some(cell => findAll(cell, element => element.tag === 'p').length > 2);
}

/** A left margin of about 20 pixels or more on a paragraph: an indented quotation in word processors and Google Docs. */
export function isSetIn(element: MarkupElement): boolean {
  const style = element.attributes.style ?? '';
  if (/mso-list/iu.test(style)) return false;
  const match =
    /(?:margin-left|margin-inline-start|padding-left)\s*:\s*(\d+(?:\.\d+)?)\s*(px|pt|cm|mm|in|em|rem)/iu.exec(
      style,
    );
  const margin =
    match ?? /margin\s*:\s*\S+\s+\S+\s+\S+\s+(\d+(?:\.\d+)?)\s*(px|pt|cm|mm|in|em|rem)/iu.exec(style);
  if (!margin) return false;
  const indent = /text-indent\s*:\s*-/iu.test(style);
  const points: Record<string, number> = {
    px: 0.75,
    pt: 1,
    cm: 28.3,
    mm: 2.83,
    in: 72,
    em: 12,
    rem: 12,
  };
  return !indent && Number(margin[1]) * (points[margin[2]?.toLowerCase() ?? ''] ?? 0) >= 15;
}

/** Word writes list items as paragraphs with its own style (mso-list). */
export function isWordListItem(element: MarkupElement): boolean {
  return /mso-list\s*:\s*l\d/iu.test(element.attributes.style ?? '');
}

const listMark = /^\s*(?:([·•▪§o\uf0b7\uf0a7-])|(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]))[\s\u00a0]+/iu;

/** The item without the bullet or number that Word writes as text. */
export function withoutListMark(inlines: readonly Inline[]): {
  inlines: Inline[];
  ordered: boolean;
} {
  const match = listMark.exec(inlineText(inlines));
  if (!match) return { inlines: trimInlines(inlines), ordered: false };
  return {
    inlines: dropStart(inlines, match[0].length),
    ordered: match[1] === undefined,
  };
}

/** A run of inlines as paragraphs: two line breaks in a row are how many pages part theirs. */
export function paragraphsOf(inlines: readonly Inline[]): Inline[][] {
  const paragraphs: Inline[][] = [[]];
  for (const inline of inlines) {
    const current = paragraphs.at(-1);
    const last = current?.at(-1);
    if (inline.type === 'break' && last?.type === 'break') paragraphs.push([]);
    else if (inline.type !== 'text' || inline.text.trim() !== '' || last?.type !== 'break')
      current?.push(inline);
  }
  return paragraphs.map(trimInlines).filter(paragraph => paragraph.length > 0);
}
