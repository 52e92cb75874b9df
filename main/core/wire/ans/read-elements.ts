import { element, type MarkupElement, type MarkupNode, textOf } from '../../markup/tree.ts';
import { htmlTree, isMarkedUp } from '../reading/html.ts';
import { asText, type JsonRecord, listAt, recordAt, recordsAt, textAt } from '../reading/json.ts';
import type { Report } from '../reading/report.ts';
import { singleLine } from '../text.ts';
import { subtypes } from './vocabulary.ts';

export interface ElementsContext {
  readonly report: Report;
  /** Takes an image of the copy in; its identifier, or null for one that is left out. */
  readonly image: (image: JsonRecord) => string | null;
  /** Told of the words of a correction that stands in the copy. */
  readonly correction: (words: string) => void;
}

/** The attribute by which an `img` of the tree names a picture of the story. */
export const pictureAttribute = 'data-picture';

/**
 * `content_elements` as the tree that bodies are read from (`reading/blocks.ts`): nested elements, raw HTML and
 * inline HTML become one, and what is not known keeps its words (wire-formats 8).
 */
export function elementsTree(elements: readonly JsonRecord[], context: ElementsContext): MarkupElement {
  return element('div', nodesOf(elements, context));
}

function nodesOf(elements: readonly JsonRecord[], context: ElementsContext): readonly MarkupNode[] {
  return elements.flatMap(each => nodes(each, context));
}

function nodes(item: JsonRecord, context: ElementsContext): readonly MarkupNode[] {
  const content = textAt(item, 'content');
  switch (textAt(item, 'type')) {
    case 'text':
    case 'endorsement':
      return [paragraph(content || textAt(item, 'endorsement'), signOffClass(item))];
    case 'header':
      return [header(item)];
    case 'list':
      return [list(item, context)];
    case 'link_list':
      return [listOfLinks(item)];
    case 'quote':
      return [quote(item, context)];
    case 'blockquote':
      return [element('blockquote', [paragraph(content)])];
    case 'table':
      return [table(item)];
    case 'divider':
      return [element('hr')];
    case 'code':
      return [element('pre', [element('code', [content])])];
    case 'raw_html':
      return [element('div', htmlTree(content).children)];
    case 'interstitial_link':
      return [linkParagraph(textAt(item, 'url'), htmlText(content)), ...described(item, context)];
    case 'oembed_response':
      return embedded(recordAt(item, 'raw_oembed'), context.report);
    case 'custom_embed':
      return customEmbed(item, context.report);
    case 'image': {
      const picture = context.image(item);
      return picture === null ? [] : [element('img', [], { [pictureAttribute]: picture })];
    }
    case 'gallery':
      return [...gallery(item), ...nodesOf(recordsAt(item, 'content_elements'), context)];
    case 'video':
    case 'audio':
      return media(item, context);
    case 'correction':
      context.correction(htmlText(textAt(item, 'text') || content));
      return [];
    case 'numeric_rating':
      return [paragraph(`${textAt(item, 'numeric_rating')} ${textAt(item, 'units')}`.trim())];
    case 'element_group':
    case 'content_zone':
      return [group(item, context)];
    case 'reference':
      noteReference(item, context.report);
      return [];
    default:
      return unknown(item, context);
  }
}

/** Inline HTML, or a whole piece of it in one element, as some editors paste it. */
function paragraph(html: string, attributes: Readonly<Record<string, string>> = {}): MarkupElement {
  const { children } = htmlTree(html);
  const isBlock = children.some(
    child => typeof child !== 'string' && /^(?:p|div|ul|ol|table|blockquote|h[1-6]|figure)$/.test(child.tag),
  );
  return element(isBlock ? 'div' : 'p', children, attributes);
}

function signOffClass(item: JsonRecord): Record<string, string> {
  return textAt(item, 'subtype') === subtypes.signOff ? { class: 'sign-off' } : {};
}

function header(item: JsonRecord): MarkupElement {
  const level = Math.min(Math.max(Math.round(Number(textAt(item, 'level'))) || 2, 1), 6);
  const boxTitle = textAt(item, 'subtype') === subtypes.boxTitle;
  const { children } = htmlTree(textAt(item, 'content'));
  return element(`h${level}`, children, boxTitle ? { class: 'box-title' } : {});
}

function list(item: JsonRecord, context: ElementsContext): MarkupElement {
  const items = listAt(item, 'items').map(each => {
    if (typeof each === 'string') return element('li', htmlTree(each).children);
    const [inner] = recordsAt({ each }, 'each');
    if (!inner) return element('li');
    return textAt(inner, 'type') === 'text' || textAt(inner, 'type') === ''
      ? element('li', htmlTree(textAt(inner, 'content')).children)
      : element('li', nodes(inner, context));
  });
  return element(textAt(item, 'list_type') === 'ordered' ? 'ol' : 'ul', items);
}

function listOfLinks(item: JsonRecord): MarkupElement {
  const items = recordsAt(item, 'items').map(each => {
    const words = htmlTree(textAt(each, 'content')).children;
    const href = textAt(each, 'url');
    return element('li', href === '' ? words : [element('a', words, { href })]);
  });
  return element('ul', items);
}

function quote(item: JsonRecord, context: ElementsContext): MarkupElement {
  const inner = nodesOf(recordsAt(item, 'content_elements'), context);
  const content = textAt(item, 'content');
  const citation = recordAt(item, 'citation');
  const by = textAt(citation, 'content') || textAt(item, 'citation');
  return element(
    'blockquote',
    [
      ...inner,
      ...(content === '' ? [] : [paragraph(content)]),
      ...(by === '' ? [] : [element('footer', htmlTree(by).children)]),
    ],
    /pull/i.test(textAt(item, 'subtype')) ? { class: 'pull-quote' } : {},
  );
}

function table(item: JsonRecord): MarkupElement {
  const cell = (tag: 'td' | 'th', each: unknown): MarkupElement => {
    const [inner] = recordsAt({ each }, 'each');
    const text = inner ? textAt(inner, 'content') : asText(each);
    const heads = tag === 'th' || (inner && textAt(inner, 'subtype') === subtypes.headerCell);
    return element(heads ? 'th' : 'td', htmlTree(text).children);
  };
  const head = listAt(item, 'header').map(each => cell('th', each));
  const rows = listAt(item, 'rows').map(row => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : listAt(recordAt({ row }, 'row'), 'cells');
    return element(
      'tr',
      cells.map(each => cell('td', each)),
    );
  });
  return element('table', [element('tbody', [...(head.length > 0 ? [element('tr', head)] : []), ...rows])]);
}

/** A link that stands for what it leads to: an embed, as `reading/blocks.ts` knows it. */
function linkParagraph(href: string, words: string): MarkupElement {
  if (href.trim() === '') return element('p', [words]);
  return element('p', [element('a', [words || href], { href })], { class: 'embed' });
}

function described(item: JsonRecord, context: ElementsContext): readonly MarkupNode[] {
  const words = textAt(recordAt(item, 'description'), 'content');
  const [image] = recordsAt(item, 'image').filter(each => textAt(each, 'type') === 'image');
  return [...(words === '' ? [] : [paragraph(words)]), ...(image ? nodes(image, context) : [])];
}

function embedded(oembed: JsonRecord, report: Report): readonly MarkupNode[] {
  const url = textAt(oembed, 'url') || textAt(oembed, '_id');
  const html = textAt(oembed, 'html');
  if (/^https?:/i.test(url))
    return [linkParagraph(url, textAt(oembed, 'title') || textAt(oembed, 'author_name'))];
  if (html !== '') return [element('div', htmlTree(html).children)];
  report.noted('An embed without an address was left out.');
  return [];
}

/** The configuration of an embed is its application's own; its words and address are kept. */
function customEmbed(item: JsonRecord, report: Report): readonly MarkupNode[] {
  const embed = recordAt(item, 'embed');
  const config = recordAt(embed, 'config');
  const words =
    ['title', 'headline', 'caption', 'text'].map(name => textAt(config, name)).find(Boolean) ?? '';
  const url = [textAt(config, 'url'), textAt(embed, 'url'), textAt(embed, 'id')].find(each =>
    /^https?:/i.test(each),
  );
  if (url !== undefined) return [linkParagraph(url, htmlText(words))];
  report.noted(`An embed of the kind “${textAt(item, 'subtype').slice(0, 60)}” has no address.`);
  return words === '' ? [] : [paragraph(words)];
}

function gallery(item: JsonRecord): readonly MarkupNode[] {
  const title = textAt(recordAt(item, 'headlines'), 'basic');
  const words = textAt(recordAt(item, 'description'), 'basic');
  return [
    ...(title === '' ? [] : [element('h3', [htmlText(title)])]),
    ...(words === '' ? [] : [paragraph(words)]),
  ];
}

/** A video is a link with its title where it has an address on the web; its words are copy. */
function media(item: JsonRecord, { report }: ElementsContext): readonly MarkupNode[] {
  const title = htmlText(textAt(recordAt(item, 'headlines'), 'basic'));
  const words = textAt(recordAt(item, 'description'), 'basic');
  const url = [
    textAt(item, 'canonical_url'),
    ...recordsAt(item, 'streams').map(each => textAt(each, 'url')),
  ].find(each => /^https?:/i.test(each));
  report.noted(`The ${textAt(item, 'type')} itself is not taken in, only its words.`);
  return [
    ...(url === undefined ? (title === '' ? [] : [element('p', [title])]) : [linkParagraph(url, title)]),
    ...(words === '' ? [] : [paragraph(words)]),
  ];
}

function group(item: JsonRecord, context: ElementsContext): MarkupElement {
  const inner = nodesOf(recordsAt(item, 'content_elements'), context);
  return textAt(item, 'subtype') === subtypes.box
    ? element('aside', inner, { class: 'box' })
    : element('div', inner);
}

export function noteReference(item: JsonRecord, report: Report): void {
  const referent = recordAt(item, 'referent');
  const kind = textAt(referent, 'type') || 'piece';
  report.noted(`The ${kind} “${textAt(referent, 'id')}” is only referred to; it is not in the file.`);
}

/** An element that this version of the reader does not know: its words are copy, whatever it is. */
function unknown(item: JsonRecord, context: ElementsContext): readonly MarkupNode[] {
  const kind = textAt(item, 'type');
  const words = textAt(item, 'content') || textAt(item, 'text');
  const inner = nodesOf(recordsAt(item, 'content_elements'), context);
  if (kind !== '')
    context.report.noted(`An element “${kind.slice(0, 60)}” is not known; its words are copy.`);
  return [...(words === '' ? [] : [paragraph(words)]), ...inner];
}

/** A text as words: markup in it, if any, taken off. */
export function htmlText(text: string): string {
  return isMarkedUp(text) ? textOf(htmlTree(text)) : singleLine(text);
}
