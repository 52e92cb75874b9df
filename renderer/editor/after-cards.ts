import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import { $isCardNode } from './CardNode.tsx';
import { $isFrameNode } from './nodes.ts';

/**
 * Makes a place to write where there is none: after a card that is selected, and below a last block that no caret leaves.
 * A paragraph that stays empty there is no part of the story. @returns the clean-up
 */
export function $writeAfterCards(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      event => {
        const selection = $getSelection();
        if (!$isNodeSelection(selection) || !isText(event)) return false;
        // Without a caret a browser puts the letters at the beginning of the story, and the wrong way round.
        const card = selection.getNodes().at(-1)?.getTopLevelElement();
        if (card) $paragraphAfter(card);
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      CLICK_COMMAND,
      event => {
        const last = $getRoot().getLastChild();
        if (event.target !== editor.getRootElement() || !last || !isClosed(last)) return false;
        const bottom = editor.getElementByKey(last.getKey())?.getBoundingClientRect().bottom;
        if (bottom === undefined || event.clientY <= bottom) return false;
        $paragraphAfter(last);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}

function $paragraphAfter(node: LexicalNode): void {
  const paragraph = $createParagraphNode();
  node.insertAfter(paragraph);
  paragraph.select();
}

function isClosed(node: LexicalNode): boolean {
  return $isCardNode(node) || $isTableNode(node) || $isFrameNode(node);
}

/** Whether a key writes something: a letter, or the start of one that is put together. */
function isText({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return (key.length === 1 && !ctrlKey && !metaKey && !altKey) || key === 'Dead' || key === 'Process';
}
