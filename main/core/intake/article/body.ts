import type { Inline } from '../../../contract/body.ts';
import { inlineText, plainInlines } from '../../../contract/body.ts';
import { allBold } from '../../markup/inline-edit.ts';
import { isBareByline, splitTitle } from './byline.ts';
import type { Draft } from './draft.ts';
import { addPicture, leaveOut, setField } from './draft.ts';
import { opensLinkList } from './furniture.ts';
import { readBylineLine, readTimeLine, setByline } from './head.ts';
import { labelledSource } from './outlet.ts';
import type { Part } from './parts.ts';
import { bareWords, isParagraph, isSubhead } from './shape.ts';

export interface BodyPlaces {
  readonly start: number;
  /** The last paragraph; lines below it are the page's foot. */
  readonly last: number;
  /** The last piece that is copy at all. */
  readonly lastCopy: number;
  readonly marked: boolean;
}

/** Reads what follows the head: copy into blocks, captions into pictures, page furniture onto the list. */
export function readBody(draft: Draft, parts: readonly Part[], places: BodyPlaces): void {
  let inLinkList = false;
  for (let index = places.start; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) continue;
    if (part.role === 'furniture')
      inLinkList = opensLinkList(part.text) || (inLinkList && part.piece.kind !== 'left-out');
    const short =
      (part.role === 'copy' && !isParagraph(part.text)) || part.role === 'heading' || isLinkList(part);
    if (inLinkList && short) {
      leaveOut(draft, part.text, 'link to another story');
      continue;
    }
    if (part.role === 'copy' || part.role === 'heading' || part.role === 'block') inLinkList = false;
    if (part.role === 'copy') readBodyCopy(draft, parts, index, places);
    else if (part.role === 'time') {
      if (index > places.last) readTimeLine(draft, parts, index);
      else readBodyCopy(draft, parts, index, places);
    } else if (part.role === 'byline' && index < places.last && draft.fields.has('byline'))
      addCopy(draft, part);
    else if (part.role === 'heading') readBodyHeading(draft, part);
    else readPlain(draft, part, index < places.last && draft.blocks.length > 0);
  }
}

/** A list of titles, not of sentences. */
function isLinkList({ piece }: Part): boolean {
  return (
    piece.kind === 'block' &&
    piece.block.type === 'list' &&
    piece.block.items.every(item => !isParagraph(inlineText(item)))
  );
}

/** The roles that mean the same wherever they stand. */
export function readPlain(draft: Draft, part: Part, inCopy: boolean): void {
  switch (part.role) {
    case 'furniture':
      leaveOut(draft, part.text, part.reason);
      return;
    case 'caption':
    case 'credit':
      addPicture(draft, part.text, part.piece.kind === 'picture' ? part.piece.source : null, inCopy);
      return;
    case 'byline':
      readBylineLine(draft, part.text);
      return;
    case 'copyright': {
      const present = draft.fields.get('copyrightNotice');
      if (present !== undefined && bareWords(present) !== bareWords(part.text)) {
        draft.fields.set('copyrightNotice', `${present}\n${part.text}`);
        draft.sources.push({ field: 'copyrightNotice', text: part.text });
      } else setField(draft, 'copyrightNotice', part.text, part.text);
      return;
    }
    case 'source':
      setField(draft, 'source', labelledSource(part.text) ?? part.text, part.text);
      return;
    case 'address':
      setField(draft, 'sourceUri', part.text, part.text);
      return;
    case 'block':
      if (part.piece.kind === 'block') draft.blocks.push(part.piece.block);
      return;
    case 'time':
    case 'heading':
    case 'copy':
      addCopy(draft, part);
  }
}

function inlinesOf(part: Part): readonly Inline[] {
  return part.piece.kind === 'line' || part.piece.kind === 'heading'
    ? part.piece.inlines
    : plainInlines(part.text);
}

export function addCopy(draft: Draft, part: Part): void {
  draft.blocks.push({
    id: draft.context.ids(),
    type: 'paragraph',
    inlines: inlinesOf(part),
  });
}

function readBodyHeading(draft: Draft, part: Part): void {
  if (bareWords(part.text) === bareWords(draft.fields.get('headline') ?? '')) {
    leaveOut(draft, part.text, 'repeats the headline');
    return;
  }
  const level = part.piece.kind === 'heading' && part.piece.level > 2 ? (part.piece.level === 3 ? 3 : 4) : 2;
  draft.blocks.push({
    id: draft.context.ids(),
    type: 'heading',
    level,
    inlines: inlinesOf(part),
  });
}

function readBodyCopy(draft: Draft, parts: readonly Part[], index: number, places: BodyPlaces): void {
  const part = parts[index];
  if (!part) return;
  const words = bareWords(part.text);
  if (!isParagraph(part.text) && words !== '') {
    for (const field of ['headline', 'source', 'byline'] as const)
      if (words === bareWords(draft.fields.get(field) ?? '')) {
        setField(draft, field, part.text, part.text);
        return;
      }
  }
  if (index === places.lastCopy && index > places.start && readClosing(draft, part.text)) return;
  if (attribute(draft, part.text)) return;
  let following = index + 1;
  while (parts[following]?.role === 'furniture' || parts[following]?.role === 'caption') following += 1;
  const next = parts[following];
  const beforeCopy =
    next !== undefined && (next.role === 'block' || (next.role === 'copy' && isParagraph(next.text)));
  if (
    beforeCopy &&
    isSubhead(part.text) &&
    draft.blocks.length > 0 &&
    (!places.marked || allBold(inlinesOf(part)))
  )
    draft.blocks.push({
      id: draft.context.ids(),
      type: 'heading',
      level: 2,
      inlines: inlinesOf(part),
    });
  else addCopy(draft, part);
}

/** The initials or the name that close the copy: 'al/tr', 'Ada Lindqvist'. */
function readClosing(draft: Draft, text: string): boolean {
  if (/^[\p{Ll}]{2,5}(?:[-/][\p{Ll}]{2,5}){1,5}$/u.test(text)) {
    setField(draft, 'signOff', text, text);
    return true;
  }
  if (!draft.fields.has('byline') && isBareByline(text)) {
    setByline(draft, splitTitle(text), text);
    return true;
  }
  return false;
}

/** '— Ada Lindqvist' below a quotation says who was quoted. */
function attribute(draft: Draft, text: string): boolean {
  const quote = draft.blocks.at(-1);
  const name = /^[—–-]{1,2}\s*(\p{Lu}[^.!?]{1,120})$/u.exec(text)?.[1];
  if (quote?.type !== 'quote' || quote.attribution !== '' || name === undefined) return false;
  draft.blocks[draft.blocks.length - 1] = { ...quote, attribution: name };
  return true;
}
