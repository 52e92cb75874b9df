import { nodeText, type XmlNode } from '../xml-read.ts';
import { childrenOf, textOfChild } from './families.ts';

/** WordPress's export (WXR): RSS with posts, pages, attachments and authors (wire-formats 9). */
export interface WordPress {
  /** What an author is called, by the name he signs in with. */
  readonly authors: ReadonlyMap<string, string>;
  /** Pictures that were uploaded, by number. */
  readonly attachments: ReadonlyMap<string, Attachment>;
}

export interface Attachment {
  readonly href: string;
  readonly title: string;
  readonly caption: string;
  readonly altText: string;
}

/** What a channel's items are told apart by; null where the feed is no export. */
export function readWordPress(channel: XmlNode): WordPress | null {
  if (childrenOf(channel, 'wp', 'wxr_version').length === 0) return null;
  const authors = childrenOf(channel, 'wp', 'author').map(
    author =>
      [textOfChild(author, 'wp', 'author_login'), textOfChild(author, 'wp', 'author_display_name')] as const,
  );
  const attachments = childrenOf(channel, 'core', 'item')
    .filter(item => postType(item) === 'attachment')
    .map(item => [textOfChild(item, 'wp', 'post_id'), attachment(item)] as const);
  return { authors: new Map(authors), attachments: new Map(attachments) };
}

function attachment(item: XmlNode): Attachment {
  return {
    href: textOfChild(item, 'wp', 'attachment_url'),
    title: textOfChild(item, 'core', 'title'),
    caption: textOfChild(item, 'excerpt', 'encoded') || textOfChild(item, 'content', 'encoded'),
    altText: meta(item, '_wp_attachment_image_alt'),
  };
}

export function postType(item: XmlNode): string {
  return textOfChild(item, 'wp', 'post_type');
}

/** `publish`, `draft`, `pending`, `private`, `future`, `trash`…; empty for items of other feeds. */
export function postStatus(item: XmlNode): string {
  return textOfChild(item, 'wp', 'status');
}

/** Whether an item of an export is a story: a post or page that was not thrown away. */
export function isPost(item: XmlNode): boolean {
  return /^(?:post|page)$/.test(postType(item)) && !/^(?:trash|auto-draft|inherit)$/.test(postStatus(item));
}

/** The picture that a post is shown with. */
export function featured(item: XmlNode, { attachments }: WordPress): Attachment | null {
  return attachments.get(meta(item, '_thumbnail_id')) ?? null;
}

function meta(item: XmlNode, key: string): string {
  const found = childrenOf(item, 'wp', 'postmeta').find(each => textOfChild(each, 'wp', 'meta_key') === key);
  return found ? nodeText(childrenOf(found, 'wp', 'meta_value')[0]).trim() : '';
}

/** WordPress's shortcodes for captions and embeds as the markup that they stand for. */
export function shortcodesAsHtml(text: string): string {
  return captionsAsFigures(text)
    .replace(/\[embed\b[^[\]]{0,200}\]\s{0,9}(https?:\/\/[^\s[<>"]{1,4000})\s{0,9}\[\/embed\]/giu, embed)
    .replace(/\[gallery\b[^[\]]{0,2000}\]/giu, '');
}

/** One pass from each opening to the next closing: a file of openings alone must not cost its square. */
function captionsAsFigures(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('[caption', at);
    const start = open < 0 ? -1 : text.indexOf(']', open);
    const end = start < 0 ? -1 : text.indexOf('[/caption]', start);
    if (end < 0) return parts.join('') + text.slice(at);
    parts.push(text.slice(at, open), figure(text.slice(start + 1, end)));
    at = end + '[/caption]'.length;
  }
}

/** The words after the picture, with its link if it has one, are its caption. */
function figure(inside: string): string {
  const image = /<img\b[^<>]*>(?:\s*<\/a>)?/iu.exec(inside);
  if (!image) return inside;
  const end = image.index + image[0].length;
  return `<figure>${inside.slice(0, end)}<figcaption>${inside.slice(end)}</figcaption></figure>`;
}

function embed(_: string, address: string): string {
  return `<p class="embed"><a href="${address.replaceAll('"', '%22')}">${address}</a></p>`;
}
