import type { Block, Inline, TableCell } from '../../contract/body.ts';
import type { PictureSource, Piece } from './piece.ts';

/** What is open around the words being read. The contract's blocks do not nest, so inner ones follow their outer one. */
export type Frame =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 }
  | { readonly kind: 'list'; readonly ordered: boolean; items: Inline[][] }
  | {
      readonly kind: 'quote';
      readonly pull: boolean;
      paragraphs: Inline[][];
      attribution: string;
      citing: boolean;
    }
  | { readonly kind: 'table'; rows: { header: boolean; inlines: Inline[] }[][] }
  | {
      readonly kind: 'figure';
      captions: string[];
      sources: PictureSource[];
      pieces: Piece[];
    };

/** What a frame has become when it is closed. */
export function framePieces(frame: Frame, ids: () => string): Piece[] {
  switch (frame.kind) {
    case 'heading':
      return [];
    case 'list': {
      const items = frame.items.filter(item => item.length > 0);
      return items.length > 0 ? [blockPiece({ id: ids(), type: 'list', ordered: frame.ordered, items })] : [];
    }
    case 'quote': {
      const { paragraphs, attribution } = frame;
      if (paragraphs.length === 0 && attribution === '') return [];
      const [first = [], ...more] = paragraphs;
      return frame.pull && more.length === 0
        ? [blockPiece({ id: ids(), type: 'pullQuote', inlines: first, attribution })]
        : [blockPiece({ id: ids(), type: 'quote', paragraphs, attribution })];
    }
    case 'table': {
      const rows: TableCell[][] = frame.rows.filter(row => row.length > 0);
      const hasWords = rows.some(row => row.some(cell => cell.inlines.length > 0));
      return hasWords ? [blockPiece({ id: ids(), type: 'table', rows })] : [];
    }
    case 'figure':
      return figurePieces(frame);
  }
}

function blockPiece(block: Block): Piece {
  return { kind: 'block', block };
}

/** A figure of pictures, or of a quotation or table whose caption then names who said it or what it shows. */
function figurePieces(frame: Extract<Frame, { kind: 'figure' }>): Piece[] {
  const { captions, sources, pieces } = frame;
  const caption = captions.join('\n');
  const [first, ...more] = sources;
  if (first)
    return [
      { kind: 'picture', caption, source: first },
      ...more.map(source => ({ kind: 'picture', caption: '', source }) as const),
      ...pieces,
    ];
  const last = pieces.at(-1);
  if (last?.kind === 'block' && last.block.type === 'quote' && last.block.attribution === '')
    return [...pieces.slice(0, -1), blockPiece({ ...last.block, attribution: captions.join(' ') })];
  if (caption === '') return [...pieces];
  if (pieces.length === 0) return [{ kind: 'picture', caption, source: null }];
  const text = captions.join(' ');
  return [...pieces, { kind: 'line', text, inlines: [{ type: 'text', text, marks: [] }], tight: false }];
}

/** Paragraphs set in one below the other are one quotation. */
export function mergeQuotes(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (
      piece.kind === 'block' &&
      last?.kind === 'block' &&
      piece.block.type === 'quote' &&
      last.block.type === 'quote' &&
      last.block.attribution === ''
    )
      merged[merged.length - 1] = {
        kind: 'block',
        block: {
          ...piece.block,
          id: last.block.id,
          paragraphs: [...last.block.paragraphs, ...piece.block.paragraphs],
        },
      };
    else merged.push(piece);
  }
  return merged;
}
