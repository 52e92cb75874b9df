import { type Block, type Inline, plainInlines, type TableCell } from '../../../contract/body.ts';
import { cleanHtmlText, singleLine } from '../text.ts';
import { evenRows, hasWords } from '../xhtml-body.ts';
import { type Element, element } from '../xml.ts';
import { paragraph, runs, type TextContext } from './runs.ts';
import { boxStyle, type StyleName, tableStyle } from './styles.ts';

export interface BodyContext extends TextContext {
  /** A list of its own, so that numbers begin at 1: its identifier in `numbering.xml`. */
  readonly list: (ordered: boolean) => number;
  /** The paragraphs of a picture of the story; none for a picture that it does not have. */
  readonly picture: (id: string) => readonly Element[];
}

/** Twentieths of a point between the margins of the page. */
const pageWidth = 9_070;

/** The copy as paragraphs and tables; internal notes are never among them. */
export function documentBody(blocks: readonly Block[], context: BodyContext): readonly Element[] {
  const all: Element[] = [];
  let before = '';
  for (const block of blocks) {
    const made = blockElements(block, context);
    if (made.length === 0) continue;
    const kind = family(block);
    // Word runs lists, quotations and tables together that stand one below the other.
    if (kind !== '' && kind === before) all.push(spacer(context));
    all.push(...made);
    before = kind;
  }
  return all;
}

function family(block: Block): string {
  switch (block.type) {
    case 'list':
    case 'quote':
    case 'pullQuote':
      return block.type;
    case 'table':
    case 'box':
      return 'table';
    default:
      return '';
  }
}

function spacer(context: TextContext): Element {
  return paragraph('spacer', context, []);
}

function blockElements(block: Block, context: BodyContext): readonly Element[] {
  switch (block.type) {
    case 'paragraph':
      return worded(null, block.inlines, context);
    case 'heading':
      return worded(`heading${block.level}`, block.inlines, context);
    case 'list': {
      const items = block.items.filter(hasWords);
      if (items.length === 0) return [];
      const number = context.list(block.ordered);
      return items.map(item => paragraph('list', context, runs(item, context), { number }));
    }
    case 'quote':
      return [
        ...block.paragraphs.flatMap(each => worded('quote', each, context)),
        ...worded('quoteBy', plainInlines(words(block.attribution)), context),
      ];
    case 'pullQuote':
      return [
        ...worded('pullQuote', block.inlines, context),
        ...worded('pullQuoteBy', plainInlines(words(block.attribution)), context),
      ];
    case 'table':
      return table(block.rows, context);
    case 'picture':
      return context.picture(block.pictureId);
    case 'separator':
      return [paragraph('separator', context, [])];
    case 'box': {
      const title = worded('boxTitle', plainInlines(words(block.title)), context);
      const inside = documentBody(block.blocks, context);
      return title.length === 0 && inside.length === 0 ? [] : [box([...title, ...inside], context)];
    }
    case 'embed': {
      const text = words(block.title) || block.url;
      const link: Inline = { type: 'link', href: block.url, inlines: [{ type: 'text', text, marks: [] }] };
      return [paragraph('embed', context, runs([link], context))];
    }
    case 'note':
      return [];
  }
}

/** A line of words as HTML has it, for texts without marks. */
function words(text: string): string {
  return singleLine(cleanHtmlText(text));
}

function worded(style: StyleName | null, inlines: readonly Inline[], context: TextContext): Element[] {
  return hasWords(inlines) ? [paragraph(style, context, runs(inlines, context))] : [];
}

function table(rows: readonly (readonly TableCell[])[], context: TextContext): readonly Element[] {
  const even = evenRows(rows);
  const [first = []] = even;
  if (!even.some(row => row.some(cell => hasWords(cell.inlines)))) return [];
  const width = Math.floor(pageWidth / first.length);
  // Word repeats header rows on every page; only rows from the first on can be such.
  const headers = even.findIndex(row => !row.every(cell => cell.header));
  return [
    frame(
      tableStyle.id,
      first.map(() => width),
      context,
      [
        ...even.map((row, index) =>
          element(
            'w:tr',
            {},
            index < headers || headers < 0 ? element('w:trPr', {}, element('w:tblHeader')) : null,
            row.map(({ header, inlines }) =>
              cell(width, [paragraph(header ? 'headerCell' : 'cell', context, runs(inlines, context))]),
            ),
          ),
        ),
      ],
    ),
  ];
}

/** A box is a table of one cell. A cell ends with a paragraph, whatever stands in it (ECMA-376 17.4.65). */
function box(inside: readonly Element[], context: TextContext): Element {
  const ended = inside.at(-1)?.name === 'w:tbl' ? [...inside, spacer(context)] : inside;
  return frame(boxStyle.id, [pageWidth], context, [element('w:tr', {}, cell(pageWidth, ended))]);
}

function cell(width: number, content: readonly Element[]): Element {
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })),
    content,
  );
}

function frame(
  style: string,
  columns: readonly number[],
  { rightToLeft }: TextContext,
  rows: readonly Element[],
): Element {
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblStyle', { 'w:val': style }),
      rightToLeft ? element('w:bidiVisual') : null,
      element('w:tblW', { 'w:w': columns.reduce((sum, each) => sum + each, 0), 'w:type': 'dxa' }),
    ),
    element(
      'w:tblGrid',
      {},
      columns.map(each => element('w:gridCol', { 'w:w': each })),
    ),
    rows,
  );
}
