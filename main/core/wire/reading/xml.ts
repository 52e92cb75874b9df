import { parseFragment } from 'parse5';
import { WiredeskError } from '../../../contract/failure.ts';
import { mendMojibake } from '../../intake/decode.ts';
import type { MarkupElement, MarkupNode } from '../../markup/tree.ts';
import { byteOrderMark, declaredEncoding, readXml, utf16WithoutMark, type XmlNode } from '../xml-read.ts';
import type { Report } from './report.ts';

/** XML as agencies send it, made readable before the strict parser sees it; every repair is reported. */

/**
 * The root of a wire file's XML. Wrong declared encodings, HTML entities without a DTD, loose ampersands, control
 * bytes, unbound prefixes and a DOCTYPE that names a DTD are put up with (wire-formats 2.10, 3, 5).
 * @throws WiredeskError 'unreadable' for what is not well-formed even so, 'too-large' beyond a limit
 */
export function readWireXml(bytes: Uint8Array, report: Report): XmlNode {
  let text = decode(bytes, report);
  const mended = mendMojibake(text);
  if (mended !== null) {
    report.repaired('The text had been decoded twice (as in “Ã©” for “é”); that was undone.');
    text = mended;
  }
  const start = text.search(/</u);
  if (start > 0) {
    if (text.slice(0, start).trim() !== '')
      report.repaired('There was something before the XML; it was passed over.');
    text = text.slice(start);
  }
  text = withoutControls(text, report);
  if (/<!ENTITY/iu.test(text.slice(0, 1_000_000)))
    throw new WiredeskError('unreadable', 'The file declares entities of its own in XML, which is refused.');
  const options = { doctype: 'ignore', unboundPrefixes: 'ignore', entities: htmlEntities(text) } as const;
  try {
    return readXml(text, options);
  } catch (error) {
    const escaped = escapeLooseAmpersands(text);
    if (!(error instanceof WiredeskError) || error.code !== 'unreadable' || escaped === text) throw error;
    const root = readXml(escaped, options);
    report.repaired('The XML had ampersands that were not escaped.');
    return root;
  }
}

/** UTF-8 wins wherever the bytes are UTF-8: feeds declare what their first system used. */
function decode(bytes: Uint8Array, report: Report): string {
  const wide = byteOrderMark(bytes) ?? utf16WithoutMark(bytes);
  if (wide !== null && wide !== 'utf-8') return new TextDecoder(wide).decode(bytes);
  const declared = (declaredEncoding(bytes) ?? 'utf-8').toLowerCase();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (/[^\u0000-\u007f]/u.test(text) && !/^utf-?8$/u.test(declared))
      report.repaired(`The file declares ${declared} but is UTF-8; it was read as UTF-8.`);
    return text;
  } catch {
    if (/^utf-?(?:8|16)$/u.test(declared)) {
      report.repaired('The file says it is UTF-8 but is not; it was read as Windows-1252.');
      return new TextDecoder('windows-1252').decode(bytes);
    }
    return decodeAs(declared, bytes, report);
  }
}

function decodeAs(encoding: string, bytes: Uint8Array, report: Report): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    report.repaired(
      `The encoding “${encoding.slice(0, 40)}” is not known; the file was read as Windows-1252.`,
    );
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu;
const controlReferences = /&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));/giu;

function withoutControls(text: string, report: Report): string {
  const found = (text.match(controls)?.length ?? 0) + (text.match(controlReferences)?.length ?? 0);
  if (found === 0) return text;
  report.repaired(
    found === 1 ? 'One control character was taken out.' : `${found} control characters were taken out.`,
  );
  return text.replace(controls, ' ').replace(controlReferences, ' ');
}

/** The text of HTML's named entities that a file uses without a DTD: by HTML's own table, never by fetching one. */
function htmlEntities(text: string): Readonly<Record<string, string>> {
  const names = new Set(
    Array.from(text.matchAll(/&([A-Za-z][A-Za-z0-9]{1,31});/gu), match => match[1] ?? ''),
  );
  const entities: Record<string, string> = {};
  for (const name of names) {
    if (/^(?:amp|lt|gt|quot|apos)$/u.test(name)) continue;
    const [node] = parseFragment(`&${name};`).childNodes;
    const value = node && 'value' in node ? node.value : '';
    if (value !== '' && value !== `&${name};`) entities[name] = value;
  }
  return entities;
}

function escapeLooseAmpersands(text: string): string {
  const known = htmlEntities(text);
  return text.replace(
    /&(?:#\d{1,7};|#x[\da-f]{1,6};|([A-Za-z][A-Za-z0-9]{1,31});)?/giu,
    (match, name: string) => {
      if (match === '&') return '&amp;';
      const isKnown = name === undefined || /^(?:amp|lt|gt|quot|apos)$/u.test(name) || name in known;
      return isKnown ? match : `&amp;${match.slice(1)}`;
    },
  );
}

const prolog =
  /^\ufeff?(?:[^<]*?)(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>)*/iu;

/** The local name of the first element at the head of a file; empty where it is no XML. */
export function rootName(head: string): string {
  const rest = head.slice(prolog.exec(head)?.[0].length ?? 0);
  return /^<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/u.exec(rest)?.[1] ?? '';
}

/** XML as the tree that bodies are read from: local names in lower case, foreign names as they are. */
export function markupOf(node: XmlNode, rename: (node: XmlNode) => string = lowerCase): MarkupElement {
  const attributes = Object.fromEntries(
    node.attributes.map(({ local, value }) => [local.toLowerCase(), value]),
  );
  const children = node.children.map(
    (child): MarkupNode => (typeof child === 'string' ? child : markupOf(child, rename)),
  );
  return { tag: rename(node), attributes, children };
}

function lowerCase({ local }: XmlNode): string {
  return local.toLowerCase();
}
