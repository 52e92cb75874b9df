import type { MarkupElement } from '../../markup/tree.ts';
import { element } from '../../markup/tree.ts';
import { readNitfBody } from '../nitf/read-body.ts';
import { type BodyOptions, type ReadBody, readBody, textBlocks } from '../reading/blocks.ts';
import { htmlTree, isMarkedUp } from '../reading/html.ts';
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
import { formalName, roleOf } from './tree.ts';

/** A run of copy of an item, and what it is: its body, its lead, its headline as text. */
export interface TextPart {
  readonly role: string;
  readonly content: XmlNode;
}

/** Roles whose text repeats what stands in fields, or is no text. */
const passedOver =
  /^(?:stylesheet|headline|hedline|title|subheadline|logo|thumbnail|caption|keywords?|dateline|byline|copyright|metadata)$/;
const leads = /^(?:lead|abstract|summary|teaser|intro|chapeau)$/;

/** Every run of text below a component, pictures left out; of one text in several forms the richest (BasisForChoice). */
export function textParts(
  component: XmlNode,
  isPicture: (node: XmlNode) => boolean,
  role = '',
): readonly TextPart[] {
  const own = roleOf(component) || role;
  if (passedOver.test(own) || isPicture(component)) return [];
  const items = childElements(component, 'ContentItem').filter(hasText);
  const [best] = items.toSorted((a, b) => richness(b) - richness(a));
  return [
    ...(best ? [{ role: own, content: best }] : []),
    ...childElements(component, 'NewsComponent').flatMap(each => textParts(each, isPicture, own)),
  ];
}

export function isLead({ role }: TextPart): boolean {
  return leads.test(role);
}

/** What press releases set beside the copy; it stands after it. */
export function isBoilerplate({ role }: TextPart): boolean {
  return /^(?:contact|about|boilerplate|disclaimer|notes?toeditors?)/.test(role);
}

function hasText(item: XmlNode): boolean {
  const type = mediaType(item);
  return dataOf(item) !== null && !/css|image|video|audio|pdf|javascript/.test(type);
}

function mediaType(item: XmlNode): string {
  return ['MediaType', 'Format', 'MimeType']
    .map(name => formalName(elementAt(item, name)))
    .join(' ')
    .toLowerCase();
}

/** Its data, where it has words: directly, or encoded. */
function dataOf(item: XmlNode): XmlNode | null {
  const data =
    elementAt(item, 'DataContent') ??
    elementAt(item, 'Encoding', 'DataContent') ??
    elementAt(item, 'Encoding');
  return data && nodeText(data).trim() !== '' ? data : null;
}

function richness(item: XmlNode): number {
  const type = mediaType(item);
  if (/x?html/.test(type)) return 3;
  return /nitf/.test(type) ? 2 : childElements(dataOf(item) ?? item).length > 0 ? 1 : 0;
}

/** The blocks of a run of copy: NITF, XHTML, HTML as text, bare paragraphs, or plain text, encoded or not. */
export function readPart({ content }: TextPart, options: BodyOptions): ReadBody {
  const data = dataOf(content);
  if (!data) return { blocks: [], signOff: '' };
  if (data.local === 'Encoding' || elementAt(content, 'Encoding') !== undefined)
    return readEncoded(content, data, options);
  const nitf = descendants(data, 'body.content')[0];
  if (nitf) return readNitfBody(nitf, options);
  const children = childElements(data);
  const html = children.find(each => each.local.toLowerCase() === 'html');
  if (html) return readBody(bodyOf(markupOf(html)), options);
  if (children.length > 0) return readBody(element('div', markupOf(data).children), options);
  return readWords(nodeText(data), options);
}

function bodyOf(root: MarkupElement): MarkupElement {
  const body = root.children.find(child => typeof child !== 'string' && child.tag === 'body');
  return typeof body === 'object' ? body : root;
}

function readEncoded(content: XmlNode, data: XmlNode, options: BodyOptions): ReadBody {
  const notation = attributeValue(elementAt(content, 'Encoding') ?? data, 'Notation');
  const text = nodeText(data);
  return readWords(
    /base64/i.test(notation) ? Buffer.from(text.replace(/\s+/g, ''), 'base64').toString('utf8') : text,
    options,
  );
}

/** Text may hold markup of its own (Belga); set-in lines open paragraphs. */
function readWords(text: string, options: BodyOptions): ReadBody {
  if (/<(?:p|div|br|h[1-6]|ul|ol|table|blockquote)\b/i.test(text)) return readBody(htmlTree(text), options);
  const lines = text.replace(/\r\n?/g, '\n');
  const parted = /\n[ \t]*\n/.test(lines) ? lines : lines.replace(/\n[ \t]*(?=\S)/g, '\n\n');
  if (!isMarkedUp(text)) return { blocks: textBlocks(parted, options.ids, 'join'), signOff: '' };
  const paragraphs = parted.split(/\n{2,}/).filter(each => singleLine(each) !== '');
  return readBody(htmlTree(paragraphs.map(each => `<p>${each}</p>`).join('')), options);
}
