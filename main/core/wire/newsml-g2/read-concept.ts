import { singleLine } from '../text.ts';
import { attributeValue, childElements, descendants, nodeText, type XmlNode } from '../xml-read.ts';

/** Concept values as NewsML-G2 2.4 has them: by code, address or words, with names in several languages. */

/** What an item's inline catalogs declare: the scheme's address by its alias. */
export type Aliases = ReadonlyMap<string, string>;

export function readAliases(item: XmlNode): Aliases {
  return new Map(
    childElements(item, 'catalog')
      .flatMap(catalog => descendants(catalog, 'scheme'))
      .map(scheme => [attributeValue(scheme, 'alias'), attributeValue(scheme, 'uri')]),
  );
}

/** What an item's `assert` elements call a concept that is elsewhere named by code or literal alone. */
export function readAssertions(item: XmlNode): (node: XmlNode) => XmlNode {
  const asserted = new Map(
    childElements(item, 'assert').flatMap(each =>
      ['qcode', 'uri', 'literal']
        .map(name => attributeValue(each, name))
        .filter(key => key !== '')
        .map(key => [key, each] as const),
    ),
  );
  return node => {
    if (childElements(node, 'name').length > 0) return node;
    const found = ['qcode', 'uri', 'literal']
      .map(name => asserted.get(attributeValue(node, name)))
      .find(Boolean);
    return found && childElements(found, 'name').length > 0
      ? { ...node, children: [...node.children, ...childElements(found, 'name')] }
      : node;
  };
}

export interface QCode {
  readonly alias: string;
  readonly code: string;
}

/** The first colon ends the alias; a code may hold more of them, and feeds put spaces in it (2.4). */
export function qcode(text: string): QCode {
  const line = text.trim();
  const colon = line.indexOf(':');
  return colon < 0 ? { alias: '', code: line } : { alias: line.slice(0, colon), code: line.slice(colon + 1) };
}

/** The code of an element's `qcode`, without its alias; empty where it has none. */
export function codeOf(node: XmlNode | undefined): string {
  return node ? qcode(attributeValue(node, 'qcode')).code : '';
}

/** The code of an element's `role`, in lower case: providers have their own aliases for one meaning (2.6). */
export function roleOf(node: XmlNode): string {
  return qcode(attributeValue(node, 'role')).code.toLowerCase();
}

export function typeOf(node: XmlNode): string {
  return qcode(attributeValue(node, 'type')).code.toLowerCase();
}

/** What a concept is called: its name in the language asked for, else its first full name, else its literal or code. */
export function conceptName(node: XmlNode | undefined, language = ''): string {
  if (!node) return '';
  const names = childElements(node, 'name').filter(name => singleLine(nodeText(name)) !== '');
  const shown = names.filter(name => !/^(?:mnemonic|short)$/.test(roleOf(name)));
  const candidates = shown.length > 0 ? shown : names;
  const wanted = language.slice(0, 2).toLowerCase();
  const own = candidates.find(name => languageOf(name).startsWith(wanted) && wanted !== '');
  const name = own ?? candidates[0];
  return (
    singleLine(nodeText(name)) ||
    singleLine(attributeValue(node, 'literal')) ||
    codeOf(node) ||
    singleLine(childElements(node).length === 0 ? nodeText(node) : '')
  );
}

const xml = 'http://www.w3.org/XML/1998/namespace';

/** `xml:lang` in lower case; empty where it has none. */
export function languageOf(node: XmlNode): string {
  return (attributeValue(node, 'lang', xml) || attributeValue(node, 'lang')).toLowerCase();
}

/** The words of a block or label: a line feed for each `br` and for each paragraph or list item of XHTML in it. */
export function blockWords(node: XmlNode | undefined): string {
  if (!node) return '';
  return words(node)
    .replace(/[ \t\r\f\u200b]+/gu, ' ')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n');
}

const lineElements = /^(?:p|li|h[1-6]|div|section|header|tr|ul|ol)$/;

function words(node: XmlNode): string {
  return node.children
    .map(child => {
      if (typeof child === 'string') return child.replace(/\s+/gu, ' ');
      if (child.local === 'br') return '\n';
      return lineElements.test(child.local) ? `\n${words(child)}\n` : words(child);
    })
    .join('');
}
