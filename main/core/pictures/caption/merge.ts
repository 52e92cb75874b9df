import type { Notice, Restriction, Span } from '../../../contract/rights.ts';

/**
 * Restrictions read from several texts as one list in the order of their first appearance: equal ones once, with
 * every source span. Words nobody could read are equal only where they are the same words.
 */
export function mergeRestrictions(lists: readonly (readonly Restriction[])[]): readonly Restriction[] {
  const merged = new Map<string, Restriction>();
  for (const restriction of lists.flat()) {
    const key = restrictionKey(restriction);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, spans: joinSpans(known.spans, restriction.spans) } : restriction);
  }
  return [...merged.values()];
}

function restrictionKey(restriction: Restriction): string {
  const { kind, territories, media, until, credit, needsReview, text } = restriction;
  const plain = !needsReview && kind !== 'other';
  const words = text.replace(/\s+/g, ' ').toUpperCase();
  return JSON.stringify([kind, territories, media, until, creditKey(credit), needsReview, plain ? '' : words]);
}

/** `AFP PHOTO / X` and `AFP PHOTO/X` are one credit. */
function creditKey(credit: string | null): string | null {
  return credit === null ? null : credit.replace(/\s*\/\s*/g, '/').replace(/\s+/g, ' ').toUpperCase();
}

/** Notices of several texts as one list: equal words of one kind once, with every source span. */
export function mergeNotices(lists: readonly (readonly Notice[])[]): readonly Notice[] {
  const merged = new Map<string, Notice>();
  for (const notice of lists.flat()) {
    const key = JSON.stringify([notice.kind, notice.text.replace(/[\s.]+/g, ' ').trim().toUpperCase()]);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, spans: joinSpans(known.spans, notice.spans) } : notice);
  }
  return [...merged.values()];
}

function joinSpans(first: readonly Span[], second: readonly Span[]): readonly Span[] {
  const added = second.filter(
    span => !first.some(known => known.field === span.field && known.start === span.start && known.end === span.end),
  );
  return [...first, ...added];
}
