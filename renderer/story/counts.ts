import { type Block, type Body, blockTexts } from '../../main/contract/body.ts';
import { type Counts, countText, readingMinutes } from '../../main/contract/story.ts';

type BlockCounts = Pick<Counts, 'words' | 'characters'>;
const known = new WeakMap<Block, { readonly language: string; readonly counts: BlockCounts }>();

/** The counts of a body, block by block: a keystroke in a long story counts one paragraph again, not all of them. */
export function countBlocks(body: Body, language: string): Counts {
  let words = 0;
  let characters = 0;
  for (const block of body.blocks) {
    const counts = countBlock(block, language);
    words += counts.words;
    characters += counts.characters;
  }
  return { words, characters, readingMinutes: readingMinutes(words) };
}

function countBlock(block: Block, language: string): BlockCounts {
  const before = known.get(block);
  if (before?.language === language) return before.counts;
  let words = 0;
  let characters = 0;
  for (const text of blockTexts(block, { notes: false })) {
    const counts = countText(text, language);
    words += counts.words;
    characters += counts.characters;
  }
  const counts = { words, characters };
  known.set(block, { language, counts });
  return counts;
}
