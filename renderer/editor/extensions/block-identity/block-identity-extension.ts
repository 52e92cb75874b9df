import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  defineExtension,
  type EditorState,
  type LexicalNode,
  mergeRegister,
  RootNode,
} from 'lexical';
import { $isFrameLineNode } from '../frame/frame-line-node.ts';
import { $isFrameNode, FrameNode } from '../frame/frame-node.ts';
import { $blockId, $setBlockId } from './block-id.ts';

/**
 * Sees to it that every block has an identifier and no two the same. The first half of a split keeps it; what takes
 * a block's place (a heading for a paragraph, a list for its first line) takes its identifier; a cut and pasted
 * block brings its own along, so that comments follow it; a pasted copy gets a new one.
 */
export const BlockIdentityExtension = defineExtension({
  name: 'wiredesk/block-identity',
  register: editor =>
    mergeRegister(
      // The root's transform runs last in every update; the root itself is new only where its children changed.
      editor.registerNodeTransform(RootNode, root => {
        const before = editor.getEditorState();
        if (before._nodeMap.get('root') !== root) $identify(before);
      }),
      editor.registerNodeTransform(FrameNode, frame => {
        if (frame.getKind() === 'box') $identify(editor.getEditorState());
      }),
    ),
});

function $identify(before: EditorState): void {
  const owners = new Map<string, LexicalNode>();
  const nameless: LexicalNode[] = [];
  for (const block of $blocks()) {
    const id = $blockId(block);
    const owner = owners.get(id);
    if (id === '') nameless.push(block);
    else if (!owner) owners.set(id, block);
    else if ($had(before, block, id) && !$had(before, owner, id)) {
      owners.set(id, block);
      nameless.push(owner);
    } else nameless.push(block);
  }
  for (const block of nameless) {
    const inherited = $idOfReplaced(before, block);
    const id = inherited && !owners.has(inherited) ? inherited : crypto.randomUUID();
    owners.set(id, block);
    $setBlockId(block, id);
  }
}

function $blocks(): LexicalNode[] {
  return $getRoot()
    .getChildren()
    .flatMap(block =>
      $isFrameNode(block) && block.getKind() === 'box'
        ? [block, ...block.getChildren().filter(child => !$isFrameLineNode(child))]
        : [block],
    );
}

function $had(before: EditorState, block: LexicalNode, id: string): boolean {
  return before.read(() => {
    const old = $getNodeByKey(block.getKey());
    return old !== null && $blockId(old) === id;
  });
}

/** The identifier of the block that stood in this one's place and is gone; empty where there is none. */
function $idOfReplaced(before: EditorState, block: LexicalNode): string {
  const previous = block.getPreviousSibling()?.getKey();
  const parent = block.getParentOrThrow().getKey();
  const old = before.read(() => {
    const container = $getNodeByKey(parent);
    const node = previous
      ? $getNodeByKey(previous)?.getNextSibling()
      : $isElementNode(container)
        ? container.getFirstChild()
        : null;
    return node ? { key: node.getKey(), id: $blockId(node) } : null;
  });
  return old && !$getNodeByKey(old.key)?.isAttached() ? old.id : '';
}
