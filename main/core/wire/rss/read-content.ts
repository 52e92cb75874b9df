import { findAll, type MarkupElement, type MarkupNode, textOf } from '../../markup/tree.ts';
import { htmlTree, isMarkedUp } from '../reading/html.ts';
import type { Report } from '../reading/report.ts';
import { markupOf } from '../reading/xml.ts';
import { attributeValue, childElements, nodeText, type XmlNode } from '../xml-read.ts';
import { childrenOf } from './families.ts';
import { noteClass } from './vocabulary.ts';
import { shortcodesAsHtml } from './wordpress.ts';

/** The words of an item as trees: its body, and its summary where that is something else. */
export interface ReadContent {
  readonly body: MarkupElement | null;
  readonly summary: string;
}

/**
 * The fullest text of an item is its body (`content:encoded` before `description`), a shorter one its summary.
 * What this program wrote has each in its place, the summary in plain words.
 */
export function readContent(item: XmlNode, own: boolean): ReadContent {
  const full =
    first(childrenOf(item, 'content', 'encoded')) ??
    first(childrenOf(item, 'xhtml', 'body', 'div')) ??
    first(childrenOf(item, 'core', 'content').filter(isText));
  const short =
    first(childrenOf(item, 'excerpt', 'encoded')) ??
    first(childrenOf(item, 'core', 'description', 'summary', 'tagline')) ??
    first(childrenOf(item, 'dc', 'description', 'abstract'));
  if (own) return { body: full === null ? null : treeOf(full), summary: short === null ? '' : words(short) };
  if (full === null) return { body: short === null ? null : treeOf(short), summary: '' };
  return { body: treeOf(full), summary: short === null ? '' : plainOf(short) };
}

function first(nodes: readonly XmlNode[]): XmlNode | null {
  return nodes.find(each => nodeText(each).trim() !== '' || childElements(each).length > 0) ?? null;
}

/** Atom content may be of any media type; what is no text is no copy. */
function isText(node: XmlNode): boolean {
  const type = attributeValue(node, 'type');
  return type === '' || /^(?:text|html|xhtml)$|^text\/|xml$/i.test(type);
}

/** A text construct as a tree: markup within, markup escaped, or plain words, whatever its type says (RFC 4287 3.1). */
function treeOf(node: XmlNode): MarkupElement {
  if (childElements(node).length > 0) return markupOf(node);
  const text = words(node);
  return isMarkedUp(text) || /^(?:html|text\/html)$/i.test(attributeValue(node, 'type'))
    ? htmlTree(paragraphed(shortcodesAsHtml(text)))
    : plainTree(text);
}

/** Atom 0.3 also has its content in base64. */
function words(node: XmlNode): string {
  const text = nodeText(node);
  return attributeValue(node, 'mode') === 'base64'
    ? Buffer.from(text.replace(/\s+/g, ''), 'base64').toString('utf8')
    : text;
}

function plainTree(text: string): MarkupElement {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map(each => each.trim())
    .filter(each => each !== '');
  return {
    tag: 'div',
    attributes: {},
    children: paragraphs.map(each => ({ tag: 'p', attributes: {}, children: broken(each) })),
  };
}

function broken(text: string): MarkupNode[] {
  return text
    .split('\n')
    .flatMap((line, index): MarkupNode[] =>
      index === 0 ? [line] : [{ tag: 'br', attributes: {}, children: [] }, line],
    );
}

const blockTag = /<(?:p|div|br|table|h[1-6])\b/i;
const startsBlock = /^<\/?(?:address|blockquote|div|dl|figure|h[1-6]|hr|iframe|ol|pre|table|ul)\b/i;

/** Blank lines part paragraphs where no markup does, as WordPress keeps them. */
function paragraphed(html: string): string {
  if (blockTag.test(html) && /<p\b/i.test(html)) return html;
  const parts = html
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map(part => part.trim())
    .filter(part => part !== '');
  if (parts.length < 2) return html;
  return parts.map(part => (startsBlock.test(part) ? part : `<p>${part}</p>`)).join('\n');
}

/** The words of a text construct in lines, any markup taken off. */
export function plainOf(node: XmlNode | undefined): string {
  if (!node) return '';
  if (childElements(node).length > 0) return textOf(markupOf(node));
  const text = words(node);
  return isMarkedUp(text) ? textOf(htmlTree(text)) : text.trim();
}

const furniture =
  /^(?:the post .{1,300} (?:first appeared|appeared first) on .{1,200}|(?:continue reading|read more|weiterlesen|lire la suite)\b.{0,80}|.{0,40}\[(?:…|\.\.\.)\])$/isu;

/** A body without what feeds put around the copy; each piece is told. This program's own notes are in fields as well. */
export function withoutFurniture(body: MarkupElement, own: boolean, report: Report): MarkupElement {
  const drop = new Set(
    findAll(body, ({ tag, attributes, children }) => {
      if (own) return tag === 'div' && attributes.class === noteClass;
      if (/\bfeedflare\b/.test(attributes.class ?? '')) return true;
      return tag === 'p' && children.length > 0 && furniture.test(textOf({ tag, attributes, children }));
    }),
  );
  if (drop.size === 0) return body;
  if (!own) for (const each of drop) report.leftOut(textOf(each), 'put there by the feed');
  return without(body, drop, 0);
}

function without(node: MarkupElement, drop: ReadonlySet<MarkupElement>, depth: number): MarkupElement {
  // Deeper than anyone nests: what is there is left alone, since the stack is not ours to spend.
  if (depth > 100) return node;
  const children = node.children
    .filter(child => typeof child === 'string' || !drop.has(child))
    .map(child => (typeof child === 'string' ? child : without(child, drop, depth + 1)));
  return { ...node, children };
}
