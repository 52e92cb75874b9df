import { $create, $createParagraphNode, type LexicalNode, ParagraphNode } from 'lexical';

/** A one-line part of a frame: the attribution of a quotation, the title of a box. */
export class FrameLineNode extends ParagraphNode {
  override $config() {
    return this.config('frame-line', { extends: ParagraphNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p');
    element.className = 'frame-line';
    return element;
  }

  /** Enter goes on in a paragraph of copy, not in a second line. */
  override insertNewAfter(): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph);
    return paragraph;
  }
}

export function $createFrameLineNode(): FrameLineNode {
  return $create(FrameLineNode);
}

export function $isFrameLineNode(node: LexicalNode | null | undefined): node is FrameLineNode {
  return node instanceof FrameLineNode;
}
