import { type Block, bodyText } from '../../../contract/body.ts';
import { WiredeskError } from '../../../contract/failure.ts';
import type { MarkupElement } from '../../markup/tree.ts';
import type { MediaReference, ReadContext, ReadStory } from '../format.ts';
import { readBody, textBlocks } from '../reading/blocks.ts';
import { isOwn } from '../reading/extras.ts';
import { createFigures } from '../reading/figures.ts';
import { htmlWords } from '../reading/html.ts';
import { readMoment } from '../reading/moments.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { readWireXml } from '../reading/xml.ts';
import { singleLine } from '../text.ts';
import {
  attributeValue,
  childElements,
  descendants,
  elementAt,
  nodeText,
  type XmlNode,
} from '../xml-read.ts';
import { readExtraElements } from './extras.ts';
import { linkOf, textOfChild } from './families.ts';
import { readContent, withoutFurniture } from './read-content.ts';
import { type Feed, isCore, languageOf, readItemFields } from './read-fields.ts';
import { type FoundMedia, findMedia, readMedia, sameAddress } from './read-media.ts';
import { featured, isPost, readWordPress } from './wordpress.ts';

/** RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0 with any modules, WordPress's export: every item a story (wire-formats 9). */
export function readRss(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  const report = createReport();
  const root = readWireXml(bytes, report);
  const feed = feedOf(root);
  const items = itemsOf(root, feed, report);
  const gone = tombstones(root);
  const stories = items.flatMap((item, index) => {
    const of = index === 0 ? report : createReport();
    const story = itemStory(item, feed, gone, context, of);
    return saysAnything(story) ? [story] : [];
  });
  const ids = new Set(items.map(item => textOfChild(item, 'core', 'id', 'guid')));
  const kills = [...gone.values()].filter(({ ref }) => !ids.has(ref)).map(killStory);
  if (stories.length + kills.length === 0)
    throw new WiredeskError('unsupported', 'The feed holds no item that says anything.');
  return [...stories, ...kills];
}

function feedOf(root: XmlNode): Feed {
  const channel = /^(?:rss|RDF)$/.test(root.local) ? elementAt(root, 'channel') : undefined;
  if (!/^(?:rss|RDF|feed|entry|channel)$/.test(root.local))
    throw new WiredeskError('unreadable', 'The XML is neither RSS nor Atom.');
  const node = channel ?? root;
  const language = textOfChild(node, 'core', 'language') || textOfChild(node, 'dc', 'language');
  return { node, language: language || languageOf(node) || languageOf(root), wordPress: readWordPress(node) };
}

/** Items stand in the channel, in RDF beside it; an entry may come alone. */
function itemsOf(root: XmlNode, feed: Feed, report: Report): readonly XmlNode[] {
  if (root.local === 'entry') return [root];
  const inFeed = (node: XmlNode): readonly XmlNode[] =>
    childElements(node).filter(each => /^(?:item|entry)$/.test(each.local) && isCore(each));
  const found = feed.node === root ? inFeed(root) : [...inFeed(feed.node), ...inFeed(root)];
  if (feed.wordPress === null) return found;
  const posts = found.filter(isPost);
  const others = found.length - posts.length;
  if (others > 0) report.noted(`${others} items of the export are no posts or pages; they make no stories.`);
  return posts;
}

/** A deletion, with the words that say why (RFC 6721). */
interface Tombstone {
  readonly ref: string;
  readonly when: string;
  readonly words: string;
}

function tombstones(root: XmlNode): ReadonlyMap<string, Tombstone> {
  const found = childElements(root, 'deleted-entry').map(each => ({
    ref: attributeValue(each, 'ref'),
    when: readMoment(attributeValue(each, 'when')) ?? '',
    words: nodeText(descendants(each, 'comment')[0]).trim(),
  }));
  return new Map(found.filter(({ ref }) => ref !== '').map(each => [each.ref, each]));
}

/** The deletion of an item, unless it was published again after that. */
function tombstoneOf(item: XmlNode, gone: ReadonlyMap<string, Tombstone>): Tombstone | null {
  const found = gone.get(textOfChild(item, 'core', 'id', 'guid'));
  const updated = readMoment(textOfChild(item, 'core', 'updated')) ?? '';
  return found && (found.when === '' || updated <= found.when) ? found : null;
}

/** Why an item was deleted; what this program writes there is only what a kill always demands. */
function reasonOf(deleted: Tombstone | null, own: boolean): { edNote?: string } {
  return deleted === null || own || deleted.words === '' ? {} : { edNote: deleted.words };
}

/** A deletion of something that the feed no longer holds: all there is of it is its identity. */
function killStory({ ref, words }: Tombstone): ReadStory {
  const headline = words.split('\n')[0] || `Deleted: ${ref}`;
  const fields = { headline, edNote: words };
  return readStory({ guid: ref, status: 'canceled', fields, blocks: [], pictures: [] }, createReport());
}

function saysAnything({ story }: ReadStory): boolean {
  const { headline, abstract, edNote } = story.fields;
  return [headline, abstract, edNote].some(Boolean) || story.body.blocks.length + story.pictures.length > 0;
}

interface Media extends FoundMedia {
  readonly id: string;
}

function itemStory(
  item: XmlNode,
  feed: Feed,
  gone: ReadonlyMap<string, Tombstone>,
  context: ReadContext,
  report: Report,
): ReadStory {
  const { ids } = context;
  const own = isOwn(readExtraElements(item));
  const content = readContent(item, own);
  const wire = readItemFields(item, feed, content.summary, report);
  const { all, small } = findMedia(item, report);
  const post = feed.wordPress ? featured(item, feed.wordPress) : null;
  const besides = post ? [{ href: post.href, guid: '', scopes: [], attachment: post }, ...all] : all;
  const media: Media[] = besides.map(each => ({ ...each, id: ids() }));
  const seen = new Map<string, { altText: string; caption: string }>();
  const figures = createFigures({ ids, report }, image => knownPicture(image, media));
  const body = readBody(withoutFurniture(content.body ?? emptyTree, own, report), {
    ids,
    report,
    headline: own ? '' : (wire.fields.headline ?? ''),
    picture: image => {
      const id = figures.picture(image);
      if (id !== null && !seen.has(id))
        seen.set(id, { altText: image.attributes.alt?.trim() ?? '', caption: '' });
      return id;
    },
    caption: (id, words) => {
      const shown = seen.get(id);
      if (shown) shown.caption ||= words;
      figures.caption(id, words);
      const described = describes(media.find(each => each.id === id));
      if (described !== '' && !own && !described.includes(singleLine(words)))
        report.leftOut(words, 'another caption of the picture');
    },
  });
  const inCopy = figures.found();
  const last = media.length + inCopy.pictures.length > 0 ? [] : small.map(each => ({ ...each, id: ids() }));
  const beside = [...media, ...last];
  const deleted = tombstoneOf(item, gone);
  const doubled = !own && isSame(wire.fields.abstract ?? '', body.blocks);
  const bare = body.blocks.length === 0 && !own && content.body === null && content.summary !== '';
  return readStory(
    {
      ...wire,
      ...(deleted ? { status: 'canceled' } : {}),
      fields: {
        ...wire.fields,
        ...reasonOf(deleted, own),
        ...(bare || doubled ? { abstract: '' } : {}),
        signOff: body.signOff,
      },
      blocks: bare ? textBlocks(content.summary, ids) : body.blocks,
      pictures: [
        ...beside.map(each => {
          const shown = seen.get(each.id);
          return readMedia(each, each.id, shown?.caption ?? '', shown?.altText ?? '');
        }),
        ...inCopy.pictures,
      ],
      media: [
        ...beside.flatMap(each => reference(each, own, feed)),
        ...inCopy.media.map(each => whole(each, feed)),
      ],
    },
    report,
  );
}

/** Many feeds send the whole copy as the description too: then it is no abstract. */
function isSame(abstract: string, blocks: readonly Block[]): boolean {
  return abstract !== '' && singleLine(abstract) === singleLine(bodyText({ version: 1, blocks }));
}

const emptyTree: MarkupElement = { tag: 'div', attributes: {}, children: [] };

/** A figure of the copy is a picture of the item by this program's identity of it, else by its address. */
function knownPicture({ attributes }: MarkupElement, media: readonly Media[]): string | null {
  const { src = '', 'data-guid': guid = '' } = attributes;
  const named = guid === '' ? undefined : media.find(each => each.guid === guid);
  const placed = src === '' ? undefined : media.find(each => sameAddress(each.href) === sameAddress(src));
  return (named ?? placed)?.id ?? null;
}

/** The words that Media RSS has under a picture. */
function describes(found: FoundMedia | undefined): string {
  const words = found?.scopes.map(scope => textOfChild(scope, 'media', 'description')).find(Boolean);
  return singleLine(htmlWords(words ?? ''));
}

function reference({ id, href }: Media, own: boolean, feed: Feed): readonly MediaReference[] {
  if (href === '') return [];
  return [own ? { picture: id, href: decoded(href) } : whole({ picture: id, href }, feed)];
}

/** This program's addresses beside the feed are paths, percent-encoded. */
function decoded(href: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** An address from the root of a site is whole with the site that the feed names. */
function whole(media: MediaReference, { node }: Feed): MediaReference {
  if (!media.href.startsWith('/')) return media;
  const base = attributeValue(node, 'base', 'http://www.w3.org/XML/1998/namespace') || linkOf(node);
  try {
    return { ...media, href: new URL(media.href, base).href };
  } catch {
    return media;
  }
}
