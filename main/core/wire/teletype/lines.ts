import { singleLine } from '../text.ts';
import type { Group, Line, Margins } from './groups.ts';
import { joinWrapped, wrapLine } from './wrap.ts';

/** Where a wrapped line of a marks group goes on. */
const goesOn = '  ';

export interface LineLayout {
  readonly margins: Margins;
  /** Whether lines are wrapped at 69 columns. */
  readonly wrap: boolean;
  /** Makes text what the format's characters can say. */
  readonly convert: (text: string) => string;
}

/** The lines of groups, an empty one between two; what has no words in the format's characters falls away. */
export function groupLines(groups: readonly Group[], layout: LineLayout): string[] {
  return groups
    .map(group => linesOf(group, layout))
    .filter(lines => lines.length > 0)
    .flatMap((lines, index) => [...(index > 0 ? [''] : []), ...lines]);
}

function linesOf({ kind, lines }: Group, { margins, wrap, convert }: LineLayout): string[] {
  const one = (text: string, first: string, next: string): string[] => {
    const words = singleLine(convert(text));
    if (words === '') return [];
    return wrap ? wrapLine(words, first, next) : [first + words];
  };
  return kind === 'copy'
    ? lines.flatMap(({ text }) => one(text, margins.copy, ''))
    : lines.flatMap(({ text, more = [] }) => [
        ...one(text, '', goesOn),
        ...more.flatMap(each => one(each, margins.more, goesOn)),
      ]);
}

/** The groups of lines that `groupLines` made; blank lines part them. */
export function readGroups(lines: readonly string[], margins: Margins): Group[] {
  const groups: Group[] = [];
  let gathered: string[] = [];
  const close = (): void => {
    if (gathered.length > 0) groups.push(readGroup(gathered, margins));
    gathered = [];
  };
  for (const line of lines)
    if (line.trim() === '') close();
    else gathered.push(line);
  close();
  return groups;
}

function readGroup(lines: readonly string[], { copy, more }: Margins): Group {
  const isCopy = lines[0]?.startsWith(copy) === true;
  const texts: { pieces: { begin: string; text: string }[]; isMore: boolean }[] = [];
  for (const line of lines) {
    const begin = isCopy ? [copy] : [more, goesOn];
    const at = begin.find(each => line.startsWith(each)) ?? '';
    const isNew = isCopy ? at === copy : at !== goesOn;
    const piece = { begin: at, text: line.slice(at.length) };
    const last = texts.at(-1);
    if (isNew || !last) texts.push({ pieces: [piece], isMore: !isCopy && at === more && last !== undefined });
    else last.pieces.push(piece);
  }
  const made: Line[] = [];
  for (const { pieces, isMore } of texts) {
    const text = joinWrapped(pieces);
    const last = made.at(-1);
    if (isMore && last) made[made.length - 1] = { text: last.text, more: [...(last.more ?? []), text] };
    else made.push({ text });
  }
  return { kind: isCopy ? 'copy' : 'marks', lines: made };
}
