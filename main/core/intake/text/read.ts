import { plainInlines } from '../../../contract/body.ts';
import { WiredeskError } from '../../../contract/failure.ts';
import type { Piece } from '../../markup/piece.ts';
import { readDate } from '../article/calendar.ts';
import type { ArticleContext } from '../article/draft.ts';
import { furnitureReason } from '../article/furniture.ts';
import type { Article } from '../article/read.ts';
import { nothingKnown, readArticle } from '../article/read.ts';
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';
import { stripMail } from './mail.ts';
import { bullet, ordinal, unwrap, wrapWidth } from './unwrap.ts';

/** Far beyond the longest story, and little enough to be read in a moment. */
const mostLines = 100_000;

/**
 * Makes a story of plain text as copied from a page or a mail.
 * @throws WiredeskError('too-large') beyond 100,000 lines
 */
export function readText(text: string, fileName: string, context: ArticleContext): Article {
  const mail = stripMail(linesOf(text));
  const pieces: Piece[] = mail.leftOut.map(({ text: words, reason }) => ({
    kind: 'left-out',
    text: words,
    reason,
  }));
  pieces.push(...piecesOf(mail.lines, context.ids, fileName));
  const known = {
    ...nothingKnown,
    subject: mail.subject,
    published: readDate(mail.date, context.now),
  };
  return readArticle(pieces, { known, marked: false }, context);
}

/** Lines gathered into paragraphs, quotations, lists and tables. */
function piecesOf(lines: readonly Line[], ids: () => string, fileName: string): Piece[] {
  if (lines.length > mostLines)
    throw new WiredeskError(
      'too-large',
      `${fileName} has more than ${mostLines} lines, which is more than one story.`,
    );
  const width = wrapWidth(lines.filter(line => !line.text.startsWith('>')));
  const indented = quotesByIndent(lines);
  const pieces: Piece[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    const quoted = countWhile(lines, index, item => item.text.startsWith('>'));
    const inset = countWhile(lines, index, item => indented.has(item));
    const tabbed = tableLength(lines, index);
    const length = quoted || inset || tabbed || plainLength(lines, index, indented);
    const taken = lines.slice(index, index + length);
    if (quoted) pieces.push(quote(taken.map(unquoted), ids));
    else if (inset) pieces.push(quote(taken, ids));
    else if (tabbed) pieces.push(table(taken, ids));
    else pieces.push(...plainPieces(unwrap(taken, width), ids));
    index += length;
  }
  return pieces;
}

function countWhile<T>(
  items: readonly T[],
  start: number,
  test: (item: T, offset: number) => boolean,
): number {
  let end = start;
  for (let item = items[end]; item !== undefined && test(item, end - start); item = items[end]) end += 1;
  return end - start;
}

function plainLength(lines: readonly Line[], start: number, indented: ReadonlySet<Line>): number {
  return countWhile(
    lines,
    start,
    (line, offset) =>
      offset === 0 ||
      !(line.text.startsWith('>') || indented.has(line) || tableLength(lines, start + offset) > 0),
  );
}

function unquoted(line: Line): Line {
  const depth = /^(?:>\s?)+/u.exec(line.text)?.[0].length ?? 0;
  const text = line.text.slice(depth).trim();
  return { ...line, text };
}

/** A quotation of lines: blank ones part its paragraphs. */
function quote(lines: readonly Line[], ids: () => string): Piece {
  const gapped = lines.map((line, index) => ({
    ...line,
    indent: 0,
    blankBefore: line.blankBefore || lines[index - 1]?.text === '',
  }));
  const words = gapped.filter(line => line.text !== '');
  // Within a quotation lines without a blank line between them are one paragraph.
  const paragraphs: string[] = [];
  for (const line of words)
    if (line.blankBefore || paragraphs.length === 0) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = `${paragraphs.at(-1) ?? ''} ${line.text}`;
  return {
    kind: 'block',
    block: {
      id: ids(),
      type: 'quote',
      paragraphs: paragraphs.map(plainInlines),
      attribution: '',
    },
  };
}

/**
 * Paragraphs set in by four columns or more where most are not: an indented quotation must not become copy
 * (newsroom 2.2). Where most paragraphs are set in, that is only the house's style.
 */
function quotesByIndent(lines: readonly Line[]): ReadonlySet<Line> {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (!group || line.blankBefore) groups.push([line]);
    else group.push(line);
  }
  const inset = groups.filter(
    (group, index) =>
      index > 1 &&
      group.every(line => line.indent >= 4 && !bullet.test(line.text) && !ordinal.test(line.text)) &&
      group.reduce((sum, line) => sum + line.text.length, 0) > 40,
  );
  return new Set(inset.length <= (groups.length - 1) / 3 ? inset.flat() : []);
}

/** How many lines from here on are rows of one table: the same number of tabs in each, two rows at least. */
function tableLength(lines: readonly Line[], start: number): number {
  const tabs = tabsIn(lines[start]);
  if (tabs === 0 || tabsIn(lines[start + 1]) !== tabs) return 0;
  return countWhile(lines, start, line => tabsIn(line) === tabs);
}

function tabsIn(line: Line | undefined): number {
  return line === undefined ? 0 : line.text.split('\t').length - 1;
}

function table(lines: readonly Line[], ids: () => string): Piece {
  const rows = lines.map(line =>
    line.text.split('\t').map(cell => ({ header: false, inlines: plainInlines(cell.trim()) })),
  );
  return { kind: 'block', block: { id: ids(), type: 'table', rows } };
}

function plainPieces(lines: readonly Line[], ids: () => string): Piece[] {
  const pieces: Piece[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    const items = listFrom(lines, index);
    if (items) {
      pieces.push({
        kind: 'block',
        block: {
          id: ids(),
          type: 'list',
          ordered: items.ordered,
          items: items.texts.map(plainInlines),
        },
      });
      index += items.texts.length;
      continue;
    }
    const inlines = plainInlines(line.text);
    pieces.push({
      kind: 'line',
      text: line.text,
      inlines,
      tight: !line.blankBefore,
    });
    index += 1;
  }
  return pieces;
}

/**
 * Two or more list items in a row. A numbered list counts up from 1, since its numbers are not kept as words;
 * a lone line with a dash is speech in many languages and stays as it is.
 */
function listFrom(lines: readonly Line[], start: number): { ordered: boolean; texts: string[] } | null {
  const first = lines[start]?.text ?? '';
  const numbered = ordinal.test(first);
  if (!numbered && !bullet.test(first)) return null;
  const length = countWhile(lines, start, ({ text }, offset) =>
    numbered ? ordinal.exec(text)?.[1] === String(offset + 1) : bullet.test(text) && text[0] === first[0],
  );
  if (length < 2) return null;
  const texts = lines
    .slice(start, start + length)
    .map(line => line.text.replace(numbered ? ordinal : bullet, ''));
  return texts.some(text => furnitureReason(text) !== null) ? null : { ordered: numbered, texts };
}
