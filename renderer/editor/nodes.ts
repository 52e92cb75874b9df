import {
  $createParagraphNode,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type NodeKey,
  ParagraphNode,
  type SerializedElementNode,
  type Spread,
} from 'lexical';

/** Blocks that hold other blocks: a quotation, a pull quote, a box. */
export type FrameKind = 'quote' | 'pullQuote' | 'box';

type SerializedFrameNode = Spread<{ kind: FrameKind }, SerializedElementNode>;

const frameTags: Readonly<Record<FrameKind, string>> = {
  quote: 'blockquote',
  pullQuote: 'aside',
  box: 'section',
};
const frameLabels: Readonly<Record<FrameKind, string>> = {
  quote: 'Quotation',
  pullQuote: 'Pull quote',
  box: 'Box',
};

export class FrameNode extends ElementNode {
  __kind: FrameKind;

  constructor(kind: FrameKind = 'quote', key?: NodeKey) {
    super(key);
    this.__kind = kind;
  }

  static override getType(): string {
    return 'frame';
  }

  static override clone(node: FrameNode): FrameNode {
    return new FrameNode(node.__kind, node.__key);
  }

  static override importJSON(json: SerializedFrameNode): FrameNode {
    return new FrameNode(json.kind).updateFromJSON(json);
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedFrameNode>): this {
    return super.updateFromJSON(json);
  }

  override exportJSON(): SerializedFrameNode {
    return { ...super.exportJSON(), kind: this.__kind };
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const element = document.createElement(frameTags[this.__kind]);
    element.className = `frame frame-${this.__kind}`;
    element.setAttribute('aria-label', frameLabels[this.__kind]);
    if (this.__kind !== 'quote') element.setAttribute('role', 'group');
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canBeEmpty(): boolean {
    return false;
  }

  getKind(): FrameKind {
    return this.getLatest().__kind;
  }
}

/** A one-line part of a frame: the attribution of a quotation, the title of a box. */
export class FrameLineNode extends ParagraphNode {
  static override getType(): string {
    return 'frame-line';
  }

  static override clone(node: FrameLineNode): FrameLineNode {
    return new FrameLineNode(node.__key);
  }

  static override importJSON(json: SerializedElementNode): FrameLineNode {
    return new FrameLineNode().updateFromJSON({ textFormat: 0, textStyle: '', ...json });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p');
    element.className = 'frame-line';
    return element;
  }

  override insertNewAfter(): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph);
    return paragraph;
  }
}

/** An internal note in the copy. It never leaves the house, and says so. */
export class NoteNode extends ParagraphNode {
  static override getType(): string {
    return 'note';
  }

  static override clone(node: NoteNode): NoteNode {
    return new NoteNode(node.__key);
  }

  static override importJSON(json: SerializedElementNode): NoteNode {
    return new NoteNode().updateFromJSON({ textFormat: 0, textStyle: '', ...json });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('p');
    element.className = 'note';
    return element;
  }
}

export function $createFrameNode(kind: FrameKind): FrameNode {
  return new FrameNode(kind);
}

export function $isFrameNode(node: LexicalNode | null | undefined): node is FrameNode {
  return node instanceof FrameNode;
}

export function $createFrameLineNode(): FrameLineNode {
  return new FrameLineNode();
}

export function $isFrameLineNode(node: LexicalNode | null | undefined): node is FrameLineNode {
  return node instanceof FrameLineNode;
}

export function $createNoteNode(): NoteNode {
  return new NoteNode();
}

export function $isNoteNode(node: LexicalNode | null | undefined): node is NoteNode {
  return node instanceof NoteNode;
}
