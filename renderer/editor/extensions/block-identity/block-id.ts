import { $getState, $setState, createState, type LexicalNode } from 'lexical';

/** A copy made inside the editor (the second half of a split, a list of another kind) is another block. */
const blockId = createState('blockId', {
  parse: value => (typeof value === 'string' ? value : ''),
  resetOnCopyNode: true,
});

/** The identifier of the story's block that this node is; empty where it has none yet. */
export function $blockId(node: LexicalNode): string {
  return $getState(node, blockId);
}

/** Gives a node the identifier of a block. @returns the node */
export function $setBlockId<Node extends LexicalNode>(node: Node, id: string): Node {
  return $setState(node, blockId, id);
}
