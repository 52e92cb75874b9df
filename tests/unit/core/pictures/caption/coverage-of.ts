import type { ParsedCaption } from '../../../../../main/contract/picture.ts';
import type { Span } from '../../../../../main/contract/rights.ts';

/**
 * What is wrong with the spans of a reading: the first that lies outside the text, or the first character that is not
 * white space and that none covers. Null where all is well.
 */
export function uncovered(text: string, spans: readonly Span[]): string | null {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of spans) {
    if (start > end || end > text.length) return `span ${start}-${end} of ${text.length}`;
    covered.fill(1, start, end);
  }
  for (let at = 0; at < text.length; at += 1)
    if (covered[at] === 0 && /\S/.test(text.charAt(at)))
      return `${at}: ${JSON.stringify(text.slice(at, at + 20))}`;
  return null;
}

/** Every span of a parsed caption: what together has to cover the text. */
export function spansOf(parsed: ParsedCaption): readonly Span[] {
  return [
    ...parsed.captionSpans,
    ...(parsed.signOff ? [parsed.signOff.span] : []),
    ...[...parsed.restrictions, ...parsed.notices].flatMap(rule => rule.spans),
    ...[...parsed.tags, ...parsed.unread].map(part => part.span),
  ];
}
