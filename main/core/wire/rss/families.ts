import { remembered } from '../../remembered.ts';
import { attributeValue, childElements, nodeText, type XmlNode } from '../xml-read.ts';
import { namespaces } from './vocabulary.ts';

/**
 * What an element belongs to, however its namespace is written: feeds leave the slash off Media RSS, name modules by
 * addresses that moved, or declare no namespace at all, which leaves the prefix.
 */
export type Family = 'core' | 'media' | 'dc' | 'content' | 'excerpt' | 'wp' | 'wire' | 'xhtml' | 'other';

const patterns: readonly (readonly [RegExp, Family])[] = [
  [/^$|^atom$|w3\.org\/2005\/atom|purl\.org\/atom\/ns|purl\.org\/rss\/1\.0\/$|netscape\.com\/rdf/i, 'core'],
  [/^rss$|backend\.userland\.com|my\.netscape\.com/i, 'core'],
  [/^media$|mrss|search\.yahoo\.com/i, 'media'],
  [/^dc(?:terms)?$|purl\.org\/dc\//i, 'dc'],
  [/^content$|modules\/content/i, 'content'],
  [/^excerpt$|wordpress\.org\/export\/[^/]*\/excerpt/i, 'excerpt'],
  [/^wp$|wordpress\.org\/export/i, 'wp'],
  [/w3\.org\/1999\/xhtml|^xhtml$/i, 'xhtml'],
];

/** Namespaces met before: a feed has a dozen, and thousands of elements in them. */
const familyOf = remembered<Family>(1_000, namespace => {
  const own = namespace === namespaces.wire ? 'wire' : null;
  return own ?? patterns.find(([pattern]) => pattern.test(namespace))?.[1] ?? 'other';
});

export function family({ namespace }: XmlNode): Family {
  return familyOf(namespace);
}

/** The children of a family that have a local name. */
export function childrenOf(node: XmlNode, of: Family, ...names: readonly string[]): readonly XmlNode[] {
  return childElements(node).filter(each => names.includes(each.local) && family(each) === of);
}

/** The words of the first child of a family; empty where there is none. */
export function textOfChild(node: XmlNode, of: Family, ...names: readonly string[]): string {
  for (const name of names) {
    const found = childrenOf(node, of, name).find(each => nodeText(each).trim() !== '');
    if (found) return nodeText(found).trim();
  }
  return '';
}

/** The address that a link leads to: RSS has it as its words, Atom as its `href`. */
export function linkOf(node: XmlNode): string {
  const links = childrenOf(node, 'core', 'link');
  const alternate = links.find(each => /^(?:alternate)?$/.test(attributeValue(each, 'rel')));
  return alternate ? attributeValue(alternate, 'href') || nodeText(alternate).trim() : '';
}
