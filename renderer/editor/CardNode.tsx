import {
  DecoratorNode,
  type LexicalNode,
  type LexicalUpdateJSON,
  type NodeKey,
  type SerializedLexicalNode,
  type Spread,
} from 'lexical';
import type { ReactElement } from 'react';
import { Card } from './Card.tsx';
import type { CardContent } from './card-content.ts';

type SerializedCardNode = Spread<{ content: CardContent }, SerializedLexicalNode>;

/** A picture by reference, a separator, or an embedded page. */
export class CardNode extends DecoratorNode<ReactElement> {
  __content: CardContent;

  constructor(content: CardContent = { kind: 'separator' }, key?: NodeKey) {
    super(key);
    this.__content = content;
  }

  static override getType(): string {
    return 'card';
  }

  static override clone(node: CardNode): CardNode {
    return new CardNode(node.__content, node.__key);
  }

  static override importJSON(json: SerializedCardNode): CardNode {
    return new CardNode(json.content).updateFromJSON(json);
  }

  override updateFromJSON(json: LexicalUpdateJSON<SerializedCardNode>): this {
    return super.updateFromJSON(json);
  }

  override exportJSON(): SerializedCardNode {
    return { ...super.exportJSON(), content: this.__content };
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'card';
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override isInline(): boolean {
    return false;
  }

  override isKeyboardSelectable(): boolean {
    return true;
  }

  override decorate(): ReactElement {
    return <Card nodeKey={this.__key} content={this.__content} />;
  }

  getContent(): CardContent {
    return this.getLatest().__content;
  }
}

export function $createCardNode(content: CardContent): CardNode {
  return new CardNode(content);
}

export function $isCardNode(node: LexicalNode | null | undefined): node is CardNode {
  return node instanceof CardNode;
}
