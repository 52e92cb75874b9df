import {
  type Inline,
  inlineText,
  type LinkInline,
  type Mark,
  markNames,
  type TextInline,
} from '../../main/contract/body.ts';

/** One UTF-16 unit of a caption, or a break, with what is on it. */
interface Unit {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly href: string | null;
}

/**
 * A caption after its plain words were edited: what was not touched keeps its marks and links, and what was
 * typed inside a marked run is marked like it.
 */
export function editCaption(inlines: readonly Inline[], text: string): readonly Inline[] {
  const before = inlineText(inlines);
  if (before === text) return inlines;
  const units = unitsOf(inlines);
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  const kept = units[start - 1];
  const next = units[units.length - end];
  // At the end of a marked run typing goes on in it; at the end of a link it does not.
  const like = { marks: kept?.marks ?? [], href: kept?.href === next?.href ? (kept?.href ?? null) : null };
  const typed = text.slice(start, text.length - end).split('');
  return inlinesOf([
    ...units.slice(0, start),
    ...typed.map(unit => ({ text: unit, ...like })),
    ...units.slice(units.length - end),
  ]);
}

/** The caption with the mark on the range, or without it where all of the range has it already. */
export function toggleMark(
  inlines: readonly Inline[],
  start: number,
  end: number,
  mark: Mark,
): readonly Inline[] {
  const units = unitsOf(inlines);
  const range = units.slice(start, end).filter(unit => unit.text !== '\n');
  if (range.length === 0) return inlines;
  const has = range.every(unit => unit.marks.includes(mark));
  return inlinesOf(
    units.map((unit, index) => {
      if (index < start || index >= end) return unit;
      return { ...unit, marks: markNames.filter(name => (name === mark ? !has : unit.marks.includes(name))) };
    }),
  );
}

/** Whether the caption has anything that plain words do not show. */
export function isMarked(inlines: readonly Inline[]): boolean {
  return inlines.some(
    inline => inline.type === 'link' || (inline.type === 'text' && inline.marks.length > 0),
  );
}

function unitsOf(inlines: readonly Inline[], href: string | null = null): readonly Unit[] {
  return inlines.flatMap((inline): readonly Unit[] => {
    if (inline.type === 'text')
      return inline.text.split('').map(text => ({ text, marks: inline.marks, href }));
    if (inline.type === 'break') return [{ text: '\n', marks: [], href }];
    return unitsOf(inline.inlines, inline.href);
  });
}

type Plain = LinkInline['inlines'][number];

function inlinesOf(units: readonly Unit[]): readonly Inline[] {
  const inlines: Inline[] = [];
  for (let at = 0; at < units.length; ) {
    const href = units[at]?.href ?? null;
    const from = at;
    while (at < units.length && units[at]?.href === href) at += 1;
    const run = plain(units.slice(from, at));
    if (href === null) inlines.push(...run);
    else inlines.push({ type: 'link', href, inlines: run });
  }
  return inlines;
}

function plain(units: readonly Unit[]): readonly Plain[] {
  const runs: Plain[] = [];
  for (const { text, marks } of units) {
    const last = runs.at(-1);
    if (text === '\n') runs.push({ type: 'break' });
    else if (last?.type === 'text' && sameMarks(last, marks))
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ type: 'text', text, marks });
  }
  return runs;
}

function sameMarks(run: TextInline, marks: readonly Mark[]): boolean {
  return run.marks.length === marks.length && run.marks.every((mark, index) => mark === marks[index]);
}
