import type { TextPiece } from '../../main/contract/diff.ts';

/** How many pairs of words are compared at most; longer texts differ as a whole between their common ends. */
const mostPairs = 1_000_000;

/**
 * The words that two texts share and those that only one has, in reading order. `delete` stands only in the
 * first, `insert` only in the second; the pieces but the inserted ones make the first text again.
 */
export function diffWords(first: string, second: string): readonly TextPiece[] {
  const a = wordsOf(first);
  const b = wordsOf(second);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const pieces: TextPiece[] = [];
  const add = (op: TextPiece['op'], words: readonly string[]): void => {
    const text = words.join('');
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.op === op) pieces[pieces.length - 1] = { op, text: last.text + text };
    else pieces.push({ op, text });
  };
  add('same', a.slice(0, start));
  for (const { op, word } of middle(a.slice(start, a.length - end), b.slice(start, b.length - end)))
    add(op, [word]);
  add('same', a.slice(a.length - end));
  return pieces;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

interface Step {
  readonly op: TextPiece['op'];
  readonly word: string;
}

/** By the longest common subsequence, deletions before insertions. */
function middle(a: readonly string[], b: readonly string[]): readonly Step[] {
  const gone = a.map((word): Step => ({ op: 'delete', word }));
  const come = b.map((word): Step => ({ op: 'insert', word }));
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostPairs) return [...gone, ...come];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1)
    for (let column = b.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const steps: Step[] = [];
  let row = 0;
  let column = 0;
  while (row < a.length && column < b.length) {
    const word = a[row] ?? '';
    if (word === b[column]) {
      steps.push({ op: 'same', word });
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      steps.push({ op: 'delete', word });
      row += 1;
    } else {
      steps.push({ op: 'insert', word: b[column] ?? '' });
      column += 1;
    }
  }
  return [...steps, ...gone.slice(row), ...come.slice(column)];
}
