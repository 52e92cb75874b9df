import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { WiredeskError } from '../../contract/failure.ts';
import { element, type MarkupElement, type MarkupNode } from './tree.ts';

/** The grammar takes time that grows with the square of some texts; a story of 30,000 words is a tenth of this. */
const longest = 2_000_000;
const deepest = 100;

/** Brackets and stars are paired with one another, each with each in the worst case. */
const mostOpeners = 20_000;

/** The tag of a node that holds HTML written into Markdown, as its one text. */
export const htmlTag = '#html';

/**
 * The tree of a text in Markdown: CommonMark with GFM tables and strikethrough.
 * @param options.html whether HTML in it stays visible as words, or stands as nodes of `htmlTag`
 * @throws WiredeskError('too-large') beyond 2 MB or 100 levels of nesting
 */
export function parseMarkdown(
  text: string,
  fileName: string,
  options: { readonly html: 'words' | 'nodes' } = { html: 'words' },
): MarkupElement {
  if (text.length > longest)
    throw new WiredeskError(
      'too-large',
      `${fileName} is longer than ${longest / 1_000_000} MB, too long for a story in Markdown.`,
    );
  if (/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){100}/mu.test(text) || openers(text) > mostOpeners)
    throw new WiredeskError('too-large', `${fileName} nests its Markdown more than ${deepest} deep.`);
  const tree = fromMarkdown(text, {
    extensions: [gfmTable(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  return toMarkup(tree, options.html);
}

/** A sign that is escaped opens nothing. */
function openers(text: string): number {
  return text.split(/(?<!\\)[[*_~`]/u).length - 1;
}

/** The Markdown tree as markup, built from the leaves up with a stack of its own. */
function toMarkup(root: Nodes, html: 'words' | 'nodes'): MarkupElement {
  const definitions = new Map<string, string>();
  const order: Nodes[] = [];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    order.push(node);
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
    if ('children' in node) stack.push(...node.children);
  }
  const made = new Map<Nodes, MarkupNode>();
  for (const node of order.reverse()) {
    const children = 'children' in node ? node.children.map(child => made.get(child) ?? '') : [];
    made.set(node, markupOf(node, children, { definitions, html }));
  }
  const result = made.get(root);
  return typeof result === 'object' ? result : element('div');
}

function markupOf(
  node: Nodes,
  children: readonly MarkupNode[],
  { definitions, html }: { definitions: ReadonlyMap<string, string>; html: 'words' | 'nodes' },
): MarkupNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'html':
      // Tags written into Markdown stay visible as text: nothing from outside becomes HTML.
      return html === 'nodes' ? element(htmlTag, [node.value]) : node.value;
    case 'inlineCode':
      return element('code', [node.value]);
    case 'code':
      return element('pre', [node.value]);
    case 'heading':
      return element(`h${node.depth}`, children);
    case 'list':
      return element(node.ordered ? 'ol' : 'ul', children);
    case 'table':
      return element(
        'table',
        node.children.map((row, index) =>
          element('tr', cellsOf(children[index], index === 0 ? 'th' : 'td', row.children.length)),
        ),
      );
    case 'link':
      return element('a', children, { href: node.url, ...(node.title ? { title: node.title } : {}) });
    case 'linkReference':
      return element('a', children, {
        href: definitions.get(node.identifier) ?? '',
      });
    case 'image':
      return element('img', [], { src: node.url, alt: node.alt ?? '' });
    case 'imageReference':
      return element('img', [], {
        src: definitions.get(node.identifier) ?? '',
        alt: node.alt ?? '',
      });
    case 'break':
      return element('br');
    case 'thematicBreak':
      return element('hr');
    case 'definition':
    case 'yaml':
    case 'footnoteReference':
      return '';
    default:
      return element(tags[node.type] ?? 'div', children);
  }
}

const tags: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  listItem: 'li',
  emphasis: 'em',
  strong: 'strong',
  delete: 's',
  tableRow: 'tr',
  tableCell: 'td',
};

function cellsOf(row: MarkupNode | undefined, tag: string, count: number): MarkupElement[] {
  const cells = typeof row === 'object' ? row.children : [];
  return cells.slice(0, count).map(cell => element(tag, typeof cell === 'object' ? cell.children : [cell]));
}
