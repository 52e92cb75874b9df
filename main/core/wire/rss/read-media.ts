import { type Inline, plainInlines } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import { Restriction } from '../../../contract/rights.ts';
import type { Extras } from '../extras.ts';
import { isOwn, readPictureExtras } from '../reading/extras.ts';
import { htmlInlines, isMarkedUp } from '../reading/html.ts';
import { readPicture } from '../reading/picture.ts';
import type { Report } from '../reading/report.ts';
import { singleLine } from '../text.ts';
import { attributeValue, childElements, nodeText, type XmlNode } from '../xml-read.ts';
import { readExtraElements } from './extras.ts';
import { childrenOf, family, textOfChild } from './families.ts';
import { plainOf } from './read-content.ts';
import type { Attachment } from './wordpress.ts';

/** A picture that an item names beside its copy, before it is known whether the copy shows it too. */
export interface FoundMedia {
  readonly href: string;
  /** This program's identity of it, by which its figure in the copy names it. */
  readonly guid: string;
  /** The elements that speak of it, the nearest first (Media RSS: the innermost wins). */
  readonly scopes: readonly XmlNode[];
  readonly attachment?: Attachment;
}

/** More pictures than a story has; each is looked for in all of its item. */
const mostPictures = 300;

/** Every picture of an item, each once, in the item's order; small views of a picture only where there is no other. */
export function findMedia(
  item: XmlNode,
  report: Report,
): { all: readonly FoundMedia[]; small: readonly FoundMedia[] } {
  const all = childElements(item).flatMap(child => mediaOf(child, item, report));
  const small = [
    ...childrenOf(item, 'media', 'thumbnail').map(each => found(attributeValue(each, 'url'), [item])),
    ...childrenOf(item, 'media', 'group').flatMap(group =>
      childrenOf(group, 'media', 'thumbnail').map(each => found(attributeValue(each, 'url'), [group, item])),
    ),
    ...childElements(item)
      .filter(each => each.local === 'image' && family(each) !== 'media')
      .map(each =>
        found(attributeValue(each, 'href') || textOfChild(each, 'core', 'url') || ownWords(each), []),
      ),
  ].filter(each => each.href !== '');
  const pictures = distinct(all);
  for (const { href } of pictures.slice(mostPictures, mostPictures + 1))
    report.leftOut(href, `with every picture after the first ${mostPictures}`);
  return { all: pictures.slice(0, mostPictures), small: distinct(small).slice(0, 1) };
}

function ownWords(node: XmlNode): string {
  return childElements(node).length === 0 ? nodeText(node).trim() : '';
}

function found(href: string, scopes: readonly XmlNode[]): FoundMedia {
  return { href: href.trim(), guid: '', scopes };
}

function mediaOf(child: XmlNode, item: XmlNode, report: Report): readonly FoundMedia[] {
  const guid = textOfChild(child, 'wire', 'guid');
  if (family(child) === 'wire') return child.local === 'picture' ? [{ href: '', guid, scopes: [child] }] : [];
  if (family(child) === 'media' && child.local === 'content')
    return isPicture(child, 'url', report) ? [found(attributeValue(child, 'url'), [child, item])] : [];
  if (family(child) === 'media' && child.local === 'group') {
    const contents = childrenOf(child, 'media', 'content').filter(each => isPicture(each, 'url', report));
    const apart = contents.filter(each => childrenOf(each, 'media', 'title', 'description').length > 0);
    const chosen = apart.length > 1 ? apart : contents.toSorted(byWorth).slice(0, 1);
    return chosen.map(each => ({
      href: attributeValue(each, 'url').trim(),
      guid,
      scopes: [each, child, item],
    }));
  }
  const isEnclosure = child.local === 'enclosure' || attributeValue(child, 'rel') === 'enclosure';
  if (family(child) !== 'core' || !isEnclosure) return [];
  const address = child.local === 'enclosure' ? 'url' : 'href';
  return isPicture(child, address, report) ? [found(attributeValue(child, address), [item])] : [];
}

/** The form that is meant to be shown, else the widest: the forms of a group are one picture. */
function byWorth(a: XmlNode, b: XmlNode): number {
  const worth = (each: XmlNode): number =>
    (Number(attributeValue(each, 'width')) || 0) +
    (attributeValue(each, 'isDefault') === 'true' ? 1_000_000 : 0);
  return worth(b) - worth(a);
}

const pictureName = /\.(?:jpe?g|png|gif|webp|tiff?|avif|heic|bmp)(?:$|[?#])/i;

function isPicture(node: XmlNode, address: string, report: Report): boolean {
  const kind = `${attributeValue(node, 'medium')} ${attributeValue(node, 'type')}`.trim().toLowerCase();
  const href = attributeValue(node, address);
  if (['width', 'height'].some(name => /^[01]$/.test(attributeValue(node, name)))) {
    report.leftOut(href, 'a pixel that counts readers');
    return false;
  }
  if (/image/.test(kind) || ((kind === '' || /octet-stream/.test(kind)) && pictureName.test(href)))
    return true;
  // A content element without any kind at all is a picture in the feeds that send it.
  if (kind === '' && node.local === 'content' && href !== '') return true;
  if (href !== '')
    report.noted(`A file of the kind “${kind || 'unknown'}” is not taken in: ${href.slice(0, 200)}`);
  return false;
}

/** Addresses of one picture in other sizes, as WordPress and image servers make them. */
export function sameAddress(href: string): string {
  return href
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/^https?:/i, '')
    .replace(/-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/, '');
}

function distinct(media: readonly FoundMedia[]): readonly FoundMedia[] {
  const known = new Set<string>();
  return media.filter(({ href, guid }) => {
    const key = guid || sameAddress(href);
    if (key === '' || known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/**
 * The picture that the elements of an item describe.
 * @param caption the words under it in the copy, for one that has no description of its own
 */
export function readMedia(
  { scopes, attachment }: FoundMedia,
  id: string,
  caption: string,
  altText: string,
): Picture {
  const of = (name: string): readonly XmlNode[] =>
    scopes.map(scope => childrenOf(scope, 'media', name)).find(list => list.length > 0) ?? [];
  const extras = scopes.map(readExtraElements).find(isOwnPicture) ?? {};
  const own = isOwn(extras);
  const license = of('license')[0];
  const description = captionOf(of('description')[0]);
  return readPicture({
    ...(own
      ? readPictureExtras(extras)
      : {
          usageTerms: plainOf(license),
          webStatement: license ? attributeValue(license, 'href') : '',
          ...keywords(of('keywords')[0]),
        }),
    id,
    caption: description.length > 0 ? description : plainInlines(own ? '' : attachment?.caption || caption),
    headline: singleLine(own ? nodeText(of('title')[0]) : plainOf(of('title')[0]) || titleOf(attachment)),
    altText: own ? textIn(extras, 'altText') : attachment?.altText || altText,
    ...credits(of('credit')),
    copyrightNotice: nodeText(of('copyright')[0]).trim(),
    // Of restrictions none overrides another: each bars what it bars.
    restrictions: scopes.flatMap(scope => childrenOf(scope, 'media', 'restriction')).flatMap(territoryRule),
  });
}

function textIn(extras: Extras, name: string): string {
  return extras[name]?.find(each => typeof each === 'string') ?? '';
}

/** WordPress calls a picture by its file's name until someone gives it another. */
function titleOf(attachment: Attachment | undefined): string {
  const title = attachment?.title ?? '';
  return /\s/.test(title) ? title : '';
}

/** A picture's own extras name its guid; those of the item around it are the story's. */
function isOwnPicture(extras: Extras): boolean {
  return isOwn(extras) && extras.version === undefined;
}

function captionOf(node: XmlNode | undefined): readonly Inline[] {
  if (!node) return [];
  const text = nodeText(node).trim();
  const type = attributeValue(node, 'type');
  return type === 'html' || (type !== 'plain' && isMarkedUp(text)) ? htmlInlines(text) : plainInlines(text);
}

const makers = /^(?:photographer|author|creator|photo|camera|artist|illustrator)/i;
const givers = /^(?:source|owner|distribut|provider|agency|copyright|producer|publisher|company)/i;

/** Credits by their role (EBU, else whatever the feed calls them); one without a role is what must be printed. */
function credits(nodes: readonly XmlNode[]): { creator: string; source: string; creditLine: string } {
  const named = (test: (role: string, scheme: string) => boolean): string =>
    nodes
      .filter(each => test(attributeValue(each, 'role').trim(), attributeValue(each, 'scheme')))
      .map(each => singleLine(nodeText(each)))
      .filter((name, index, list) => name !== '' && list.indexOf(name) === index)
      .join(', ');
  return {
    creator: named(role => makers.test(role)),
    source: named(role => givers.test(role)),
    creditLine: named(role => role === '' || /^credit/i.test(role)),
  };
}

/** Keywords have no field in a picture; they are kept as received. */
function keywords(node: XmlNode | undefined): { original?: Record<string, string> } {
  const text = nodeText(node).trim();
  return text === '' ? {} : { original: { 'media:keywords': text } };
}

/** `media:restriction`: countries are territories, what else is denied somebody must look at. */
function territoryRule(node: XmlNode): readonly Restriction[] {
  const relationship = attributeValue(node, 'relationship').toLowerCase();
  const type = attributeValue(node, 'type').toLowerCase();
  const words = singleLine(nodeText(node));
  const territories = [...new Set(words.toUpperCase().split(/[\s,;]+/))]
    .filter(code => /^[A-Z]{2}$/.test(code))
    .sort();
  const other = { kind: 'other', needsReview: true, spans: [] } as const;
  if (type === 'country' || (type === '' && territories.length > 0)) {
    if (territories.length === 0)
      return /^all$/i.test(words) === (relationship === 'deny')
        ? [Restriction.parse({ ...other, text: `${relationship} ${words}`.trim() })]
        : [];
    const text =
      relationship === 'allow'
        ? `FOR USE ONLY IN ${territories.join(', ')}`
        : `${territories.join(', ')} OUT`;
    const kind = relationship === 'allow' ? 'include-territory' : 'exclude-territory';
    return [Restriction.parse({ kind, territories, text, spans: [] })];
  }
  return relationship === 'deny' || type === 'uri'
    ? [Restriction.parse({ ...other, text: [relationship, type, words].filter(Boolean).join(' ') })]
    : [];
}

/** Kills and holds for receivers that know Media RSS, with the reason given. */
export function mediaState(node: XmlNode): { readonly state: string; readonly reason: string } {
  const [status] = childrenOf(node, 'media', 'status');
  if (!status) return { state: '', reason: '' };
  return {
    state: attributeValue(status, 'state').toLowerCase(),
    reason: attributeValue(status, 'reason').trim(),
  };
}
