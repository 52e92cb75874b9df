import type { MarkupElement, MarkupNode } from '../../markup/tree.ts';
import { attributeValue, childElements, descendants, nodeText, type XmlNode } from '../xml-read.ts';
import { isPictureMedia, isUnplaced } from './media-kind.ts';

/** NITF's elements under the names of HTML that mean the same; every other name stays, and its words with it (NITF 3). */
const names: Readonly<Record<string, string>> = {
  hl1: 'h2',
  bq: 'blockquote',
  credit: 'footer',
  block: 'div',
  note: 'div',
  'body.content': 'div',
  fn: 'div',
  byline: 'p',
  byttl: 'p',
  dateline: 'p',
  copyrite: 'p',
  datasource: 'p',
  abstract: 'div',
  'custom-table': 'div',
  distributor: 'p',
};

/** Data about the content, not copy. */
const dataTags = /^(?:tobject|key-list|classifier|nitf-table-metadata|media-metadata)$/u;

const marks: Readonly<Record<string, string>> = {
  bold: 'strong',
  strong: 'strong',
  b: 'strong',
  italic: 'em',
  i: 'em',
  underline: 'u',
  u: 'u',
  strikethrough: 's',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
};

export interface NitfMarkup {
  readonly root: MarkupElement;
  /** Notes that are not for publication (`note type="npa"`): they are no copy. */
  readonly hidden: readonly string[];
}

/**
 * The content of an NITF body as a tree in the manner of HTML, for `readBody`. Each picture is an `img` that says in
 * `data-media` which of the content's `media` it is.
 */
export function nitfMarkup(content: XmlNode): NitfMarkup {
  const hidden: string[] = [];
  const numbers = new Map(descendants(content, 'media').map((node, index) => [node, index]));
  const convert = (node: XmlNode): MarkupNode => {
    if (node.local === 'note' && attributeValue(node, 'type') === 'npa') {
      hidden.push(nodeText(node));
      return '';
    }
    if (dataTags.test(node.local)) return '';
    if (node.local === 'media')
      return isUnplaced(node) ? '' : mediaElement(node, numbers.get(node) ?? 0, children);
    return { tag: tagOf(node), attributes: attributesOf(node), children: children(node) };
  };
  const children = (node: XmlNode): readonly MarkupNode[] =>
    node.children.map(child => (typeof child === 'string' ? child : convert(child)));
  const root = { tag: 'div', attributes: {}, children: children(content) };
  return { root, hidden };
}

function attributesOf(node: XmlNode): Record<string, string> {
  return Object.fromEntries(node.attributes.map(({ local, value }) => [local.toLowerCase(), value]));
}

function tagOf(node: XmlNode): string {
  const name = node.local.toLowerCase();
  const classes = attributeValue(node, 'class').toLowerCase().split(/\s+/);
  if (name === 'hl2') return classes.includes('level-4') ? 'h4' : classes.includes('level-3') ? 'h3' : 'h2';
  if (name === 'em') return classes.map(each => marks[each]).find(each => each !== undefined) ?? 'em';
  if (name === 'block' && classes.includes('box')) return 'aside';
  // Emphasis by quotation marks is HTML's; NITF's `q` says who is quoted, and the marks stand in the words.
  if (name === 'q') return 'span';
  return names[name] ?? name;
}

/** A picture with its caption, or the words of what is no picture. */
function mediaElement(
  node: XmlNode,
  index: number,
  children: (node: XmlNode) => readonly MarkupNode[],
): MarkupNode {
  const caption = childElements(node, 'media-caption').map(each => ({
    tag: 'figcaption',
    attributes: {},
    children: children(each),
  }));
  const [reference] = childElements(node, 'media-reference');
  const source = reference ? attributeValue(reference, 'source') : '';
  if (!isPictureMedia(node)) {
    const words = caption.map(each => ({ ...each, tag: 'span' }));
    return /^https?:/iu.test(source)
      ? {
          tag: 'p',
          attributes: { class: 'embed' },
          children: [{ tag: 'a', attributes: { href: source }, children: words }],
        }
      : { tag: 'p', attributes: {}, children: words };
  }
  const guid = childElements(node, 'media-metadata').find(each => attributeValue(each, 'name') === 'guid');
  const image = {
    tag: 'img',
    attributes: {
      src: source,
      alt: reference ? attributeValue(reference, 'alternate-text') : '',
      'data-guid': guid ? attributeValue(guid, 'value') : '',
      'data-media': String(index),
    },
    children: [],
  };
  return { tag: 'figure', attributes: {}, children: [image, ...caption] };
}
