import { remembered } from '../remembered.ts';
import { cleanHtmlText, cleanText } from './text.ts';

/**
 * The one place that makes markup. A document is a tree built by `element`; names are checked and every
 * character of content and attribute is escaped as it is written, so no writer can forget to.
 */

export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly (Element | string)[];
}

/** An attribute that is undefined is left out; false too; true is written as the word. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What may be given as a child; nothing, and lists within lists, so that writers need no conditions. */
export type Child = Element | string | null | undefined | readonly Child[];

/** An element. Nothing and empty strings among the children fall away. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  return { name, attributes, children: children.every(isNode) ? children : flattened(children) };
}

function isNode(child: Child): child is Element | string {
  return typeof child === 'string' ? child !== '' : child !== null && child !== undefined && !isList(child);
}

/** An element that holds words, or nothing where there are no words. */
export function textElement(name: string, text: string, attributes: Attributes = {}): Element | null {
  return text === '' ? null : element(name, attributes, text);
}

function flattened(
  children: readonly Child[],
  into: (Element | string)[] = [],
): readonly (Element | string)[] {
  for (const child of children) {
    if (child === null || child === undefined || child === '') continue;
    if (typeof child === 'string' || !isList(child)) into.push(child);
    else flattened(child, into);
  }
  return into;
}

function isList(child: Element | readonly Child[]): child is readonly Child[] {
  return Array.isArray(child);
}

export interface XmlLayout {
  /**
   * Elements whose children stand on lines of their own, unless words are among them. White space is content
   * everywhere else.
   */
  readonly indentInside: ReadonlySet<string>;
  /** Elements whose words stand in CDATA sections: markup within markup that people read, as in RSS. */
  readonly cdataInside?: ReadonlySet<string>;
}

const noIndent: XmlLayout = { indentInside: new Set() };

/**
 * A whole XML 1.0 document in UTF-8, declaration included.
 * @throws Error for a name that is not an XML name: names are the program's, never the story's
 */
export function xmlDocument(root: Element, layout: XmlLayout = noIndent): Uint8Array {
  return utf8('<?xml version="1.0" encoding="UTF-8"?>\n', root, xmlSyntax, layout);
}

/** A whole HTML document, doctype included. */
export function htmlDocument(root: Element, layout: XmlLayout = noIndent): Uint8Array {
  return utf8('<!DOCTYPE html>\n', root, htmlSyntax, layout);
}

function utf8(head: string, root: Element, syntax: Syntax, layout: XmlLayout): Uint8Array {
  return Buffer.from(`${head}${markup(root, syntax, layout, 0)}\n`);
}

/** HTML for the inside of a body, as ninjs carries it, or of a paragraph, as ANS does. */
export function htmlFragment(content: readonly Child[]): string {
  return fragment(content, htmlSyntax);
}

/** The same for RSS, whose readers take it for HTML or XHTML alike: well-formed, only what HTML lets be empty is. */
export function xhtmlFragment(content: readonly Child[]): string {
  return fragment(content, xhtmlSyntax);
}

function fragment(content: readonly Child[], syntax: Syntax): string {
  let written = '';
  for (const each of flattened(content))
    written += typeof each === 'string' ? syntax.text(each) : markup(each, syntax, noIndent, 0);
  return written;
}

interface Syntax {
  readonly text: (text: string) => string;
  readonly attribute: (text: string) => string;
  /** HTML's elements without an end tag; in XML any element without content closes itself. */
  readonly isVoid: (element: Element) => boolean;
  readonly closeVoid: string;
  /** Elements whose content HTML takes as it stands. */
  readonly rawText: ReadonlySet<string>;
}

const inText = /[&<>\r]/;
const inAttribute = /[&<>"\t\n\r]/;
const inHtmlText = /[&<>]/;
const inHtmlAttribute = /[&<>"]/;

const xmlSyntax: Syntax = {
  text: text => (plain.test(text) ? text : escapeText(cleanText(text), inText)),
  attribute: text => (plain.test(text) ? text : escapeText(cleanText(text), inAttribute)),
  isVoid: ({ children }) => children.length === 0,
  closeVoid: '/>',
  rawText: new Set(),
};

const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'link', 'meta']);

const htmlSyntax: Syntax = {
  text: text => (plain.test(text) ? text : escapeText(cleanHtmlText(text), inHtmlText)),
  attribute: text => (plain.test(text) ? text : escapeText(cleanHtmlText(text), inHtmlAttribute)),
  isVoid: ({ name }) => voidElements.has(name),
  closeVoid: '>',
  rawText: new Set(['script', 'style']),
};

const xhtmlSyntax: Syntax = { ...htmlSyntax, closeVoid: ' />', rawText: new Set() };

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** ASCII that no syntax escapes or cleans: nearly all there is, so one look at it is all that most text costs. */
const plain = /^[ !#-%'-;=?-~]*$/;

function escapeText(text: string, special: RegExp): string {
  if (!special.test(text)) return text;
  let escaped = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (!special.test(character)) continue;
    escaped += text.slice(from, at) + (escapes[character] ?? character);
    from = at + 1;
  }
  return escaped + text.slice(from);
}

const qualifiedName = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;

function checked(name: string): string {
  if (!qualifiedName.test(name)) throw new Error(`"${name}" is not the name of an element or attribute.`);
  return name;
}

/** The markup around a name: made and checked once, as a writer uses the same few over and over. */
const startTag = remembered(1_000, name => `<${checked(name)}`);
const endTag = remembered(1_000, name => `</${checked(name)}>`);
const attributeStart = remembered(1_000, name => ` ${checked(name)}="`);

/** The line break and the indentation that begin a line, by depth. */
const newLines: string[] = [];
function newLine(depth: number): string {
  newLines[depth] ??= `\n${'  '.repeat(depth)}`;
  return newLines[depth];
}

function markup(node: Element, syntax: Syntax, layout: XmlLayout, depth: number): string {
  const { name, attributes, children } = node;
  let written = startTag(name);
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined || value === false) continue;
    written += `${attributeStart(key)}${syntax.attribute(String(value))}"`;
  }
  if (syntax.isVoid(node)) return written + syntax.closeVoid;
  written += '>';
  const apart = layout.indentInside.has(name) && children.every(isElement);
  for (const child of children) {
    if (apart) written += newLine(depth + 1);
    written += isElement(child)
      ? markup(child, syntax, layout, depth + 1)
      : wordsIn(name, syntax, layout)(child);
  }
  if (apart) written += newLine(depth);
  return written + endTag(name);
}

function isElement(child: Element | string): child is Element {
  return typeof child !== 'string';
}

/** How words are written inside an element of that name. */
function wordsIn(name: string, syntax: Syntax, { cdataInside }: XmlLayout): (text: string) => string {
  if (cdataInside?.has(name)) return cdata;
  return syntax.rawText.has(name) ? rawText : syntax.text;
}

/** What would end a section stands half in it and half in the next. A carriage return cannot be kept in one. */
function cdata(text: string): string {
  const whole = cleanText(text).replace(/\r\n?/g, '\n').replaceAll(']]>', ']]]]><![CDATA[>');
  return `<![CDATA[${whole}]]>`;
}

/** Script and style know no escapes: what could end them early may not stand in them. */
function rawText(text: string): string {
  if (text.includes('<')) throw new Error('Script and style may not hold "<": write it as \\u003c.');
  return cleanHtmlText(text);
}
