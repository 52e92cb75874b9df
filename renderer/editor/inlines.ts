import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createLineBreakNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
} from 'lexical';
import { Href, type Inline, markNames, type TextInline } from '../../main/contract/body.ts';

/** The words under a node. Runs of the same marks are one; a link nobody may follow is its words. */
export function $readInlines(children: readonly LexicalNode[]): Inline[] {
  const inlines: Inline[] = [];
  const push = (inline: Inline): void => {
    const last = inlines.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && last.marks.join() === inline.marks.join())
      inlines[inlines.length - 1] = { ...last, text: last.text + inline.text };
    else inlines.push(inline);
  };
  for (const child of children) {
    if ($isTextNode(child)) {
      if (child.getTextContent() !== '') push($readText(child));
    } else if ($isLineBreakNode(child)) push({ type: 'break' });
    else if ($isLinkNode(child)) {
      const inner = $readInlines(child.getChildren()).filter(inline => inline.type !== 'link');
      if (Href.safeParse(child.getURL()).success && inner.length > 0)
        push({ type: 'link', href: child.getURL(), inlines: inner });
      else for (const inline of inner) push(inline);
    } else if ($isElementNode(child)) for (const inline of $readInlines(child.getChildren())) push(inline);
  }
  return inlines;
}

function $readText(
  node: LexicalNode & { hasFormat(format: (typeof markNames)[number]): boolean },
): TextInline {
  return { type: 'text', text: node.getTextContent(), marks: markNames.filter(mark => node.hasFormat(mark)) };
}

/** Lexical nodes for a run of inlines. */
export function $writeInlines(inlines: readonly Inline[]): LexicalNode[] {
  return inlines.map(inline => {
    if (inline.type === 'break') return $createLineBreakNode();
    if (inline.type === 'link') return $createLinkNode(inline.href).append(...$writeInlines(inline.inlines));
    const node = $createTextNode(inline.text);
    for (const mark of inline.marks) node.toggleFormat(mark);
    return node;
  });
}
