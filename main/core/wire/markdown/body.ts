import type { Block, Inline, TableCell } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import { captionText } from '../picture-words.ts';
import { evenRows, hasWords, xhtmlBody } from '../xhtml-body.ts';
import { htmlFragment } from '../xml.ts';
import { destination, escapeMarkdown, linkTitle, markdownInlines } from './inlines.ts';

/** Where a picture's place in the copy points: to its file, or to its entry in the front matter by number. */
export type PictureAddress = (picture: Picture) => string;

/** The title of the link that stands for an embed. */
export const embedTitle = 'embed';
export const boxStart = '<aside class="box">';
export const titledBoxStart = '<aside class="box titled">';
export const pullQuoteStart = '<aside class="pull-quote">';
export const asideEnd = '</aside>';

interface Context {
  readonly story: Pick<Story, 'pictures'>;
  readonly address: PictureAddress;
}

/** The copy as CommonMark with GFM tables, a blank line between blocks; internal notes are never among them. */
export function markdownBody(
  story: Pick<Story, 'body' | 'pictures'>,
  address: PictureAddress,
): readonly string[] {
  return written(story.body.blocks, { story, address });
}

/** Two lists one after the other are two only where their marks differ (CommonMark 5.3). */
interface ListMark {
  readonly bullet: '-' | '*';
  readonly delimiter: '.' | ')';
}

function written(blocks: readonly Block[], context: Context): string[] {
  const texts: string[] = [];
  let before: Block | undefined;
  let other = false;
  for (const block of blocks) {
    const another: boolean = block.type === 'list' && before?.type === 'list' && !other;
    const mark: ListMark = another ? { bullet: '*', delimiter: ')' } : { bullet: '-', delimiter: '.' };
    const text = blockText(block, mark, context);
    if (text === '') continue;
    texts.push(text);
    before = block;
    other = another;
  }
  return texts;
}

function blockText(block: Block, mark: ListMark, context: Context): string {
  switch (block.type) {
    case 'paragraph':
      return hasWords(block.inlines) ? markdownInlines(block.inlines, 'lines') : '';
    case 'heading':
      return hasWords(block.inlines)
        ? `${'#'.repeat(block.level)} ${markdownInlines(block.inlines, 'oneLine')}`
        : '';
    case 'list':
      return list(block.ordered, block.items.filter(hasWords), mark);
    case 'quote':
      return quote(block.paragraphs, block.attribution);
    case 'pullQuote': {
      const inner = quote([block.inlines], block.attribution);
      return inner === '' ? '' : [pullQuoteStart, inner, asideEnd].join('\n\n');
    }
    case 'table':
      return table(block.rows);
    case 'picture': {
      const picture = context.story.pictures.find(each => each.id === block.pictureId);
      return picture === undefined ? '' : pictureText(picture, context.address(picture));
    }
    case 'separator':
      return '***';
    case 'box': {
      const title = markdownInlines([{ type: 'text', text: block.title, marks: [] }], 'oneLine');
      const inside = written(block.blocks, context);
      if (title === '' && inside.length === 0) return '';
      const head = title === '' ? [boxStart] : [titledBoxStart, `## ${title}`];
      return [...head, ...inside, asideEnd].join('\n\n');
    }
    case 'embed':
      return `[${escapeMarkdown(block.title).trim() || escapeMarkdown(block.url)}](${destination(block.url)} "${embedTitle}")`;
    case 'note':
      return '';
  }
}

function pictureText(picture: Picture, address: string): string {
  return `![${escapeMarkdown(picture.altText).trim()}](${destination(address)}${linkTitle(captionText(picture))})`;
}

function list(ordered: boolean, items: readonly (readonly Inline[])[], mark: ListMark): string {
  return items
    .map((item, index) => {
      const sign = ordered ? `${index + 1}${mark.delimiter} ` : `${mark.bullet} `;
      return `${sign}${markdownInlines(item, 'lines').replaceAll('\n', `\n${' '.repeat(sign.length)}`)}`;
    })
    .join('\n');
}

function quote(paragraphs: readonly (readonly Inline[])[], attribution: string): string {
  const said = paragraphs.filter(hasWords).map(each => markdownInlines(each, 'lines'));
  const by = escapeMarkdown(attribution).trim();
  return [...said, ...(by === '' ? [] : [`— <cite>${by}</cite>`])]
    .map(paragraph => `> ${paragraph.replaceAll('\n', '\n> ')}`)
    .join('\n>\n');
}

/** GFM's tables have one header row and no other headers; every other table is written as HTML. */
function table(rows: readonly (readonly TableCell[])[]): string {
  const even = evenRows(rows);
  const [head, ...others] = even;
  if (!head || !even.some(row => row.some(cell => hasWords(cell.inlines)))) return '';
  const plain =
    head.every(cell => cell.header) &&
    others.every(row => row.every(cell => !cell.header)) &&
    others.length > 0;
  if (!plain) {
    const body = { version: 1, blocks: [{ id: 'table', type: 'table', rows }] } as const;
    return htmlFragment(xhtmlBody({ body, pictures: [] }, { figure: () => null })).replace(/[ \t\n]+/gu, ' ');
  }
  const row = (cells: readonly TableCell[]) =>
    `| ${cells.map(cell => markdownInlines(cell.inlines, 'oneLine') || ' ').join(' | ')} |`;
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...others.map(row)].join('\n');
}
