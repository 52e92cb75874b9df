import { singleLine } from '../text.ts';
import {
  attributeValue,
  childElements,
  descendants,
  elementAt,
  nodeText,
  type XmlNode,
} from '../xml-read.ts';

/** How NewsML 1.2 says things: by `FormalName`, and by properties within properties (wire-formats 5). */

export function formalName(node: XmlNode | undefined): string {
  return node ? attributeValue(node, 'FormalName').trim() : '';
}

/** The value of the first property of a name among a node's own. */
export function property(node: XmlNode | undefined, name: string): string {
  const found = node ? childElements(node, 'Property').find(each => formalName(each) === name) : undefined;
  return found ? attributeValue(found, 'Value').trim() || singleLine(nodeText(found)) : '';
}

export function properties(node: XmlNode, name: string): readonly string[] {
  return descendants(node, 'Property')
    .filter(each => formalName(each) === name)
    .map(each => attributeValue(each, 'Value').trim())
    .filter(value => value !== '');
}

/** The words of the first element at a path below the first of some nodes that has any. */
export function firstText(nodes: readonly XmlNode[], ...path: readonly string[]): string {
  return nodes.map(node => singleLine(nodeText(elementAt(node, ...path)))).find(text => text !== '') ?? '';
}

/** Every text at a path, each once. */
export function allTexts(nodes: readonly XmlNode[], ...path: readonly string[]): readonly string[] {
  const [last = '', ...wider] = [...path].reverse();
  const parents = nodes.flatMap(node => elementAt(node, ...wider.reverse()) ?? []);
  const texts = parents.flatMap(parent =>
    childElements(parent, last).map(each => singleLine(nodeText(each))),
  );
  return [...new Set(texts.filter(text => text !== ''))];
}

/** The role of a component, in lower case. */
export function roleOf(component: XmlNode): string {
  return formalName(childElements(component, 'Role')[0]).toLowerCase();
}

export function languageOf(component: XmlNode): string {
  const described = formalName(elementAt(component, 'DescriptiveMetadata', 'Language'));
  const xml = 'http://www.w3.org/XML/1998/namespace';
  return described || attributeValue(component, 'lang', xml) || attributeValue(component, 'lang');
}

/** A component and every one it lies in, the innermost first: what it does not say itself, they say for it. */
export type Lineage = readonly XmlNode[];
