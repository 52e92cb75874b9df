import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { WiredeskError } from '../../contract/failure.ts';
import type { MarkupElement, MarkupNode } from './tree.ts';

/** Browsers stop nesting at 512; no page that a person reads comes near. */
const deepest = 512;
const mostNodes = 400_000;

/**
 * The tree of an HTML page or fragment.
 * @throws WiredeskError('too-large') where it is nested or branched beyond all sense
 */
export function parseHtml(html: string, fileName: string): MarkupElement {
  let depth = 0;
  let nodes = 0;
  // The limits are checked while the tree is built: the parser itself slows down with every level.
  const count = <Made>(made: Made): Made => {
    nodes += 1;
    if (nodes > mostNodes)
      throw new WiredeskError(
        'too-large',
        `${fileName} has more than ${mostNodes} elements, which no story has.`,
      );
    return made;
  };
  const document = parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (tag, namespace, attributes) =>
        count(defaultTreeAdapter.createElement(tag, namespace, attributes)),
      insertText: (parent, text) => defaultTreeAdapter.insertText(count(parent), text),
      onItemPush() {
        depth += 1;
        if (depth > deepest)
          throw new WiredeskError('too-large', `${fileName} nests its elements more than ${deepest} deep.`);
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  return convert(document);
}

type Parent = DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.Element;

/** Copies the parser's tree into ours, without recursion. Comments, doctypes and templates are no words. */
function convert(document: DefaultTreeAdapterTypes.Document): MarkupElement {
  const rootChildren: MarkupNode[] = [];
  const stack: { from: Parent; into: MarkupNode[] }[] = [{ from: document, into: rootChildren }];
  for (let work = stack.pop(); work; work = stack.pop()) {
    for (const node of work.from.childNodes) {
      if (node.nodeName === '#text' && 'value' in node) work.into.push(node.value);
      else if ('tagName' in node) {
        const children: MarkupNode[] = [];
        const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
        work.into.push({
          tag: node.tagName.toLowerCase(),
          attributes,
          children,
        });
        stack.push({ from: node, into: children });
      }
    }
  }
  const html = rootChildren.find(node => typeof node !== 'string' && node.tag === 'html');
  return typeof html === 'object' ? html : { tag: 'html', attributes: {}, children: rootChildren };
}
