import type { Part } from './parts.ts';
import { isParagraph } from './shape.ts';

/**
 * Joins the lines of one caption: a caption with its credit or its restrictions on lines of their own, and a line
 * of words with a photo credit below it.
 * @param headline never part of a caption
 */
export function joinCaptions(parts: readonly Part[], headline: Part | undefined): Part[] {
  const lines = parts.filter(part => part.piece.kind === 'line');
  const spaced =
    lines.filter(part => part.piece.kind === 'line' && !part.piece.tight).length > lines.length * 0.3;
  const joined: Part[] = [];
  let copySeen = false;
  for (const part of parts) {
    const above = joined.at(-1);
    if (above && above !== headline && belongTogether(above, part, { spaced, copySeen })) {
      joined[joined.length - 1] = captionOf(above, part);
      continue;
    }
    if (part.role === 'copy' && isParagraph(part.text)) copySeen = true;
    joined.push(part);
  }
  return joined;
}

function belongTogether(above: Part, part: Part, page: { spaced: boolean; copySeen: boolean }): boolean {
  if (part.piece.kind !== 'line') return false;
  const { tight } = part.piece;
  if (above.role === 'caption' || above.role === 'credit') {
    if (above.piece.kind === 'picture') return part.role === 'credit' && above.text !== '';
    return (
      tight &&
      (part.role === 'credit' || part.role === 'caption') &&
      (above.role === 'credit' || part.role === 'credit' || shouts(part.text))
    );
  }
  if (part.role !== 'credit' || above.role !== 'copy') return false;
  if (above.text.length > 500) return false;
  if (tight && page.spaced) return page.copySeen || isParagraph(above.text);
  return page.copySeen && !isParagraph(above.text);
}

function shouts(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && (text.match(/\p{Lu}/gu)?.length ?? 0) / letters > 0.8;
}

function captionOf(above: Part, part: Part): Part {
  const text = `${above.text}\n${part.text}`;
  const source = above.piece.kind === 'picture' ? above.piece.source : null;
  return {
    piece: { kind: 'picture', caption: text, source },
    text,
    role: 'caption',
    reason: '',
  };
}
