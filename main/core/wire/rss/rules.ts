import { type Problem, problem } from '../../../contract/failure.ts';
import { attributeValue, childElements, descendants, nodeText, readXml, type XmlNode } from '../xml-read.ts';
import { atomFindings } from './rules-atom.ts';
import { type Findings, isRfc822 } from './rules-dates.ts';
import { mediaFindings } from './rules-media.ts';
import { namespaces } from './vocabulary.ts';

/**
 * What is wrong with a feed by the rules that its specifications give in prose: RSS 2.0, Atom (RFC 4287),
 * tombstones (RFC 6721) and Media RSS have no schema to check against (wire-formats 9).
 * @returns errors; none for a good feed
 */
export function feedProblems(bytes: Uint8Array): Problem[] {
  let root: XmlNode;
  try {
    root = readXml(bytes);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return [problem('error', 'not-well-formed', words)];
  }
  const found = [...namespaceFindings(root), ...mediaFindings(root)];
  if (root.local === 'feed' && root.namespace === namespaces.atom) found.push(...atomFindings(root));
  else if (root.local === 'rss' && root.namespace === '') found.push(...rssFindings(root));
  else found.push('The root is neither rss nor feed in the namespace of Atom.');
  return [...new Set(found)].map(words => problem('error', 'feed', words));
}

const known: ReadonlySet<string> = new Set(['', ...Object.values(namespaces)]);

function namespaceFindings(node: XmlNode): Findings {
  const own = known.has(node.namespace)
    ? []
    : [`“${node.namespace}” is no namespace that feeds are written in.`];
  return [...own, ...childElements(node).flatMap(namespaceFindings)];
}

const channelElements = new Set(
  'title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image rating textInput skipHours skipDays item'.split(
    ' ',
  ),
);
const itemElements = new Set(
  'title link description author category comments enclosure guid pubDate source'.split(' '),
);
const maySeveral = new Set(['category', 'item', 'enclosure']);

function rssFindings(root: XmlNode): Findings {
  const channels = childElements(root, 'channel');
  const [channel] = channels;
  if (attributeValue(root, 'version') !== '2.0') return ['The version of rss is not 2.0.'];
  if (!channel || channels.length > 1) return ['There must be one channel.'];
  const items = coreChildren(channel).filter(each => each.local === 'item');
  const guids = items.flatMap(item => childElements(item, 'guid').map(nodeText));
  return [
    ...['title', 'link', 'description']
      .filter(name => core(channel, name).trim() === '')
      .map(name => `The channel has no ${name}.`),
    ...(isAddress(core(channel, 'link')) ? [] : ['The link of the channel is no address on the web.']),
    ...elementFindings(channel, channelElements),
    ...dateFindings(channel),
    ...(new Set(guids).size === guids.length ? [] : ['Two items have the same guid.']),
    ...items.flatMap(itemFindings),
  ];
}

function itemFindings(item: XmlNode): Findings {
  return [
    ...(core(item, 'title').trim() === '' && core(item, 'description').trim() === ''
      ? ['An item has neither title nor description.']
      : []),
    ...elementFindings(item, itemElements),
    ...dateFindings(item),
    ...childElements(item, 'guid').flatMap(guidFindings),
    ...coreChildren(item)
      .filter(each => each.local === 'author' && !/^\S+@\S+/.test(nodeText(each)))
      .map(() => 'The author of an item is no e-mail address.'),
    ...coreChildren(item)
      .filter(each => each.local === 'enclosure')
      .flatMap(each => ['url', 'length', 'type'].filter(name => attributeValue(each, name) === ''))
      .map(name => `An enclosure has no ${name}.`),
    ...descendants(item, 'creator')
      .filter(each => nodeText(each).trim() === '')
      .map(() => 'A creator has no name.'),
    ...(childElements(item, 'encoded').length > 1 ? ['An item has its content twice.'] : []),
  ];
}

function guidFindings(guid: XmlNode): Findings {
  const text = nodeText(guid).trim();
  if (text === '') return ['A guid is empty.'];
  const isLink = attributeValue(guid, 'isPermaLink') !== 'false';
  return isLink && !isAddress(text) ? ['A guid that is no address must say isPermaLink="false".'] : [];
}

/** Elements of no namespace must be RSS's own, and most of them stand once. */
function elementFindings(parent: XmlNode, allowed: ReadonlySet<string>): Findings {
  const names = coreChildren(parent).map(each => each.local);
  return [
    ...names.filter(name => !allowed.has(name)).map(name => `${parent.local} may not hold “${name}”.`),
    ...names
      .filter((name, index) => !maySeveral.has(name) && names.indexOf(name) !== index)
      .map(name => `${parent.local} holds “${name}” twice.`),
  ];
}

function dateFindings(parent: XmlNode): Findings {
  return coreChildren(parent)
    .filter(each => /^(?:pubDate|lastBuildDate)$/.test(each.local) && !isRfc822(nodeText(each)))
    .map(each => `“${nodeText(each).slice(0, 60)}” is no date of RFC 822.`);
}

function coreChildren(parent: XmlNode): readonly XmlNode[] {
  return childElements(parent).filter(each => each.namespace === '');
}

function core(parent: XmlNode, name: string): string {
  return nodeText(coreChildren(parent).find(each => each.local === name));
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text.trim());
}
