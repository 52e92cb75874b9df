import { blockTexts } from '../../../contract/body.ts';
import type { Piece } from '../../markup/piece.ts';
import { readByline } from './byline.ts';
import { isTimeLine } from './calendar.ts';
import { isCaption, isCreditAlone } from './caption-line.ts';
import { furnitureReason, nameBeforeReadingTime } from './furniture.ts';
import { isCopyrightNotice, labelledSource } from './outlet.ts';

/** What a piece is by its own words, before its place on the page is looked at. */
export type Role =
  | 'furniture'
  | 'time'
  | 'byline'
  | 'caption'
  | 'credit'
  | 'copyright'
  | 'source'
  | 'address'
  | 'block'
  | 'heading'
  | 'copy';

export interface Part {
  readonly piece: Piece;
  readonly text: string;
  readonly role: Role;
  /** Why it is left out, where the role is 'furniture'. */
  readonly reason: string;
}

/** Every piece with its role, lines that hold several things taken apart. */
export function partsOf(pieces: readonly Piece[]): Part[] {
  const parts: Part[] = [];
  for (const piece of pieces) {
    const split = piece.kind === 'line' ? splitMetaLine(piece.text) : null;
    if (split && piece.kind === 'line')
      for (const text of split)
        parts.push(
          part({
            ...piece,
            text,
            inlines: [{ type: 'text', text, marks: [] }],
          }),
        );
    else parts.push(part(piece));
  }
  return parts;
}

function part(piece: Piece): Part {
  switch (piece.kind) {
    case 'left-out':
      return {
        piece,
        text: piece.text,
        role: 'furniture',
        reason: piece.reason,
      };
    case 'picture':
      return { piece, text: piece.caption, role: 'caption', reason: '' };
    case 'block':
      return {
        piece,
        text: blockTexts(piece.block, { notes: true }).join('\n'),
        role: 'block',
        reason: '',
      };
    case 'heading': {
      const reason = furnitureReason(piece.text);
      return {
        piece,
        text: piece.text,
        role: reason ? 'furniture' : 'heading',
        reason: reason ?? '',
      };
    }
    case 'line': {
      const reason = furnitureReason(piece.text);
      return {
        piece,
        text: piece.text,
        role: reason ? 'furniture' : roleOfLine(piece.text),
        reason: reason ?? '',
      };
    }
  }
}

function roleOfLine(text: string): Role {
  if (/^https?:\/\/\S+$/u.test(text)) return 'address';
  if (nameBeforeReadingTime(text)) return 'time';
  if (isTimeLine(text)) return 'time';
  if (isCopyrightNotice(text)) return 'copyright';
  const source = labelledSource(text);
  // 'Quelle: dpa/Ada Lindqvist' below a picture names the agency and the photographer.
  if (source !== null)
    return isCreditAlone(source) || /\/\s*\p{Lu}\p{Ll}+ \p{Lu}/u.test(source) ? 'credit' : 'source';
  if (isCreditAlone(text)) return 'credit';
  if (isCaption(text)) return 'caption';
  if (readByline(text)) return 'byline';
  return 'copy';
}

/**
 * 'By Ada Lindqvist | 23 Nov 2026 | 3 min read' as its parts, where at least one is certain and all are short;
 * null for any other line.
 */
function splitMetaLine(text: string): string[] | null {
  if (text.length > 160) return null;
  const parts = text
    .split(/\s*[|·•\t]\s*|\s+[–—-]\s+/u)
    .map(part => part.trim())
    .filter(part => /[\p{L}\p{N}]/u.test(part));
  if (parts.length < 2 || parts.some(part => part.length > 60)) return null;
  const certain = parts.filter(
    part => isTimeLine(part) || furnitureReason(part) === 'reading time' || readByline(part) !== null,
  );
  const metaShare = certain.length / parts.length;
  return certain.length > 0 && metaShare >= 0.3 && !isTimeLine(text) && furnitureReason(text) === null
    ? parts
    : null;
}
