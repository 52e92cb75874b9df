import { $isAtEndOfNode } from '@lexical/utils';
import { $create, $createParagraphNode, type LexicalNode, ParagraphNode, type RangeSelection } from 'lexical';

/** An internal note in the copy. It never leaves the house, and says so. */
export class NoteNode extends ParagraphNode {
  override $config() {
    return this.config('note', { extends: ParagraphNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p');
    element.className = 'note';
    element.setAttribute('role', 'note');
    element.setAttribute('aria-label', 'Internal note – not exported');
    return element;
  }

  /** Enter at the end goes on with the copy; a note split in two is two notes, or half of it would be published. */
  override insertNewAfter(selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const next = $isAtEndOfNode(selection.focus, this) ? $createParagraphNode() : $createNoteNode();
    this.insertAfter(next, restoreSelection);
    return next;
  }
}

export function $createNoteNode(): NoteNode {
  return $create(NoteNode);
}

export function $isNoteNode(node: LexicalNode | null | undefined): node is NoteNode {
  return node instanceof NoteNode;
}
