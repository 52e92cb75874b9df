import {
  $createParagraphNode,
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  KEY_ENTER_COMMAND,
} from 'lexical';
import { $isCardNode, CardNode } from './card-node.tsx';

/** Pictures, separators and embedded pages; Enter on one that is selected goes on below it. */
export const CardExtension = defineExtension({
  name: 'wiredesk/card',
  nodes: () => [CardNode],
  register: editor =>
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      event => {
        const selection = $getSelection();
        const card = $isNodeSelection(selection) ? selection.getNodes().findLast($isCardNode) : undefined;
        if (!card) return false;
        event?.preventDefault();
        const paragraph = $createParagraphNode();
        card.insertAfter(paragraph);
        paragraph.select();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
});
