import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListNode,
} from '@lexical/list';
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
} from '@lexical/table';
import { $createParagraphNode, $getRoot, $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import type { Block, Body, BoxedBlock, Inline, TableCell } from '../../main/contract/body.ts';
import { inlineText, plainInlines } from '../../main/contract/body.ts';
import type { BlockIds } from './block-ids.ts';
import { $createCardNode, $isCardNode } from './CardNode.tsx';
import { $readInlines, $writeInlines } from './inlines.ts';
import {
  $createFrameLineNode,
  $createFrameNode,
  $createNoteNode,
  $isFrameLineNode,
  $isFrameNode,
  $isNoteNode,
  type FrameNode,
} from './nodes.ts';

/** Blocks as they were last read, by node key: a keystroke rebuilds one of them. */
export type BlockCache = Map<string, Block>;

/** The story's body as the editor has it. Blocks that are in the cache keep their identity. */
export function $readBody(ids: BlockIds, cache: BlockCache): Body {
  const blocks = $getRoot()
    .getChildren()
    .map(node => {
      const known = cache.get(node.getKey());
      if (known) return known;
      const block = $readBlock(node, ids);
      cache.set(node.getKey(), block);
      return block;
    });
  return { version: 1, blocks: isPlaceToWrite(blocks) ? blocks.slice(0, -1) : blocks };
}

/** Blocks that nobody writes on below: the editor makes a paragraph there. */
const closedBlocks: readonly Block['type'][] = [
  'picture',
  'separator',
  'embed',
  'table',
  'quote',
  'pullQuote',
  'box',
];

/** Whether the story ends with a paragraph that only gives the caret a place. */
function isPlaceToWrite(blocks: readonly Block[]): boolean {
  const [last, before] = [blocks.at(-1), blocks.at(-2)];
  if (last?.type !== 'paragraph' || last.inlines.length > 0) return false;
  return !before || closedBlocks.includes(before.type);
}

function $readBlock(node: LexicalNode, ids: BlockIds): Block {
  const id = ids.of(node.getKey());
  if ($isFrameNode(node)) return $readFrame(node, id, ids);
  return $readBoxed(node, id);
}

function $readBoxed(node: LexicalNode, id: string): BoxedBlock {
  if ($isCardNode(node)) {
    const content = node.getContent();
    switch (content.kind) {
      case 'picture':
        return { id, type: 'picture', pictureId: content.pictureId };
      case 'separator':
        return { id, type: 'separator' };
      case 'embed':
        return { id, type: 'embed', url: content.url, title: content.title };
    }
  }
  if ($isTableNode(node)) {
    const rows = node.getChildren().filter($isTableRowNode);
    return {
      id,
      type: 'table',
      rows: rows.map(row => row.getChildren().filter($isTableCellNode).map($readCell)),
    };
  }
  if ($isListNode(node))
    return { id, type: 'list', ordered: node.getListType() === 'number', items: $readItems(node) };
  const inlines = $isElementNode(node) ? $readInlines(node.getChildren()) : $readInlines([node]);
  if ($isHeadingNode(node)) {
    const level = Number(node.getTag().slice(1));
    return { id, type: 'heading', level: level <= 2 ? 2 : level === 3 ? 3 : 4, inlines };
  }
  return { id, type: $isNoteNode(node) ? 'note' : 'paragraph', inlines };
}

/** Lists are flat in a story: the items of an inner list follow the item it hangs on. */
function $readItems(list: ListNode): Inline[][] {
  return list.getChildren().flatMap(item => {
    if (!$isListItemNode(item)) return [];
    const inner = item.getChildren().filter($isListNode);
    const words = $readInlines(item.getChildren().filter(child => !$isListNode(child)));
    return [...(words.length > 0 || inner.length === 0 ? [words] : []), ...inner.flatMap($readItems)];
  });
}

function $readCell(cell: LexicalNode & ElementNode & { hasHeader(): boolean }): TableCell {
  return { header: cell.hasHeader(), inlines: joined(cell.getChildren().map($paragraphInlines)) };
}

function $paragraphInlines(node: LexicalNode): Inline[] {
  return $isElementNode(node) ? $readInlines(node.getChildren()) : $readInlines([node]);
}

/** Paragraphs as one run, with a break between each. */
function joined(paragraphs: readonly Inline[][]): Inline[] {
  return paragraphs.flatMap((inlines, index): Inline[] =>
    index === 0 ? inlines : [{ type: 'break' }, ...inlines],
  );
}

function $readFrame(frame: FrameNode, id: string, ids: BlockIds): Block {
  const children = frame.getChildren();
  const line = children
    .filter($isFrameLineNode)
    .map(node => inlineText($readInlines(node.getChildren())))
    .join(' ');
  const others = children.filter(node => !$isFrameLineNode(node));
  switch (frame.getKind()) {
    case 'quote':
      return { id, type: 'quote', paragraphs: others.map($paragraphInlines), attribution: line };
    case 'pullQuote':
      return { id, type: 'pullQuote', inlines: joined(others.map($paragraphInlines)), attribution: line };
    case 'box':
      return {
        id,
        type: 'box',
        title: line,
        blocks: others.map(node => $readBoxed(node, ids.of(node.getKey()))),
      };
  }
}

/** Puts a body into the editor in the place of what is there. */
export function $writeBody(body: Body, ids: BlockIds): void {
  const root = $getRoot().clear();
  root.append(...body.blocks.map(block => $writeBlock(block, ids)));
  if (body.blocks.length === 0) root.append($createParagraphNode());
}

/** The Lexical node of a block, under the block's own identifier. */
export function $writeBlock(block: Block, ids: BlockIds): LexicalNode {
  const node = $blockNode(block, ids);
  ids.set(node.getKey(), block.id);
  return node;
}

function $blockNode(block: Block, ids: BlockIds): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return $createParagraphNode().append(...$writeInlines(block.inlines));
    case 'heading':
      return $createHeadingNode(`h${block.level}`).append(...$writeInlines(block.inlines));
    case 'note':
      return $createNoteNode().append(...$writeInlines(block.inlines));
    case 'list':
      return $createListNode(block.ordered ? 'number' : 'bullet').append(
        ...block.items.map(item => $createListItemNode().append(...$writeInlines(item))),
      );
    case 'quote':
      return $createFrameNode('quote').append(
        ...block.paragraphs.map(inlines => $createParagraphNode().append(...$writeInlines(inlines))),
        $line(block.attribution),
      );
    case 'pullQuote':
      return $createFrameNode('pullQuote').append(
        $createParagraphNode().append(...$writeInlines(block.inlines)),
        $line(block.attribution),
      );
    case 'box':
      return $createFrameNode('box').append(
        $line(block.title),
        ...block.blocks.map(inner => $writeBlock(inner, ids)),
      );
    case 'table':
      return $createTableNode().append(
        ...block.rows.map(row =>
          $createTableRowNode().append(
            ...row.map(cell =>
              $createTableCellNode(
                cell.header ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS,
              ).append($createParagraphNode().append(...$writeInlines(cell.inlines))),
            ),
          ),
        ),
      );
    case 'picture':
      return $createCardNode({ kind: 'picture', pictureId: block.pictureId });
    case 'separator':
      return $createCardNode({ kind: 'separator' });
    case 'embed':
      return $createCardNode({ kind: 'embed', url: block.url, title: block.title });
  }
}

function $line(text: string): LexicalNode {
  return $createFrameLineNode().append(...$writeInlines(plainInlines(text)));
}
