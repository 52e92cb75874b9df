import type { Picture } from '../../main/contract/picture.ts';

/** A piece of a text as received, and which rules and notices were read from it ('r0', 'n2'). */
export interface Piece {
  readonly text: string;
  readonly sources: readonly string[];
}

/** One text as received, cut where readings begin and end. */
export interface ReceivedText {
  readonly field: string;
  readonly pieces: readonly Piece[];
}

/** Every text of a picture as it was received: first the caption, then whatever else something was read from. */
export function receivedTexts({
  original,
  restrictions,
  notices,
}: Pick<Picture, 'original' | 'restrictions' | 'notices'>): readonly ReceivedText[] {
  const spans = [
    ...restrictions.flatMap((each, index) => each.spans.map(span => ({ ...span, source: `r${index}` }))),
    ...notices.flatMap((each, index) => each.spans.map(span => ({ ...span, source: `n${index}` }))),
  ];
  const read = new Set(spans.map(span => span.field));
  const fields = Object.keys(original).filter(field => field === 'caption' || read.has(field));
  fields.sort((a, b) => Number(b === 'caption') - Number(a === 'caption'));
  return fields.map(field => {
    const text = original[field] ?? '';
    const pieces = cutPieces(
      text,
      spans.filter(span => span.field === field),
    );
    return { field, pieces };
  });
}

/** A text cut where readings begin and end; the pieces together are the text. */
export function cutPieces(
  text: string,
  spans: readonly { readonly start: number; readonly end: number; readonly source: string }[],
): readonly Piece[] {
  const here = spans.filter(span => span.start < span.end && span.end <= text.length);
  const cuts = [...new Set([0, text.length, ...here.flatMap(span => [span.start, span.end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((end, index): Piece => {
    const start = cuts[index] ?? 0;
    const over = here.filter(span => span.start <= start && end <= span.end);
    return { text: text.slice(start, end), sources: [...new Set(over.map(span => span.source))] };
  });
}
