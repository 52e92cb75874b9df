import { WiredeskError } from '../../../contract/failure.ts';
import { parseHtml } from '../../markup/parse-html.ts';
import { htmlTag } from '../../markup/parse-markdown.ts';
import { element, findAll, type MarkupElement, type MarkupNode } from '../../markup/tree.ts';
import { embedTitle } from './body.ts';

/** The elements that the writer sets within a line, by their start tags. */
const inlineStart = /^<(strong|em|u|s|sub|sup|code|cite)>$/u;
const asideStart = /^<aside class="(box|box titled|pull-quote)">$/u;
const end = /^<\/(strong|em|u|s|sub|sup|code|cite|aside)>$/u;

const deepest = 200;

interface Open {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly source: string;
  readonly children: MarkupNode[];
}

/**
 * The tree with the HTML that `body.ts` writes made elements, in the shape that `reading/blocks.ts` reads. Every
 * other HTML stays visible as words.
 * @throws WiredeskError('too-large') where emphasis and the like nest beyond sense
 */
export function foldElements(root: MarkupElement, fileName: string, depth = 0): MarkupElement {
  if (depth > deepest)
    throw new WiredeskError('too-large', `${fileName} nests its Markdown more than ${deepest} deep.`);
  const children = root.children.map(child =>
    typeof child === 'string' || child.tag === htmlTag ? child : foldElements(child, fileName, depth + 1),
  );
  return shaped({ ...root, children: folded(children, fileName) });
}

function folded(children: readonly MarkupNode[], fileName: string): readonly MarkupNode[] {
  const root: Open = { tag: '', attributes: {}, source: '', children: [] };
  const open: Open[] = [root];
  const top = () => open.at(-1) ?? root;
  for (const child of children) {
    if (typeof child === 'string' || child.tag !== htmlTag) {
      top().children.push(child);
      continue;
    }
    const source = child.children.filter(each => typeof each === 'string').join('');
    const aside = asideStart.exec(source.trim());
    const start = inlineStart.exec(source);
    const ending = end.exec(source.trim());
    if (aside) open.push({ tag: 'aside', attributes: { class: aside[1] ?? '' }, source, children: [] });
    else if (start) open.push({ tag: start[1] ?? '', attributes: {}, source, children: [] });
    else if (ending && open.length > 1 && top().tag === ending[1]) {
      const { tag, attributes, children: inner } = top();
      open.pop();
      top().children.push(shaped(element(tag, inner, attributes)));
    } else if (source === '<br>') top().children.push(element('br'));
    else top().children.push(...wholeElement(source, fileName));
  }
  // What was opened and not closed is words, with all that stands in it.
  for (let unclosed = top(); open.length > 1; unclosed = top()) {
    open.pop();
    top().children.push(unclosed.source, ...unclosed.children);
  }
  return root.children;
}

/** A table or notice that stands in the text as HTML; the words of anything else. */
function wholeElement(source: string, fileName: string): readonly MarkupNode[] {
  if (!/^<(?:table|p class="wire-notice")>/u.test(source)) return [source];
  const found = findAll(parseHtml(source, fileName), ({ tag }) => tag === 'table' || tag === 'p');
  const [first] = found;
  return first ? [first] : [source];
}

function shaped(node: MarkupElement): MarkupElement {
  const { tag, attributes, children } = node;
  const [only] = children;
  if (
    tag === 'p' &&
    children.length === 1 &&
    typeof only === 'object' &&
    only.attributes.title === embedTitle
  )
    return { ...node, attributes: { class: 'embed' } };
  if (tag === 'blockquote') return { ...node, children: children.map(attribution) };
  if (tag === 'aside' && attributes.class === 'pull-quote') return pullQuote(node);
  if (tag === 'aside' && attributes.class === 'box titled') return titledBox(node);
  return node;
}

/** The last line of a quotation names who said it: `— <cite>name</cite>`. */
function attribution(child: MarkupNode): MarkupNode {
  if (typeof child === 'string' || child.tag !== 'p') return child;
  const said = child.children.filter(each => typeof each !== 'string' || each.trim() !== '');
  const [dash, cite] = said;
  const isAttribution =
    said.length === 2 && dash !== undefined && typeof dash === 'string' && dash.trim() === '—';
  return isAttribution && typeof cite === 'object' && cite.tag === 'cite'
    ? element('footer', cite.children)
    : child;
}

function pullQuote(aside: MarkupElement): MarkupElement {
  const quote = aside.children.find(child => typeof child === 'object' && child.tag === 'blockquote');
  return typeof quote === 'object' ? { ...quote, attributes: { class: 'pull-quote' } } : aside;
}

function titledBox(aside: MarkupElement): MarkupElement {
  const index = aside.children.findIndex(child => typeof child === 'object' && child.tag === 'h2');
  const children = aside.children.map((child, at) =>
    at === index && typeof child === 'object' ? { ...child, attributes: { class: 'box-title' } } : child,
  );
  return { ...aside, attributes: { class: 'box' }, children };
}
