import { $create, $getState, $setState, createState, DecoratorNode, type LexicalNode } from 'lexical';
import type { ReactElement } from 'react';
import { Card } from './Card.tsx';
import { type CardContent, parseCardContent } from './card-content.ts';

const contentState = createState('content', { parse: parseCardContent });

/** A picture by reference, a separator, or an embedded page. */
export class CardNode extends DecoratorNode<ReactElement> {
  override $config() {
    return this.config('card', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: contentState }],
    });
  }

  getContent(): CardContent {
    return $getState(this, contentState);
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
    return <Card nodeKey={this.getKey()} content={this.getContent()} />;
  }
}

export function $createCardNode(content: CardContent): CardNode {
  return $setState($create(CardNode), contentState, content);
}

export function $isCardNode(node: LexicalNode | null | undefined): node is CardNode {
  return node instanceof CardNode;
}
