import type { Range } from './readings.ts';

/** A part of the text that grows over the separators beside it. */
export interface OwnedRange {
  start: number;
  end: number;
}

/**
 * Gives every character that is not white space to a part: what lies between two parts (dashes, slashes, brackets)
 * goes to the part before it, what lies before the first to the first. Words that nobody owns are handed back.
 * @param text as received
 * @param parts grown in place
 * @returns the ranges of words without an owner
 */
export function coverAll(text: string, parts: readonly OwnedRange[]): readonly Range[] {
  const sorted = [...parts].sort((a, b) => a.start - b.start || a.end - b.end);
  const orphans: Range[] = [];
  const first = sorted[0];
  if (!first) return /\S/.test(text) ? [trimmed(text, 0, text.length)] : [];
  let reached = 0;
  let before: OwnedRange[] = [];
  const close = (gapEnd: number, after: readonly OwnedRange[]): void => {
    if (gapEnd <= reached || !/\S/.test(text.slice(reached, gapEnd))) return;
    const gap = trimmed(text, reached, gapEnd);
    if (/[\p{L}\p{N}]/u.test(text.slice(gap.start, gap.end))) orphans.push(gap);
    else if (before.length > 0) for (const part of before) part.end = gap.end;
    else for (const part of after) part.start = gap.start;
  };
  const starts = new Map<number, OwnedRange[]>();
  for (const part of sorted) starts.set(part.start, [...(starts.get(part.start) ?? []), part]);
  for (const [start, group] of starts) {
    close(start, group);
    for (const part of group) {
      if (part.end > reached) before = [part];
      else if (part.end === reached) before.push(part);
      reached = Math.max(reached, part.end);
    }
  }
  close(text.length, []);
  return orphans;
}

/** The range without the white space at its ends. */
export function trimmed(text: string, start: number, end: number): Range {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { start: from, end: Math.max(from, from + words.trim().length) };
}
