import type { Block } from '../../../contract/body.ts';
import { parseHtml } from '../../markup/parse-html.ts';
import { findAll, type MarkupElement, textOf } from '../../markup/tree.ts';
import { readNitfBody } from '../nitf/read-body.ts';
import { type BodyOptions, type ReadBody, readBody, textBlocks } from '../reading/blocks.ts';
import { markupOf } from '../reading/xml.ts';
import { singleLine } from '../text.ts';
import {
  attributeValue,
  childElements,
  descendants,
  elementAt,
  nodeText,
  type XmlNode,
} from '../xml-read.ts';

/** A body in one of the forms that `contentSet` may hold side by side (NewsML-G2 2.5). */
type Form =
  | { readonly kind: 'xhtml'; readonly node: XmlNode }
  | { readonly kind: 'nitf'; readonly node: XmlNode }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'other'; readonly node: XmlNode };

const richestFirst = ['xhtml', 'nitf', 'text', 'other'] as const;

export interface ReadItemBody extends ReadBody {
  /** The headline that the content itself has, for items without metadata; else empty. */
  readonly headline: string;
}

/** The copy of a text item: of several forms of the same text the richest, once. */
export function readItemBody(item: XmlNode, options: BodyOptions): ReadItemBody {
  const [form] = forms(item).toSorted((a, b) => richestFirst.indexOf(a.kind) - richestFirst.indexOf(b.kind));
  const headline =
    form && 'node' in form ? descendants(form.node, form.kind === 'nitf' ? 'hl1' : 'h1')[0] : undefined;
  return { ...readForm(form, options), headline: singleLine(nodeText(headline)) };
}

function readForm(form: Form | undefined, options: BodyOptions): ReadBody {
  switch (form?.kind) {
    case undefined:
      return { blocks: [], signOff: '' };
    case 'xhtml':
      return readXhtml(markupOf(form.node), options);
    case 'nitf': {
      const { blocks, signOff } = readNitfBody(nitfContent(form.node), options);
      return { blocks, signOff: signOff || singleLine(nodeText(descendants(form.node, 'tagline')[0])) };
    }
    case 'text':
      return readText(form.text, options);
    case 'other':
      return { blocks: otherBlocks(form.node, options), signOff: '' };
  }
}

function forms(item: XmlNode): readonly Form[] {
  const set = elementAt(item, 'contentSet');
  return (set ? childElements(set) : []).flatMap((content): readonly Form[] => {
    if (content.local === 'inlineXML') {
      const [first, ...more] = childElements(content);
      if (!first) return [];
      if (first.local === 'nitf' || first.local === 'body.content') return [{ kind: 'nitf', node: first }];
      const isMarkup =
        /^(?:html|body|div|section|article|main|p|h[1-6]|ul|ol|table|blockquote|figure)$/i.test(first.local);
      // One root is the rule; paragraphs side by side occur.
      const node = more.length > 0 ? content : first;
      return [{ kind: isMarkup ? 'xhtml' : 'other', node }];
    }
    const text = content.local === 'inlineData' ? dataText(content) : '';
    return text.trim() === '' ? [] : [{ kind: 'text', text }];
  });
}

function nitfContent(node: XmlNode): XmlNode {
  return descendants(node, 'body.content')[0] ?? node;
}

/** `inlineData` may be encoded; only base64 has been met (2.5). */
function dataText(content: XmlNode): string {
  const text = nodeText(content);
  if (!/base64/i.test(attributeValue(content, 'encoding'))) return text;
  return Buffer.from(text.replace(/\s+/g, ''), 'base64').toString('utf8');
}

/** Text that is marked up all the same (ANSA sends `<p>` as plain text) is read as markup. */
function readText(text: string, options: BodyOptions): ReadBody {
  if (/<(?:p|div|br|h[1-6]|ul|html)\b[^>]*>/i.test(text)) {
    const marked = readXhtml(parseHtml(text, 'The body'), options);
    const [only] = marked.blocks;
    // One paragraph with lines set in: the lines part it, the tags do not.
    if (marked.blocks.length > 1 || only?.type !== 'paragraph' || !/\n[ \t]{2,}\S/.test(text)) return marked;
    return { blocks: indentedBlocks(text.replace(/<[^>]*>/g, ''), options), signOff: '' };
  }
  return { blocks: indentedBlocks(text, options), signOff: '' };
}

/** Agencies part paragraphs by a blank line or by setting their first line in (7901, ANSA). */
function indentedBlocks(text: string, { ids }: BodyOptions): Block[] {
  const indented = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]{2,}(?=\S)/g, '\n\n');
  return textBlocks(indented, ids, /\n[ \t]{2,}\S/.test(text) ? 'join' : 'break');
}

/** The part of an XHTML body that is copy: `section.main` where there is one, without the header above it (2.5). */
function readXhtml(root: MarkupElement, options: BodyOptions): ReadBody {
  const body = findAll(root, each => each.tag === 'body')[0] ?? root;
  const main = findAll(body, each => /^(?:section|main|div)$/.test(each.tag) && hasClass(each, 'main'))[0];
  const headers = findAll(body, each => each.tag === 'header');
  if (main) tellHeaders(headers, options);
  return readBody(main ?? body, options);
}

function hasClass({ attributes }: MarkupElement, name: string): boolean {
  return (attributes.class ?? '').split(/\s+/).includes(name);
}

/** A header repeats metadata; what it says beside the headline is told. */
function tellHeaders(headers: readonly MarkupElement[], { headline, report }: BodyOptions): void {
  for (const header of headers)
    for (const child of header.children)
      if (typeof child !== 'string' && singleLine(textOf(child)) !== singleLine(headline))
        report.leftOut(textOf(child), 'header of the page');
}

/** Content of another vocabulary, such as SportsML: its words, a paragraph for each element that holds any. */
function otherBlocks(node: XmlNode, { ids, report }: BodyOptions): Block[] {
  report.noted(`The body is ${node.local}, which is read as plain paragraphs.`);
  const lines: string[] = [];
  const gather = (each: XmlNode): void => {
    const own = each.children.some(child => typeof child === 'string' && child.trim() !== '');
    if (own) lines.push(singleLine(nodeText(each)));
    else for (const child of childElements(each)) gather(child);
  };
  gather(node);
  return textBlocks(lines.join('\n\n'), ids);
}
