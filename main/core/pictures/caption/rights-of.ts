import type { Notice, Restriction, Span } from '../../../contract/rights.ts';
import type { OwnedRange } from './coverage.ts';
import { tidy } from './normalise.ts';
import type { Range, Reading } from './readings.ts';

/** A restriction or notice whose source range may still grow over the separators beside it. */
export interface SourcedRights {
  readonly parts: readonly OwnedRange[];
  readonly restriction: (() => Restriction) | null;
  readonly notice: (() => Notice) | null;
}

/**
 * The restrictions and notices of a run's readings. Words that only introduce (EDITORS NOTE) belong to the rule behind
 * them, else to the one before. What no rule read is a restriction to review.
 * @param text as received: the words quoted are the source's own
 * @param field the field that the spans name
 */
export function rightsOf(
  text: string,
  field: string,
  readings: readonly Reading[],
): readonly SourcedRights[] {
  const rights: SourcedRights[] = [];
  const labels: Range[] = [];
  for (const reading of readings) {
    if (reading.type === 'label') {
      labels.push(reading);
      continue;
    }
    if (reading.type === 'tag') continue;
    const part: OwnedRange = { start: labels[0]?.start ?? reading.start, end: reading.end };
    labels.length = 0;
    rights.push(sourced(reading, text, part, field));
  }
  const [first] = labels;
  const end = labels.at(-1)?.end ?? 0;
  if (first) {
    const last = rights.at(-1)?.parts[0];
    const rest = { start: first.start, end };
    if (last && last.end <= rest.start) last.end = rest.end;
    else rights.push(sourced({ ...rest, type: 'unknown' }, text, rest, field));
  }
  return rights;
}

function sourced(
  reading: Exclude<Reading, { type: 'label' | 'tag' }>,
  text: string,
  part: OwnedRange,
  field: string,
): SourcedRights {
  const words = tidy(text.slice(reading.start, reading.end));
  const spans = (): Span[] => [{ field, start: part.start, end: part.end }];
  const parts = [part];
  switch (reading.type) {
    case 'notice': {
      const { kind } = reading;
      return { parts, restriction: null, notice: () => ({ kind, text: words, spans: spans() }) };
    }
    case 'restriction': {
      const { kind, territories = [], media = [], until = null, needsReview = false } = reading;
      const credit = reading.credit ? tidy(text.slice(reading.credit.start, reading.credit.end)) : null;
      const rule = { kind, territories, media, until, credit, text: words, needsReview };
      return { parts, notice: null, restriction: () => ({ ...rule, spans: spans() }) };
    }
    case 'unknown': {
      const rule = {
        kind: 'other',
        territories: [],
        media: [],
        until: null,
        credit: null,
        text: words,
      } as const;
      return { parts, notice: null, restriction: () => ({ ...rule, needsReview: true, spans: spans() }) };
    }
  }
}
