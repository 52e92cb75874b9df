import type { Embargo, StoryFields, Subject } from '../../../contract/story.ts';
import { emptyFields } from '../../../contract/story.ts';
import { words } from '../ninjs/json.ts';
import { isOwn, readStoryExtras } from '../reading/extras.ts';
import { readMoment } from '../reading/moments.ts';
import type { Report } from '../reading/report.ts';
import type { WireStory } from '../reading/story.ts';
import type { PublishingStatus } from '../status.ts';
import { joinTexts, singleLine } from '../text.ts';
import { attributeValue, nodeText, type XmlNode } from '../xml-read.ts';
import { readExtraElements } from './extras.ts';
import { childrenOf, family, linkOf, textOfChild } from './families.ts';
import { warnings } from './item.ts';
import { plainOf } from './read-content.ts';
import { mediaState } from './read-media.ts';
import { categoryDomain, mediaTopics, namespaces } from './vocabulary.ts';
import { postStatus, type WordPress } from './wordpress.ts';

/** A feed and what all its items take from it. */
export interface Feed {
  readonly node: XmlNode;
  readonly language: string;
  readonly wordPress: WordPress | null;
}

/** Everything of an item but its copy and its pictures. */
export function readItemFields(
  item: XmlNode,
  feed: Feed,
  summary: string,
  report: Report,
): Omit<WireStory, 'blocks' | 'pictures' | 'media'> {
  const extras = readExtraElements(item);
  const own = isOwn(extras);
  const title = childrenOf(item, 'core', 'title')[0] ?? childrenOf(item, 'dc', 'title')[0];
  const status = readStatus(item, report);
  const said: WireStory['fields'] = {
    headline: singleLine(own ? nodeText(title) : plainOf(title)),
    language: languageOf(item) || textOfChild(item, 'dc', 'language') || feed.language || undefined,
    copyrightNotice: rights(item) || rights(feed.node),
    copyrightHolder: textOfChild(item, 'dc', 'rightsHolder'),
    ...categories(item, feed.wordPress !== null),
  };
  const more = own ? readStoryExtras(extras) : { fields: foreignFields(item, feed) };
  const fields = { ...said, ...more.fields };
  const created = firstMoment(item);
  return {
    ...more,
    guid: identity(item, own),
    status,
    ...(created === null ? {} : { created }),
    fields: { ...fields, abstract: own ? ownAbstract(summary, fields, status) : summary },
  };
}

/** What the writer put before and after the abstract in words is taken off again. */
function ownAbstract(summary: string, fields: WireStory['fields'], status: PublishingStatus): string {
  const whole: StoryFields = { ...emptyFields, ...withoutUndefined(fields) };
  const state = status === 'canceled' ? 'killed' : status === 'withheld' ? 'withheld' : 'ready';
  const lines = summary.replace(/\r\n?/g, '\n').trim();
  const before = warnings({ state, fields: whole }).join('\n');
  let rest = lines.startsWith(before) ? lines.slice(before.length).trim() : lines;
  const after = status === 'canceled' ? [whole.correctionNote, whole.edNote].map(words).filter(Boolean) : [];
  for (const note of after) if (rest.endsWith(note)) rest = rest.slice(0, rest.length - note.length).trim();
  return rest;
}

function withoutUndefined(fields: WireStory['fields']): Partial<StoryFields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** An Atom id is a URI made of the guid where that is none: the guid itself stands beside it. */
function identity(item: XmlNode, own: boolean): string {
  const exact = own ? textOfChild(item, 'wire', 'guid') : '';
  const about = item.attributes.find(each => each.local === 'about')?.value ?? '';
  return (
    exact ||
    textOfChild(item, 'core', 'guid', 'id') ||
    textOfChild(item, 'dc', 'identifier') ||
    about ||
    linkOf(item)
  );
}

function readStatus(item: XmlNode, report: Report): PublishingStatus {
  const post = postStatus(item);
  if (post !== '' && post !== 'publish') report.noted(`In WordPress this was a ${post}, not published.`);
  const { state } = mediaState(item);
  return state === 'deleted' ? 'canceled' : state === 'blocked' ? 'withheld' : 'usable';
}

/** `xml:lang`, which Atom 1.0 has on every element. */
export function languageOf(node: XmlNode): string {
  return node.attributes.find(each => each.local === 'lang')?.value.trim() ?? '';
}

function rights(node: XmlNode): string {
  return textOfChild(node, 'core', 'rights', 'copyright') || textOfChild(node, 'dc', 'rights');
}

/** The oldest date that an item gives: when the story was first made. */
function firstMoment(item: XmlNode): string | null {
  const dates = [
    ...childrenOf(item, 'core', 'published', 'issued', 'created', 'pubDate', 'updated', 'modified'),
    ...childrenOf(item, 'dc', 'date', 'created', 'issued'),
  ];
  return dates.map(each => readMoment(nodeText(each))).find(moment => moment !== null) ?? null;
}

function foreignFields(item: XmlNode, feed: Feed): WireStory['fields'] {
  const people = authors(item, feed.wordPress);
  const [source] = childrenOf(item, 'core', 'source');
  const embargo = postStatus(item) === 'future' ? readMoment(textOfChild(item, 'core', 'pubDate')) : null;
  return {
    byline: people,
    author: people,
    source:
      textOfChild(item, 'dc', 'publisher') ||
      (source ? textOfChild(source, 'core', 'title') || ownWords(source) : '') ||
      plainOf(childrenOf(feed.node, 'core', 'title')[0]),
    sourceUri: source ? attributeValue(source, 'url') || linkOf(source) : '',
    edNote: mediaState(item).reason,
    // What WordPress will publish later is not to be published before (wire-formats 9).
    ...(embargo === null ? {} : { embargo: { until: embargo } satisfies Embargo }),
  };
}

function ownWords(node: XmlNode): string {
  return node.children.every(child => typeof child === 'string') ? singleLine(nodeText(node)) : '';
}

/** Names from `dc:creator`, Atom's `author` and RSS's, which is an e-mail address with the name in brackets. */
function authors(item: XmlNode, wordPress: WordPress | null): string {
  const creators = childrenOf(item, 'dc', 'creator').map(each => singleLine(nodeText(each)));
  const named = childrenOf(item, 'core', 'author').map(
    each => singleLine(textOfChild(each, 'core', 'name')) || withoutMail(ownWords(each)),
  );
  const names = creators.some(Boolean) ? creators : named;
  return joinTexts(
    names.map(name => wordPress?.authors.get(name) || name),
    ', ',
  );
}

function withoutMail(text: string): string {
  const inBrackets = /^\S+@\S+\s*\(([^()]+)\)$/.exec(text)?.[1];
  const before = /^([^<>]+?)\s*<\S+@\S+>$/.exec(text)?.[1];
  return inBrackets ?? before ?? (/^\S+@\S+$/.test(text) ? '' : text);
}

function categories(item: XmlNode, isWordPress: boolean): WireStory['fields'] {
  const nodes = childrenOf(item, 'core', 'category');
  const keywords: string[] = [];
  const subjects: Subject[] = [];
  let category = '';
  for (const node of nodes) {
    const domain = attributeValue(node, 'domain') || attributeValue(node, 'scheme');
    const term = singleLine(attributeValue(node, 'term') || nodeText(node));
    const exact = exactSubject(node);
    if (exact) subjects.push(exact);
    else if (domain === categoryDomain) category = term;
    else if (domain === '' || isWordPress) {
      keywords.push(attributeValue(node, 'label') || term);
      if (isWordPress && domain === 'category') category ||= term;
    } else subjects.push(subject(domain, term, singleLine(attributeValue(node, 'label'))));
  }
  const tagged = childrenOf(item, 'dc', 'subject').map(each => singleLine(nodeText(each)));
  const filled = subjects.filter(({ code, name }) => code !== '' || name !== '');
  return { keywords: [...keywords, ...tagged], subjects: filled, category };
}

/** The parts of a subject exactly, as this program adds them in attributes of its own. */
function exactSubject(node: XmlNode): Subject | null {
  const own = (name: string): string => attributeValue(node, name, namespaces.wire);
  const isExact = node.attributes.some(each => each.namespace === namespaces.wire);
  return isExact ? { scheme: own('scheme'), code: own('code'), name: own('name') } : null;
}

/** In a taxonomy of its own a term is a code where it looks like one, else a name. */
function subject(domain: string, term: string, label: string): Subject {
  const scheme = domain === mediaTopics ? 'medtop' : domain;
  const isCode = label !== '' || /^[\w.:/-]*\d[\w.:/-]*$/.test(term);
  return isCode ? { scheme, code: term, name: label } : { scheme, code: '', name: term };
}

/** Whether an element is one of RSS's or Atom's own, for finding items and entries. */
export function isCore(node: XmlNode): boolean {
  return family(node) === 'core';
}
