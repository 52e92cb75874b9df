import type { OutList } from './out-list.ts';
import type { Range } from './readings.ts';
import { tokenStarts } from './tokens.ts';

/** A stretch of text between two places where something new may begin. */
export interface Chunk extends Range {
  /** Whether a sentence, line, dash, slash or bracket ended right before it, and not just any word. */
  readonly bounded: boolean;
  /** A bracket that is a part of its own. */
  readonly bracket: boolean;
}

/** A full stop behind these ends no sentence. */
const abbreviation =
  '(?:^|[\\s.(/-])(?:\\p{Lu}|Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Prof|Rev|No|Nr|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
/** German and Nordic dates: 30. Juni. */
const ordinal = '(?<=\\s\\d{1,2})\\.\\s{1,3}(?:Jan|Feb|M[äa]r|Apr|Ma[ij]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[csz])';
const breaks = new RegExp(
  `\\n|(?<!${abbreviation})(?!${ordinal})[.!?]["')\\]]{0,3}(?=\\s|$)|\\s-{1,3}(?=\\s)|-{2,}|;(?=\\s)|\\*|\\+{2,}|={2,}|(?<=\\p{Lu})-\\s`,
  'gu',
);

/** A list right behind these words belongs to the rule they end: FOR USE IN BELGIUM ONLY. */
const announced = /(?:^|\s)(?:IN|WITHIN|OUTSIDE|FOR|BY)\s{1,3}(?:THE\s{1,3})?$/i;

/**
 * Cuts normalised text where something new may begin: behind sentences, at dashes and lines, around the brackets that
 * are parts of their own, and before words that open a restriction.
 */
export function cutChunks(
  text: string,
  brackets: readonly Range[],
  outLists: readonly OutList[],
): readonly Chunk[] {
  const cuts = new Set<number>();
  // A sentence's stop stays with its sentence; a dash or line feed opens what follows it.
  for (const match of text.matchAll(breaks))
    cuts.add(/^[.!?;]/.test(match[0]) ? match.index + match[0].length : match.index);
  for (const start of tokenStarts(text)) cuts.add(start);
  for (const list of outLists)
    if (!announced.test(text.slice(Math.max(0, list.start - 12), list.start))) cuts.add(list.start);
  for (const bracket of brackets) cuts.add(bracket.start).add(bracket.end);
  const whole = [...brackets, ...outLists, ...creditQuotes(text), ...handoutMarks(text)].sort(
    (a, b) => a.start - b.start,
  );
  const sorted = [...cuts].filter(cut => cut > 0 && cut < text.length).sort((a, b) => a - b);
  const bracketStarts = new Set(brackets.map(bracket => bracket.start));
  const chunks: Chunk[] = [];
  let start = 0;
  let next = 0;
  const close = (end: number): void => {
    const words = text.slice(start, end);
    const lead = bracketStarts.has(start) ? 0 : (/^[\s/*|,;:+=•-]*/u.exec(words)?.[0].length ?? 0);
    if (/[\p{L}\p{N}]/u.test(words))
      chunks.push({
        start: start + lead,
        end: start + words.trimEnd().length,
        bounded: isBounded(text, start + lead),
        bracket: bracketStarts.has(start),
      });
    start = end;
  };
  for (const cut of sorted) {
    while ((whole[next]?.end ?? Number.POSITIVE_INFINITY) <= cut) next += 1;
    const around = whole[next];
    if (around && around.start < cut && cut < around.end) continue;
    close(cut);
  }
  close(text.length);
  return chunks;
}

/** The quoted words of a mandatory credit: the slashes and dashes in them part nothing. */
function creditQuotes(text: string): Range[] {
  return [...text.matchAll(/credit(?: line)?(?: as| to)?[\s:]{0,4}"[^"\n]{1,300}"/gi)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The Canadian Press's `HO - Source`: the dash parts nothing. */
function handoutMarks(text: string): Range[] {
  return [...text.matchAll(/\/HO\s-\s[^\n()*]{2,80}/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function isBounded(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start).trimEnd();
  if (before === '') return true;
  if (/\n\s*$/.test(text.slice(Math.max(0, start - 12), start))) return true;
  return /[/)\]|*+=;•-]$|[.!?]["')\]]*$/.test(before);
}

/** The outermost brackets of normalised text; one that is never closed reaches to the end of its line. */
export function findBrackets(text: string): readonly Range[] {
  const found: Range[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (character === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push({ start, end: at + 1 });
    } else if (character === '\n' && depth > 0) {
      found.push({ start, end: at });
      depth = 0;
    }
  }
  if (depth > 0) found.push({ start, end: text.length });
  return found;
}
