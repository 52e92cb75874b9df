import { type SaxesAttributeNSIncomplete, SaxesParser, type SaxesTagNS } from 'saxes';
import { WiredeskError } from '../../contract/failure.ts';

/**
 * Reads XML that may come from anyone: strict, namespace-aware, nothing fetched, no entity but those named,
 * a DOCTYPE only where the caller allows one and never with declarations of its own, bounded in every way.
 */

export interface XmlNode {
  /** The name without prefix: readers match by it, since feeds leave namespaces out (wire-formats 2.10). */
  readonly local: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlNode | string)[];
  /** Line of the start tag, from 1. */
  readonly line: number;
}

export interface XmlAttribute {
  readonly local: string;
  readonly namespace: string;
  readonly value: string;
}

export interface XmlReadOptions {
  readonly maxBytes?: number;
  readonly maxDepth?: number;
  /** Elements, attributes and runs of text together. */
  readonly maxNodes?: number;
  /** 'ignore' passes over a DOCTYPE without an internal subset, as old NITF and NewsML 1.2 files have it. */
  readonly doctype?: 'refuse' | 'ignore';
  /** 'ignore' takes a prefix that nothing declares for no namespace, as many feeds have it. */
  readonly unboundPrefixes?: 'refuse' | 'ignore';
  /** Names that may stand as entities beside XML's five, with their text: HTML's, for feeds that rely on a DTD. */
  readonly entities?: Readonly<Record<string, string>>;
}

const limits = {
  maxBytes: 50_000_000,
  maxDepth: 200,
  maxNodes: 2_000_000,
} as const;

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[];
}

/**
 * The root element of a document.
 * @throws WiredeskError 'unreadable' for what is not well-formed or not allowed, 'too-large' beyond a limit
 */
export function readXml(source: Uint8Array | string, options: XmlReadOptions = {}): XmlNode {
  const maxBytes = options.maxBytes ?? limits.maxBytes;
  const size = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength;
  if (size > maxBytes) throw new WiredeskError('too-large', `The XML is larger than ${maxBytes} bytes.`);
  return parse(typeof source === 'string' ? source : decodeXml(source), options);
}

function parse(text: string, options: XmlReadOptions): XmlNode {
  const maxDepth = options.maxDepth ?? limits.maxDepth;
  const maxNodes = options.maxNodes ?? limits.maxNodes;
  const parser = new SaxesParser({ xmlns: true, position: true });
  Object.assign(parser.ENTITIES, options.entities);
  const stack: OpenNode[] = [];
  let root: XmlNode | null = null;
  let nodes = 0;
  const count = (more: number): void => {
    nodes += more;
    if (nodes > maxNodes) throw new WiredeskError('too-large', `The XML has more than ${maxNodes} nodes.`);
  };
  const addText = (words: string): void => {
    const top = stack.at(-1);
    if (!top || words === '') return;
    const last = top.children.at(-1);
    if (typeof last === 'string') top.children[top.children.length - 1] = last + words;
    else {
      count(1);
      top.children.push(words);
    }
  };
  parser.on('error', error => {
    if (options.unboundPrefixes === 'ignore' && error.message.includes('unbound namespace prefix')) return;
    throw new WiredeskError('unreadable', `The XML is not well-formed: ${error.message}.`, { cause: error });
  });
  parser.on('doctype', declaration => {
    if (options.doctype === 'ignore' && !declaration.includes('[')) return;
    throw new WiredeskError('unreadable', 'The XML has a document type declaration, which is not read.');
  });
  parser.on('opentag', tag => {
    if (stack.length >= maxDepth)
      throw new WiredeskError('too-large', `The XML is nested deeper than ${maxDepth} elements.`);
    const node = openNode(tag, parser.line);
    count(1 + node.attributes.length);
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (stack.length === 0 && closed) root = closed;
  });
  parser.write(text).close();
  if (root === null) throw new WiredeskError('unreadable', 'The XML has no element.');
  return root;
}

function openNode(tag: SaxesTagNS, line: number): OpenNode {
  const attributes = Object.values(tag.attributes)
    .filter(attribute => !isDeclaration(attribute))
    .map(({ local, uri, value }) => ({ local, namespace: uri, value }));
  return {
    local: tag.local,
    namespace: tag.uri,
    attributes,
    children: [],
    line,
  };
}

function isDeclaration({ name, prefix }: SaxesAttributeNSIncomplete): boolean {
  return name === 'xmlns' || prefix === 'xmlns';
}

/**
 * Bytes as text: by byte order mark, else by the declaration, else UTF-8. `ISO-8859-1` is read as cp1252,
 * which is what feeds that declare it send (wire-formats 3).
 * @throws WiredeskError 'unreadable' where the bytes are not in that encoding
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = byteOrderMark(bytes) ?? utf16WithoutMark(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new WiredeskError('unreadable', `The XML is not in the encoding it should be: ${encoding}.`, {
      cause: error,
    });
  }
}

/** The encoding that the XML declaration names, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return (
    /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(start)?.[1] ?? null
  );
}

export function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** `<?` in two-byte units. */
export function utf16WithoutMark([first, second, third, fourth]: Uint8Array): string | null {
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return 'utf-16le';
  return first === 0 && second === 0x3c && third === 0 && fourth === 0x3f ? 'utf-16be' : null;
}

/** The value of an attribute by local name; empty where it is not there. Prefixed attributes only when asked for. */
export function attributeValue(node: XmlNode, local: string, namespace = ''): string {
  return node.attributes.find(each => each.local === local && each.namespace === namespace)?.value ?? '';
}

/** The child elements, all or those of a local name. */
export function childElements(node: XmlNode, local?: string): readonly XmlNode[] {
  const elements = node.children.filter(child => typeof child !== 'string');
  return local === undefined ? elements : elements.filter(child => child.local === local);
}

/** The first element along a path of local names; undefined where it ends early. */
export function elementAt(node: XmlNode, ...path: readonly string[]): XmlNode | undefined {
  let at: XmlNode | undefined = node;
  for (const local of path) at = at && childElements(at, local)[0];
  return at;
}

/** Every element below a node that has a local name, in document order. */
export function descendants(node: XmlNode, local: string): readonly XmlNode[] {
  return childElements(node).flatMap(child => [
    ...(child.local === local ? [child] : []),
    ...descendants(child, local),
  ]);
}

/** All words below a node, as they stand. */
export function nodeText(node: XmlNode | undefined): string {
  if (!node) return '';
  return node.children.map(child => (typeof child === 'string' ? child : nodeText(child))).join('');
}
