import type { Notice, Restriction, Span } from '../../../contract/rights.ts';

/**
 * Restrictions read from several texts as one list in the order of their first appearance: equal ones once, with
 * every source span. Words nobody could read are equal only where they are the same words.
 */
export function mergeRestrictions(lists: readonly (readonly Restriction[])[]): readonly Restriction[] {
  return mergeBy(lists.flat(), restrictionKey);
}

function restrictionKey(restriction: Restriction): string {
  const { kind, territories, media, until, credit, needsReview, text } = restriction;
  const plain = !needsReview && kind !== 'other';
  const words = text.replace(/\s+/g, ' ').toUpperCase();
  return JSON.stringify([
    kind,
    territories,
    media,
    until,
    creditKey(credit),
    needsReview,
    plain ? '' : words,
  ]);
}

/** `AFP PHOTO / X` and `AFP PHOTO/X` are one credit. */
function creditKey(credit: string | null): string | null {
  return credit === null
    ? null
    : credit
        .replace(/\s*\/\s*/g, '/')
        .replace(/\s+/g, ' ')
        .toUpperCase();
}

/** Notices of several texts as one list: equal words of one kind once, with every source span. */
export function mergeNotices(lists: readonly (readonly Notice[])[]): readonly Notice[] {
  return mergeBy(lists.flat(), notice =>
    JSON.stringify([
      notice.kind,
      notice.text
        .replace(/[\s.]+/g, ' ')
        .trim()
        .toUpperCase(),
    ]),
  );
}

function mergeBy<Rule extends { readonly spans: readonly Span[] }>(
  rules: readonly Rule[],
  keyOf: (rule: Rule) => string,
): readonly Rule[] {
  const merged = new Map<string, { readonly rule: Rule; readonly spans: Map<string, Span> }>();
  for (const rule of rules) {
    const key = keyOf(rule);
    const known = merged.get(key) ?? { rule, spans: new Map<string, Span>() };
    for (const span of rule.spans) known.spans.set(`${span.start} ${span.end} ${span.field}`, span);
    merged.set(key, known);
  }
  return [...merged.values()].map(({ rule, spans }) => ({ ...rule, spans: [...spans.values()] }));
}
