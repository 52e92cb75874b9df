import { type Block, type Inline, inlineText, type Mark, type TableCell } from '../../contract/body.ts';
import type { Picture } from '../../contract/picture.ts';
import type { Story } from '../../contract/story.ts';
import { picturesById } from './story-words.ts';
import { type Child, type Element, element } from './xml.ts';

/**
 * The body of a story as XHTML elements, the same for NewsML-G2, ninjs and HTML: the profile of
 * wire-formats 2.5 with `aside` for boxes and `figure` for pictures. Internal notes are never among them.
 */
export interface XhtmlBodyOptions {
  /** The element for a picture of the story, or null where the format shows none. */
  readonly figure: (picture: Picture) => Element | null;
}

export function xhtmlBody(
  story: Pick<Story, 'body' | 'pictures'>,
  options: XhtmlBodyOptions,
): readonly Element[] {
  const pictures = picturesById(story);
  const blocks = (list: readonly Block[]): Element[] => list.flatMap(block => of(block) ?? []);

  function of(block: Block): Element | null {
    switch (block.type) {
      case 'paragraph':
        return ifWords(block.inlines, () => element('p', {}, xhtmlInlines(block.inlines)));
      case 'heading':
        return ifWords(block.inlines, () => element(`h${block.level}`, {}, xhtmlInlines(block.inlines)));
      case 'list':
        return list(block.ordered, block.items);
      case 'quote':
        return quote(undefined, block.paragraphs, block.attribution);
      case 'pullQuote':
        return quote('pull-quote', [block.inlines], block.attribution);
      case 'table':
        return table(block.rows);
      case 'picture': {
        const picture = pictures.get(block.pictureId);
        return picture ? options.figure(picture) : null;
      }
      case 'separator':
        return element('hr');
      case 'box': {
        const title = block.title.trim() === '' ? null : element('h2', { class: 'box-title' }, block.title);
        const inside = blocks(block.blocks);
        return title === null && inside.length === 0
          ? null
          : element('aside', { class: 'box' }, title, inside);
      }
      case 'embed':
        return element('p', { class: 'embed' }, element('a', { href: block.url }, block.title || block.url));
      case 'note':
        return null;
    }
  }
  return blocks(story.body.blocks);
}

const markElements: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
};

/** Every mark one element; the first mark is the outermost. */
export function xhtmlInlines(inlines: readonly Inline[]): readonly Child[] {
  return inlines.map(xhtmlInline);
}

function xhtmlInline(inline: Inline): Child {
  switch (inline.type) {
    case 'text':
      return inline.marks.reduceRight<Child>(
        (inner, mark) => element(markElements[mark], {}, inner),
        inline.text,
      );
    case 'break':
      return element('br');
    case 'link':
      return element('a', { href: inline.href }, xhtmlInlines(inline.inlines));
  }
}

/** Whether a run of inlines says anything: a paragraph of white space is not written (wire-formats 2.5). */
export function hasWords(inlines: readonly Inline[]): boolean {
  return inlineText(inlines).trim() !== '';
}

function ifWords(inlines: readonly Inline[], make: () => Element): Element | null {
  return hasWords(inlines) ? make() : null;
}

function list(ordered: boolean, items: readonly (readonly Inline[])[]): Element | null {
  const said = items.filter(hasWords);
  if (said.length === 0) return null;
  return element(
    ordered ? 'ol' : 'ul',
    {},
    said.map(item => element('li', {}, xhtmlInlines(item))),
  );
}

function quote(
  name: string | undefined,
  paragraphs: readonly (readonly Inline[])[],
  attribution: string,
): Element | null {
  const said = paragraphs.filter(hasWords);
  if (said.length === 0 && attribution.trim() === '') return null;
  return element(
    'blockquote',
    { class: name },
    said.map(each => element('p', {}, xhtmlInlines(each))),
    attribution.trim() === '' ? null : element('footer', {}, attribution),
  );
}

/** Rows of one length: a receiver's table needs no holes. A table without a cell is no table. */
export function evenRows(rows: readonly (readonly TableCell[])[]): readonly (readonly TableCell[])[] {
  const width = Math.max(0, ...rows.map(row => row.length));
  if (width === 0) return [];
  const empty: TableCell = { header: false, inlines: [] };
  return rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => empty)]);
}

function table(rows: readonly (readonly TableCell[])[]): Element | null {
  const even = evenRows(rows);
  if (even.length === 0) return null;
  return element(
    'table',
    {},
    element(
      'tbody',
      {},
      even.map(row =>
        element(
          'tr',
          {},
          row.map(cell => element(cell.header ? 'th' : 'td', {}, xhtmlInlines(cell.inlines))),
        ),
      ),
    ),
  );
}

/** The initials that close the copy, as its last paragraph. */
export function signOffParagraph(signOff: string): Element | null {
  return signOff.trim() === '' ? null : element('p', { class: 'sign-off' }, signOff);
}
