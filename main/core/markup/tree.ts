/** A small tree in the manner of HTML that HTML, Markdown and .docx are all turned into. */
export interface MarkupElement {
  /** Lower case. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MarkupNode[];
}
export type MarkupNode = MarkupElement | string;

export function element(
  tag: string,
  children: readonly MarkupNode[] = [],
  attributes: Readonly<Record<string, string>> = {},
): MarkupElement {
  return { tag, attributes, children };
}

export interface Visitor {
  /**
   * Called at each element. A function returned is called when the element has ended; `false` leaves the element
   * and all in it out of the walk.
   */
  readonly enter: (element: MarkupElement, parent: MarkupElement | null) => (() => void) | false | null;
  readonly text?: (text: string) => void;
}

/** Walks a tree in reading order with a stack of its own: the depth of a page must not become the depth of ours. */
export function walk(root: MarkupElement, visitor: Visitor): void {
  const leave = visitor.enter(root, null);
  if (leave === false) return;
  const stack: {
    element: MarkupElement;
    next: number;
    leave: (() => void) | null;
  }[] = [{ element: root, next: 0, leave }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.element.children[frame.next];
    frame.next += 1;
    if (node === undefined) {
      frame.leave?.();
      stack.pop();
    } else if (typeof node === 'string') visitor.text?.(node);
    else {
      const inner = visitor.enter(node, frame.element);
      if (inner !== false) stack.push({ element: node, next: 0, leave: inner });
    }
  }
}

const blockTags =
  /^(?:address|article|aside|blockquote|body|br|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|legend|li|main|menu|nav|ol|option|p|pre|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/u;

export function isBlockTag(tag: string): boolean {
  return blockTags.test(tag);
}

/** The words of an element, a space for every border of a block. */
export function textOf(root: MarkupElement): string {
  let text = '';
  walk(root, {
    enter(inner) {
      if (!isBlockTag(inner.tag)) return null;
      text += ' ';
      return () => {
        text += ' ';
      };
    },
    text(words) {
      text += words;
    },
  });
  return text.replace(/\s+/gu, ' ').trim();
}

/** Every element of a tree that passes a test, in reading order. */
export function findAll(root: MarkupElement, test: (element: MarkupElement) => boolean): MarkupElement[] {
  const found: MarkupElement[] = [];
  walk(root, {
    enter(inner) {
      if (test(inner)) found.push(inner);
      return null;
    },
  });
  return found;
}
