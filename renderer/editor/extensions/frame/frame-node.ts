import { $create, $getState, $setState, createState, ElementNode, type LexicalNode } from 'lexical';

/** Blocks that hold other blocks: a quotation, a pull quote, a box. */
export const frameKinds = ['quote', 'pullQuote', 'box'] as const;
export type FrameKind = (typeof frameKinds)[number];

const kindState = createState('kind', {
  parse: (value): FrameKind => frameKinds.find(kind => kind === value) ?? 'quote',
});

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
  override $config() {
    return this.config('frame', {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: kindState }],
    });
  }

  getKind(): FrameKind {
    return $getState(this, kindState);
  }

  override createDOM(): HTMLElement {
    const kind = this.getKind();
    const element = document.createElement(frameTags[kind]);
    element.className = `frame frame-${kind}`;
    element.setAttribute('aria-label', frameLabels[kind]);
    if (kind !== 'quote') element.setAttribute('role', 'group');
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
}

export function $createFrameNode(kind: FrameKind): FrameNode {
  return $setState($create(FrameNode), kindState, kind);
}

export function $isFrameNode(node: LexicalNode | null | undefined): node is FrameNode {
  return node instanceof FrameNode;
}
