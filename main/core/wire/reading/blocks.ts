import {
  type Block,
  type BoxedBlock,
  blockTexts,
  Href,
  type Inline,
  inlineText,
  plainInlines,
} from '../../../contract/body.ts';
import { markupPieces } from '../../markup/blocks.ts';
import type { Piece } from '../../markup/piece.ts';
import { findAll, type MarkupElement, textOf } from '../../markup/tree.ts';
import { singleLine } from '../text.ts';
import { createReport, type Report } from './report.ts';

export interface BodyOptions {
  readonly ids: () => string;
  readonly report: Report;
  /** The story's headline: a first heading that only repeats it is not copy (wire-formats 2.5). */
  readonly headline: string;
  /** The identifier of the picture that an `img` shows, or null for one that is none of the story's. */
  readonly picture: (image: MarkupElement) => string | null;
  /** Told of the words that a figure has under a picture. */
  readonly caption?: (picture: string, words: string) => void;
}

export interface ReadBody {
  readonly blocks: readonly Block[];
  /** The initials that close the copy (`p class="sign-off"`, as this program writes them); else empty. */
  readonly signOff: string;
}

/** Never copy, whoever sends it. */
const codeTags = /^(?:script|style|noscript|template|link|meta|head|title|object|applet)$/u;

/**
 * The blocks of a body marked up as XHTML or HTML, the inverse of `xhtml-body.ts`. Nothing that has words is
 * dropped: what the contract has no block for is a paragraph.
 */
export function readBody(root: MarkupElement, options: BodyOptions): ReadBody {
  const closing = findAll(root, isSignOff).at(-1);
  const blocks = readBlocks(root, options, closing ?? null);
  return {
    blocks: withoutHeadline(blocks, options.headline),
    signOff: closing ? textOf(closing) : '',
  };
}

function isSignOff({ tag, attributes }: MarkupElement): boolean {
  return tag === 'p' && attributes.class === 'sign-off';
}

function readBlocks(root: MarkupElement, options: BodyOptions, leaveOut: MarkupElement | null): Block[] {
  const pieces = markupPieces(root, {
    ids: options.ids,
    leaveOut: element => (codeTags.test(element.tag) || element === leaveOut ? 'not copy' : null),
    picture: image => {
      const id = options.picture(image);
      return id === null ? null : { address: id, altText: '', file: null };
    },
    whole: element => wholeBlock(element, options, leaveOut),
    trusted: true,
  });
  return pieces.flatMap(piece => blocksOf(piece, options));
}

/** Blocks that stand for an element with all in it: boxes and embeds, as this program writes them. */
function wholeBlock(
  element: MarkupElement,
  options: BodyOptions,
  leaveOut: MarkupElement | null,
): Block | null {
  const { tag, attributes } = element;
  if (tag === 'aside' && !/pull-?_?quote/iu.test(attributes.class ?? '')) {
    const title = element.children.find(
      child => typeof child !== 'string' && child.tag === 'h2' && child.attributes.class === 'box-title',
    );
    const rest = { ...element, tag: 'div', children: element.children.filter(child => child !== title) };
    const blocks = readBlocks(rest, options, leaveOut).flatMap((block): readonly BoxedBlock[] =>
      block.type === 'box' ? opened(block, options) : [block],
    );
    const words = typeof title === 'object' ? textOf(title) : '';
    return blocks.length === 0 && words === ''
      ? null
      : { id: options.ids(), type: 'box', title: words, blocks };
  }
  if (tag === 'p' && attributes.class === 'embed') {
    const link = element.children.find(child => typeof child !== 'string' && child.tag === 'a');
    const url = typeof link === 'object' ? Href.safeParse((link.attributes.href ?? '').trim()) : null;
    if (!url?.success || typeof link !== 'object') return null;
    const title = textOf(link);
    return { id: options.ids(), type: 'embed', url: url.data, title: title === url.data ? '' : title };
  }
  return null;
}

/** Boxes do not nest: an inner one's title is a heading, and its blocks follow. */
function opened(box: Extract<Block, { type: 'box' }>, { ids }: BodyOptions): readonly BoxedBlock[] {
  const title = plainInlines(box.title);
  return title.length === 0
    ? box.blocks
    : [{ id: ids(), type: 'heading', level: 3, inlines: title }, ...box.blocks];
}

function blocksOf(piece: Piece, options: BodyOptions): readonly Block[] {
  const { ids } = options;
  switch (piece.kind) {
    case 'line':
      return [{ id: ids(), type: 'paragraph', inlines: piece.inlines }];
    case 'heading': {
      const level = piece.level === 1 ? 2 : piece.level;
      return [{ id: ids(), type: 'heading', level, inlines: piece.inlines }];
    }
    case 'block':
      return [piece.block];
    case 'picture': {
      const id = piece.source?.address ?? '';
      if (id === '')
        return piece.caption.trim() === ''
          ? []
          : [{ id: ids(), type: 'paragraph', inlines: plainInlines(piece.caption) }];
      if (piece.caption !== '') options.caption?.(id, piece.caption);
      return [{ id: ids(), type: 'picture', pictureId: id }];
    }
    case 'left-out':
      return [];
  }
}

function withoutHeadline(blocks: readonly Block[], headline: string): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'heading' && first?.type !== 'paragraph') return blocks;
  const same = headline !== '' && singleLine(inlineText(first.inlines)) === singleLine(headline);
  return same && rest.length > 0 ? rest : blocks;
}

/** A caption's words with their marks, on one line or several: whatever blocks the markup makes of them. */
export function readInlines(root: MarkupElement, ids: () => string): readonly Inline[] {
  const options = { ids, report: createReport(), headline: '', picture: () => null };
  return readBody(root, options).blocks.flatMap((block, index): readonly Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...(block.type === 'paragraph'
      ? block.inlines
      : plainInlines(blockTexts(block, { notes: true }).join('\n'))),
  ]);
}

/** Paragraphs of plain text: blank lines part them, single line breaks stay where `lines` says so. */
export function textBlocks(text: string, ids: () => string, lines: 'break' | 'join' = 'break'): Block[] {
  return text
    .replace(/\r\n?/gu, '\n')
    .split(/\n[ \t]*\n+/u)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')
    .map(paragraph => {
      const words = lines === 'join' ? singleLine(paragraph) : paragraph.replace(/[ \t]*\n[ \t]*/gu, '\n');
      return { id: ids(), type: 'paragraph', inlines: plainInlines(words) };
    });
}
