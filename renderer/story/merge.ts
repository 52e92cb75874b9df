import type { Block } from '../../main/contract/body.ts';
import {
  applyPatch,
  type Draft,
  diffDraft,
  PatchMismatch,
  type StoryPatch,
} from '../../main/contract/patch.ts';
import type { Picture } from '../../main/contract/picture.ts';

/**
 * Both sides' changes in one draft, where they do not touch the same field, block or picture.
 * @returns null where someone has to choose
 */
export function mergeDrafts(base: Draft, theirs: Draft, mine: Draft): Draft | null {
  const my = diffDraft(base, mine);
  if (!my) return draftOf(theirs);
  const their = diffDraft(base, theirs);
  if (!their) return draftOf(mine);
  if (my.state !== undefined && their.state !== undefined && my.state !== their.state) return null;
  if (overlap(Object.keys(my.fields ?? {}), Object.keys(their.fields ?? {}))) return null;
  if (overlap(touchedBlocks(my), touchedBlocks(their))) return null;
  const pictures = mergePictures(base.pictures, theirs.pictures, mine.pictures);
  if (!pictures) return null;
  try {
    return { ...applyPatch(draftOf(theirs), my), pictures };
  } catch (error) {
    if (error instanceof PatchMismatch) return null;
    throw error;
  }
}

/** What of a story editing changes. */
export function draftOf({ state, fields, body, pictures }: Draft): Draft {
  return { state, fields, body, pictures };
}

const start = ' start';

/** Every block a patch changes, removes, or inserts after. */
function touchedBlocks({ blocks }: StoryPatch): readonly string[] {
  if (!blocks) return [];
  const ids = (list: readonly Block[]): readonly string[] => list.map(block => block.id);
  return [
    ...ids(blocks.changed),
    ...blocks.removed,
    ...blocks.inserted.map(each => `${each.after ?? start} +`),
    ...blocks.inserted.flatMap(each => ids(each.blocks)),
  ];
}

function mergePictures(
  base: readonly Picture[],
  theirs: readonly Picture[],
  mine: readonly Picture[],
): readonly Picture[] | null {
  const text = (pictures: readonly Picture[]): ReadonlyMap<string, string> =>
    new Map(pictures.map(picture => [picture.id, JSON.stringify(picture)]));
  const [before, their, my] = [text(base), text(theirs), text(mine)];
  const merged: Picture[] = [];
  for (const picture of theirs) {
    const [was, now] = [before.get(picture.id), my.get(picture.id)];
    const theyChanged = was !== their.get(picture.id);
    if (now === was) merged.push(picture);
    else if (theyChanged && now !== their.get(picture.id)) return null;
    else {
      const kept = mine.find(each => each.id === picture.id);
      if (kept) merged.push(kept);
    }
  }
  for (const picture of mine) {
    if (their.has(picture.id)) continue;
    const was = before.get(picture.id);
    if (was === undefined) merged.push(picture);
    // They removed it, and it was changed here meanwhile.
    else if (was !== my.get(picture.id)) return null;
  }
  return merged;
}

function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.some(each => b.includes(each));
}
