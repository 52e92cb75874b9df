import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $isFrameNode, type FrameNode } from './nodes.ts';

/** Enter in an empty last paragraph of a quotation or box goes on below it, as in a list. @returns the clean-up */
export function $leaveFrame(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    INSERT_PARAGRAPH_COMMAND,
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const line = selection.anchor.getNode();
      const frame = $frameOf(line);
      const child = frame?.getChildren().find(each => each.is(line) || each.isParentOf(line));
      if (!frame || !child || child.getTextContent() !== '' || frame.getChildrenSize() < 2) return false;
      const after = child.getNextSiblings();
      if (after.some(sibling => sibling.getTextContent() !== '')) return false;
      const paragraph = $createParagraphNode();
      frame.insertAfter(paragraph);
      child.remove();
      paragraph.select();
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
}

/** The quotation, pull quote or box that a node stands in. */
export function $frameOf(node: LexicalNode): FrameNode | null {
  for (let parent: LexicalNode | null = node; parent; parent = parent.getParent())
    if ($isFrameNode(parent)) return parent;
  return null;
}
