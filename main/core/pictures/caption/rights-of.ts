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
 * @param apart what else stands between the rules: nothing reaches over it
 */
export function rightsOf(
  text: string,
  field: string,
  readings: readonly Reading[],
  apart: readonly Range[],
): readonly SourcedRights[] {
  const rights: SourcedRights[] = [];
  const others = [...apart, ...readings.filter(reading => reading.type === 'tag')];
  const touching = (before: Range, after: Range): boolean =>
    !others.some(other => other.start < after.start && before.end < other.end);
  let labels: Range | null = null;
  /** Introducing words without a rule behind them. */
  const settle = (): void => {
    const last = rights.at(-1)?.parts[0];
    if (labels && last && last.end <= labels.start && touching(last, labels)) last.end = labels.end;
    else if (labels) rights.push(sourced({ ...labels, type: 'unknown' }, text, { ...labels }, field));
    labels = null;
  };
  for (const reading of readings) {
    if (reading.type === 'tag') continue;
    if (labels && !touching(labels, reading)) settle();
    const start: number = labels === null ? reading.start : labels.start;
    if (reading.type === 'label') labels = { start, end: reading.end };
    else {
      rights.push(sourced(reading, text, { start, end: reading.end }, field));
      labels = null;
    }
  }
  settle();
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
