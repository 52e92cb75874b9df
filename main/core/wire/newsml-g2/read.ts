import { type Block, inlineText, plainInlines } from '../../../contract/body.ts';
import { problem, WiredeskError } from '../../../contract/failure.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { MarkupElement } from '../../markup/tree.ts';
import type { MediaReference, ReadContext, ReadStory } from '../format.ts';
import { textBlocks } from '../reading/blocks.ts';
import { withoutDateline } from '../reading/dateline.ts';
import { createFigures } from '../reading/figures.ts';
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
import { readItemBody } from './read-body.ts';
import { blockWords, codeOf, qcode } from './read-concept.ts';
import { type ReadPictureItem, readPictureItem, readRemotePicture } from './read-picture.ts';
import { isOwn, readAbstract, readItemMetadata } from './read-text.ts';

/**
 * Any NewsML-G2 2.x: a single item or a message with or without a header. Each text item is a story; pictures go
 * to the story that a package, a link or a figure ties them to.
 */
export function readNewsmlG2(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  const opening = createReport();
  const root = readWireXml(bytes, opening);
  const items = itemsOf(root);
  const kinds = items.map(item => ({ item, kind: kindOf(item) }));
  const texts = kinds.filter(each => each.kind === 'text').map(each => each.item);
  const pictures = pictureItems(kinds, context);
  const ties = readTies(items, texts, pictures);
  const stories = texts.map((item, index) =>
    textStory(item, ties.get(item) ?? [], root, context, index === 0 ? opening : null),
  );
  const tied = new Set([...ties.values()].flat());
  const alone = pictures.filter(each => !tied.has(each)).map(each => pictureStory(each, context));
  const rest = stories.length + alone.length > 0 ? [] : [restStory(kinds, opening, context)];
  const told = [...stories, ...alone, ...rest].filter(saysAnything);
  if (told.length > 0) return told;
  const [only] = [...stories, ...alone, ...rest];
  if (!only) throw new WiredeskError('unreadable', 'The NewsML-G2 file holds no item.');
  const words = 'The file says things about a story, but holds none of its words.';
  return [{ ...only, problems: [...only.problems, problem('warning', 'nothing-said', words)] }];
}

function saysAnything({ story }: ReadStory): boolean {
  const { headline, slugline, abstract, edNote } = story.fields;
  return (
    [headline, slugline, abstract, edNote].some(Boolean) ||
    story.body.blocks.length + story.pictures.length > 0
  );
}

/** Without a namespace too, and with whatever a message wraps around its items (2.7, 2.10). */
function itemsOf(root: XmlNode): readonly XmlNode[] {
  if (/Item$/.test(root.local)) return [root];
  // A part of an item, as documentation and clipboards have it.
  if (/^(?:contentSet|contentMeta|groupSet)$/.test(root.local))
    return [
      {
        ...root,
        local: root.local === 'groupSet' ? 'packageItem' : 'newsItem',
        attributes: [],
        children: [root],
      },
    ];
  const found = [
    'newsItem',
    'packageItem',
    'conceptItem',
    'knowledgeItem',
    'planningItem',
    'catalogItem',
  ].flatMap(name => descendants(root, name));
  if (found.length === 0) throw new WiredeskError('unreadable', 'The NewsML-G2 message holds no item.');
  return found;
}

type Kind = 'text' | 'picture' | 'package' | 'media' | 'knowledge';

function kindOf(item: XmlNode): Kind {
  if (item.local === 'packageItem') return 'package';
  if (item.local !== 'newsItem') return 'knowledge';
  const itemClass = codeOf(elementAt(item, 'itemMeta', 'itemClass')).toLowerCase();
  const set = elementAt(item, 'contentSet');
  const holdsText =
    set !== undefined && childElements(set).some(each => /^inline(?:XML|Data)$/.test(each.local));
  if (/^(?:picture|photo|image|graphics?)$/.test(itemClass) && !holdsText) return 'picture';
  if (/^(?:audio|video|animation)$/.test(itemClass) && !holdsText) return 'media';
  return itemClass === 'composite' && !holdsText && set === undefined ? 'package' : 'text';
}

interface PictureOfItem extends ReadPictureItem {
  readonly item: XmlNode;
  readonly guid: string;
}

function pictureItems(
  kinds: readonly { readonly item: XmlNode; readonly kind: Kind }[],
  { ids }: ReadContext,
): readonly PictureOfItem[] {
  return kinds
    .filter(each => each.kind === 'picture')
    .map(({ item }) => ({
      ...readPictureItem(item, ids(), languageTag(item)),
      item,
      guid: attributeValue(item, 'guid'),
    }));
}

function languageTag(item: XmlNode): string {
  const language = elementAt(item, 'contentMeta', 'language');
  return language ? attributeValue(language, 'tag') : '';
}

/**
 * Which pictures belong to which text: by links, by figures, by a package that holds both. In a message with one
 * text alone every picture is its.
 */
function readTies(
  items: readonly XmlNode[],
  texts: readonly XmlNode[],
  pictures: readonly PictureOfItem[],
): ReadonlyMap<XmlNode, readonly PictureOfItem[]> {
  const packages = items
    .filter(item => item.local === 'packageItem')
    .map(
      item => new Set(descendants(item, 'itemRef').map(reference => attributeValue(reference, 'residref'))),
    );
  return new Map(
    texts.map(text => {
      if (texts.length === 1) return [text, pictures];
      const guid = attributeValue(text, 'guid');
      const linked = new Set([
        ...descendants(text, 'link').flatMap(link => [
          attributeValue(link, 'residref'),
          attributeValue(link, 'href'),
        ]),
        ...descendants(text, 'img').flatMap(image => [
          attributeValue(image, 'data-guid'),
          attributeValue(image, 'src'),
        ]),
      ]);
      const beside = packages.filter(members => members.has(guid));
      return [
        text,
        pictures.filter(each => linked.has(each.guid) || beside.some(members => members.has(each.guid))),
      ];
    }),
  );
}

function textStory(
  item: XmlNode,
  tied: readonly PictureOfItem[],
  root: XmlNode,
  context: ReadContext,
  opening: Report | null,
): ReadStory {
  const report = opening ?? createReport();
  const { dateline, ...metadata } = readItemMetadata(item, report);
  const abstract = readAbstract(item, report);
  const pictures: Picture[] = tied.map(each => each.picture);
  const media: MediaReference[] = tied.flatMap(each => each.media);
  const remote = readRemotePicture(item, context.ids);
  if (remote) {
    pictures.push(remote.picture);
    media.push(...remote.media);
  }
  const figures = createFigures({ ids: context.ids, report }, image => pictureOfImage(image, tied, media));
  const body = readItemBody(item, {
    ids: context.ids,
    report,
    headline: metadata.fields.headline ?? '',
    picture: figures.picture,
    caption: figures.caption,
  });
  const found = figures.found();
  const own = isOwn(item);
  return readStory(
    {
      ...metadata,
      fields: {
        ...metadata.fields,
        headline: metadata.fields.headline || body.headline,
        abstract,
        ...(own ? headerFields(root) : {}),
        signOff: body.signOff || metadata.fields.signOff,
      },
      blocks: withoutDateline(withoutTeaser(body.blocks, abstract), own ? '' : dateline),
      pictures: [...pictures, ...found.pictures],
      media: [...media, ...found.media],
    },
    report,
  );
}

/** Priority and desk stand in the message's header, which is about the sending (2.7): only this program's are the story's. */
function headerFields(root: XmlNode): { priority?: number; desk?: string } {
  const header = elementAt(root, 'header');
  if (!header) return {};
  const priority = Number(nodeText(elementAt(header, 'priority')));
  return {
    ...(Number.isInteger(priority) && priority > 0 ? { priority } : {}),
    desk: singleLine(nodeText(elementAt(header, 'origin'))),
  };
}

/** A figure's `img` is one of the pictures by its guid, else by where its file lies. */
function pictureOfImage(
  { attributes }: MarkupElement,
  tied: readonly PictureOfItem[],
  media: readonly MediaReference[],
): string | null {
  const named = tied.find(each => each.guid === attributes['data-guid'] || each.guid === attributes.src);
  if (named) return named.picture.id;
  return media.find(each => each.href === attributes.src)?.picture ?? null;
}

/** dpa repeats its teaser, which is the abstract, as the first paragraph of the copy. */
function withoutTeaser(blocks: readonly Block[], abstract: string): readonly Block[] {
  const [first, ...rest] = blocks;
  const text = first?.type === 'paragraph' ? inlineText(first.inlines) : '';
  return abstract !== '' && rest.length > 0 && singleLine(text) === singleLine(abstract) ? rest : blocks;
}

/** A picture on its own is a story that holds it; what its metadata say of the picture is the picture's alone. */
function pictureStory({ item, picture, media }: PictureOfItem, { ids }: ReadContext): ReadStory {
  const report = createReport();
  const { dateline: _, ...metadata } = readItemMetadata(item, report);
  return readStory(
    {
      ...metadata,
      fields: { ...metadata.fields, edNote: '', copyrightNotice: '', usageTerms: '', byline: '', author: '' },
      blocks: [{ id: ids(), type: 'picture', pictureId: picture.id }],
      pictures: [picture],
      media,
    },
    report,
  );
}

/**
 * A message without text or picture: a package whose items come apart, or a video, by its words.
 * @throws WiredeskError 'unsupported' where there is no news item in it
 */
function restStory(
  kinds: readonly { readonly item: XmlNode; readonly kind: Kind }[],
  report: Report,
  { ids }: ReadContext,
): ReadStory {
  const found = kinds.find(each => each.kind === 'package') ?? kinds.find(each => each.kind === 'media');
  if (!found)
    throw new WiredeskError(
      'unsupported',
      'The NewsML-G2 file holds concepts or plans, not news; there is no story in it.',
    );
  const { dateline: _, ...metadata } = readItemMetadata(found.item, report);
  const references = descendants(found.item, 'itemRef').map(reference =>
    ['headline', 'title', 'description']
      .map(name => singleLine(nodeText(elementAt(reference, name))))
      .find(Boolean),
  );
  const items = references.filter(each => each !== undefined).map(plainInlines);
  const list: readonly Block[] =
    items.length === 0 ? [] : [{ id: ids(), type: 'list', ordered: false, items }];
  if (found.kind === 'media')
    report.noted(`The ${kindName(found.item)} itself is not taken in, only its words.`);
  return readStory(
    {
      ...metadata,
      fields: {
        ...metadata.fields,
        abstract: found.kind === 'package' ? readAbstract(found.item, report) : undefined,
      },
      blocks: found.kind === 'package' ? list : descriptionBlocks(found.item, ids),
      pictures: [],
    },
    report,
  );
}

/** What is said of a video: its summary, shot list and transcript, as copy. */
function descriptionBlocks(item: XmlNode, ids: () => string): readonly Block[] {
  const meta = elementAt(item, 'contentMeta');
  const words = (meta ? childElements(meta, 'description') : []).map(blockWords);
  return textBlocks(words.join('\n\n'), ids);
}

function kindName(item: XmlNode): string {
  return qcode(attributeValue(elementAt(item, 'itemMeta', 'itemClass') ?? item, 'qcode')).code || 'media';
}
