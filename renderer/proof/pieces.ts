import type { Block, BoxedBlock, Inline } from '../../main/contract/body.ts';
import { plainInlines } from '../../main/contract/body.ts';
import type { Picture } from '../../main/contract/picture.ts';

/** One paragraph, item, row or mark of a proof: what begins on a line of its own, and is numbered by its lines. */
export interface Piece {
  readonly key: string;
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'row' | 'separator' | 'note' | 'label';
  /** What stands before the words: an item's number or bullet. */
  readonly marker: string;
  /** The words; more than one run only in a table's row, a run a cell. */
  readonly runs: readonly (readonly Inline[])[];
}

/** A copy's pieces in reading order; pictures stand as a reference to their number at the end. */
export function piecesOf(blocks: readonly Block[], pictures: readonly Picture[]): readonly Piece[] {
  const number = (id: string): number => pictures.findIndex(picture => picture.id === id) + 1;
  return blocks.flatMap(block =>
    block.type === 'box'
      ? [
          piece(block.id, 'label', `Box${block.title === '' ? '' : `: ${block.title}`}`),
          ...block.blocks.flatMap(each => blockPieces(each, number)),
          piece(`${block.id}:end`, 'label', 'End of box'),
        ]
      : blockPieces(block, number),
  );
}

function blockPieces(block: BoxedBlock, number: (picture: string) => number): readonly Piece[] {
  const { id } = block;
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [{ key: id, kind: block.type, marker: '', runs: [block.inlines] }];
    case 'note':
      return [{ key: id, kind: 'note', marker: 'Note: ', runs: [block.inlines] }];
    case 'list':
      return block.items.map((item, index) => ({
        key: `${id}:${index}`,
        kind: 'item',
        marker: block.ordered ? `${index + 1}. ` : '• ',
        runs: [item],
      }));
    case 'quote':
      return [
        ...block.paragraphs.map(
          (inlines, index): Piece => ({ key: `${id}:${index}`, kind: 'quote', marker: '', runs: [inlines] }),
        ),
        ...attribution(id, block.attribution),
      ];
    case 'pullQuote':
      return [
        { key: id, kind: 'quote', marker: 'Pull quote: ', runs: [block.inlines] },
        ...attribution(id, block.attribution),
      ];
    case 'table':
      return block.rows.map((row, index) => ({
        key: `${id}:${index}`,
        kind: 'row',
        marker: '',
        runs: row.map(cell => cell.inlines),
      }));
    case 'picture':
      return [piece(id, 'label', `Picture ${number(block.pictureId)}`)];
    case 'separator':
      return [piece(id, 'separator', '* * *')];
    case 'embed':
      return [piece(id, 'label', `Embed: ${[block.title, block.url].filter(Boolean).join(', ')}`)];
  }
}

function attribution(id: string, words: string): readonly Piece[] {
  return words === '' ? [] : [piece(`${id}:attribution`, 'quote', `— ${words}`)];
}

function piece(key: string, kind: Piece['kind'], words: string): Piece {
  return { key, kind, marker: '', runs: [plainInlines(words)] };
}

/**
 * The number of each piece's first line, where the lines of all are counted through.
 * @param lines how many lines each piece was set in
 */
export function firstLines(lines: readonly number[]): readonly number[] {
  let next = 1;
  return lines.map(count => {
    const first = next;
    next += count;
    return first;
  });
}
