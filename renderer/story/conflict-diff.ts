import { type Block, blockTexts } from '../../main/contract/body.ts';
import type { TextPiece } from '../../main/contract/diff.ts';
import { type Draft, sameData } from '../../main/contract/patch.ts';
import { fieldNames, storyFields } from '../../main/contract/story.ts';
import { diffWords } from './word-diff.ts';

/** One place where two drafts of a story differ: `delete` stands only in theirs, `insert` only in mine. */
export interface Difference {
  readonly id: string;
  readonly label: string;
  readonly pieces: readonly TextPiece[];
}

/** Where two drafts differ, in reading order: state, fields, copy, pictures. */
export function compareDrafts(theirs: Draft, mine: Draft): readonly Difference[] {
  const differences: Difference[] = [];
  const compare = (id: string, label: string, their: string, my: string): void => {
    if (their !== my) differences.push({ id, label, pieces: diffWords(their, my) });
  };
  compare('state', 'State', theirs.state, mine.state);
  for (const name of fieldNames)
    if (!sameData(theirs.fields[name], mine.fields[name]))
      compare(`field ${name}`, storyFields[name].label, words(theirs.fields[name]), words(mine.fields[name]));
  const their = new Map(theirs.body.blocks.map(block => [block.id, block]));
  const my = new Set(mine.body.blocks.map(block => block.id));
  for (const block of mine.body.blocks) {
    const other = their.get(block.id);
    if (!other || !sameData(other, block))
      compare(`block ${block.id}`, block.type, other ? copyOf(other) : '', copyOf(block));
  }
  for (const block of theirs.body.blocks)
    if (!my.has(block.id)) compare(`block ${block.id}`, block.type, copyOf(block), '');
  const count = Math.max(theirs.pictures.length, mine.pictures.length);
  for (let index = 0; index < count; index += 1) {
    const [a, b] = [theirs.pictures[index], mine.pictures[index]];
    if (!sameData(a, b))
      compare(`picture ${index}`, `Picture ${index + 1}`, a ? words(a) : '', b ? words(b) : '');
  }
  return differences;
}

function copyOf(block: Block): string {
  return blockTexts(block, { notes: true }).join('\n');
}

/** A value of a field in words: its parts, without the braces. */
function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return Object.values(value)
    .map(words)
    .filter(part => part !== '')
    .join(', ');
}
