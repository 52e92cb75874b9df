import { attributeValue, childElements, elementAt, nodeText, type XmlNode } from '../xml-read.ts';
import type { Findings } from './rules-dates.ts';
import { namespaces } from './vocabulary.ts';

/** What Media RSS 1.5.1 says of its elements and attributes. */
export function mediaFindings(node: XmlNode): Findings {
  const own = node.namespace === namespaces.media ? (rules[node.local]?.(node) ?? [unknown(node)]) : [];
  return [...own, ...childElements(node).flatMap(mediaFindings)];
}

function unknown({ local }: XmlNode): string {
  return `Media RSS has no element “${local}”.`;
}

const typed = (node: XmlNode): Findings => [...attribute(node, 'type', /^(?:plain|html)?$/), ...filled(node)];

const rules: Readonly<Record<string, (node: XmlNode) => Findings>> = {
  group: node => (elementAt(node, 'content') ? [] : ['A media:group holds no media:content.']),
  content: node => [
    ...(attributeValue(node, 'url') === '' && !elementAt(node, 'player')
      ? ['A media:content has neither url nor player.']
      : []),
    ...attribute(node, 'url', /^\S*$/),
    ...attribute(node, 'type', /^(?:[\w.+-]+\/[\w.+-]+)?$/),
    ...attribute(node, 'medium', /^(?:image|audio|video|document|executable)?$/),
    ...['width', 'height', 'fileSize', 'duration'].flatMap(name => attribute(node, name, /^\d*$/)),
    ...attribute(node, 'isDefault', /^(?:true|false)?$/),
    ...attribute(node, 'expression', /^(?:sample|full|nonstop)?$/),
  ],
  title: typed,
  description: typed,
  credit: node => [...attribute(node, 'role', /^[^A-Z]*$/), ...filled(node)],
  copyright: filled,
  license: filled,
  keywords: filled,
  thumbnail: node => [
    ...attribute(node, 'url', /^\S+$/),
    ...['width', 'height'].flatMap(name => attribute(node, name, /^\d*$/)),
  ],
  restriction: node => [
    ...attribute(node, 'relationship', /^(?:allow|deny)$/),
    ...attribute(node, 'type', /^(?:country|uri|sharing)?$/),
    ...(attributeValue(node, 'type') === 'country' && !/^[a-z]{2}(?: [a-z]{2})*$/i.test(nodeText(node))
      ? [`“${nodeText(node)}” are no country codes.`]
      : []),
  ],
  status: node => attribute(node, 'state', /^(?:active|blocked|deleted)$/),
  category: filled,
  player: node => attribute(node, 'url', /^\S+$/),
};

function attribute(node: XmlNode, name: string, allowed: RegExp): Findings {
  const value = attributeValue(node, name);
  return allowed.test(value) ? [] : [`“${value}” may not be the ${name} of media:${node.local}.`];
}

function filled(node: XmlNode): Findings {
  return nodeText(node).trim() === '' ? [`media:${node.local} is empty.`] : [];
}
