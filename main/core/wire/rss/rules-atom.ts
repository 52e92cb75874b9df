import { absoluteUri } from '../uri.ts';
import { attributeValue, childElements, nodeText, type XmlNode } from '../xml-read.ts';
import { type Findings, isRfc3339 } from './rules-dates.ts';
import { namespaces } from './vocabulary.ts';

/** What RFC 4287 and RFC 6721 say of a feed. */
export function atomFindings(feed: XmlNode): Findings {
  const entries = atomChildren(feed, 'entry');
  const versions = entries.map(entry => `${text(entry, 'id')} ${text(entry, 'updated')}`);
  const hasAuthor = atomChildren(feed, 'author').length > 0;
  return [
    ...commonFindings(feed),
    ...entries.flatMap(entry => [
      ...commonFindings(entry),
      ...entryFindings(entry),
      ...(hasAuthor || atomChildren(entry, 'author').length > 0 ? [] : ['An entry has no author.']),
    ]),
    ...(new Set(versions).size === versions.length ? [] : ['Two entries have the same id and date.']),
    ...childElements(feed, 'deleted-entry').flatMap(deletedFindings),
  ];
}

function commonFindings(node: XmlNode): Findings {
  const of = (name: string): readonly XmlNode[] => atomChildren(node, name);
  return [
    ...['id', 'title', 'updated']
      .filter(name => of(name).length !== 1)
      .map(name => `${node.local} must have one ${name}.`),
    ...(absoluteUri(text(node, 'id')) === text(node, 'id') ? [] : [`The id of ${node.local} is no IRI.`]),
    ...['updated', 'published']
      .flatMap(of)
      .filter(each => !isRfc3339(nodeText(each)))
      .map(each => `“${nodeText(each).slice(0, 60)}” is no date of RFC 3339.`),
    ...of('author')
      .filter(each => text(each, 'name').trim() === '')
      .map(() => 'An author has no name.'),
    ...of('link')
      .filter(each => attributeValue(each, 'href') === '')
      .map(() => 'A link has no href.'),
    ...of('category').flatMap(categoryFindings),
  ];
}

function categoryFindings(category: XmlNode): Findings {
  const scheme = attributeValue(category, 'scheme');
  return [
    ...(attributeValue(category, 'term') === '' ? ['A category has no term.'] : []),
    ...(scheme === '' || absoluteUri(scheme) === scheme ? [] : [`“${scheme}” is no IRI of a scheme.`]),
  ];
}

function entryFindings(entry: XmlNode): Findings {
  const contents = atomChildren(entry, 'content');
  const linked = atomChildren(entry, 'link').some(each => attributeValue(each, 'rel') === 'alternate');
  return [
    ...(contents.length > 1 ? ['An entry has its content twice.'] : []),
    ...(contents.length === 0 && !linked ? ['An entry has neither content nor an alternate link.'] : []),
    ...['summary', 'rights', 'published']
      .filter(name => atomChildren(entry, name).length > 1)
      .map(name => `An entry has two of ${name}.`),
    ...contents.flatMap(contentFindings),
  ];
}

function contentFindings(content: XmlNode): Findings {
  if (attributeValue(content, 'type') !== 'xhtml') return [];
  const [div, ...more] = childElements(content);
  const good = div?.local === 'div' && div.namespace === namespaces.xhtml && more.length === 0;
  return good ? [] : ['Content of the type xhtml must be one div in the namespace of XHTML.'];
}

function deletedFindings(deleted: XmlNode): Findings {
  const ref = attributeValue(deleted, 'ref');
  return [
    ...(deleted.namespace === namespaces.tombstones ? [] : ['deleted-entry is not in its namespace.']),
    ...(absoluteUri(ref) === ref ? [] : ['A deleted-entry names no id.']),
    ...(isRfc3339(attributeValue(deleted, 'when')) ? [] : ['A deleted-entry has no date of RFC 3339.']),
  ];
}

function atomChildren(node: XmlNode, name: string): readonly XmlNode[] {
  return childElements(node, name).filter(each => each.namespace === namespaces.atom);
}

function text(node: XmlNode, name: string): string {
  return nodeText(atomChildren(node, name)[0]);
}
