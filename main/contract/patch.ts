import { z } from 'zod';
import { Block, BlockId, type Body } from './body.ts';
import { Picture } from './picture.ts';
import { type FieldName, fieldNames, SomeFields, type StoryFields, StoryState } from './story.ts';

/** Everything of a story that editing changes. */
export interface Draft {
  readonly state: StoryState;
  readonly fields: StoryFields;
  readonly body: Body;
  readonly pictures: readonly Picture[];
}

/** After the block `after` (null: at the beginning) put `insert`. */
const Insertion = z.strictObject({ after: BlockId.nullable(), blocks: z.array(Block).readonly() });

/**
 * What changed since the last acknowledged revision: whole fields and whole blocks, so that a keystroke
 * in a long story costs one paragraph. Applied in the order changed, removed, inserted.
 */
export const StoryPatch = z.strictObject({
  state: StoryState.optional(),
  fields: SomeFields.optional(),
  blocks: z
    .strictObject({
      changed: z.array(Block).readonly(),
      removed: z.array(BlockId).readonly(),
      inserted: z.array(Insertion).readonly(),
    })
    .optional(),
  pictures: z.array(Picture).readonly().optional(),
});
export type StoryPatch = z.infer<typeof StoryPatch>;

/** A patch that does not fit the story it was made for. */
export class PatchMismatch extends Error {}

/** Whether two values are the same data. Identity is tried first: unchanged parts are shared. */
export function sameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The patch that turns `before` into `after`; null where nothing changed. */
export function diffDraft(before: Draft, after: Draft): StoryPatch | null {
  const patch: { -readonly [Key in keyof StoryPatch]: StoryPatch[Key] } = {};
  if (before.state !== after.state) patch.state = after.state;
  if (before.fields !== after.fields) {
    const changed = fieldNames.filter(name => !sameData(before.fields[name], after.fields[name]));
    if (changed.length > 0) patch.fields = pickFields(after.fields, changed);
  }
  if (!sameData(before.pictures, after.pictures)) patch.pictures = after.pictures;
  const blocks = before.body === after.body ? null : diffBlocks(before.body.blocks, after.body.blocks);
  if (blocks) patch.blocks = blocks;
  return Object.keys(patch).length === 0 ? null : patch;
}

function pickFields(fields: StoryFields, names: readonly FieldName[]): SomeFields {
  return Object.fromEntries(names.map(name => [name, fields[name]]));
}

function diffBlocks(before: readonly Block[], after: readonly Block[]): StoryPatch['blocks'] | null {
  let start = 0;
  while (start < before.length && start < after.length && before[start]?.id === after[start]?.id) start += 1;
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1]?.id === after[endAfter - 1]?.id) {
    endBefore -= 1;
    endAfter -= 1;
  }
  const changed: Block[] = [];
  const compare = (left: Block | undefined, right: Block | undefined): void => {
    if (left && right && !sameData(left, right)) changed.push(right);
  };
  for (let index = 0; index < start; index += 1) compare(before[index], after[index]);
  for (let index = 0; endBefore + index < before.length; index += 1)
    compare(before[endBefore + index], after[endAfter + index]);
  const removed = before.slice(start, endBefore).map(block => block.id);
  const blocks = after.slice(start, endAfter);
  if (changed.length === 0 && removed.length === 0 && blocks.length === 0) return null;
  return {
    changed,
    removed,
    inserted: blocks.length === 0 ? [] : [{ after: after[start - 1]?.id ?? null, blocks }],
  };
}

/**
 * The draft with the patch applied.
 * @throws PatchMismatch where a block the patch names is not there, or one it inserts already is
 */
export function applyPatch(draft: Draft, patch: StoryPatch): Draft {
  return {
    state: patch.state ?? draft.state,
    fields: patch.fields ? mergeFields(draft.fields, patch.fields) : draft.fields,
    pictures: patch.pictures ?? draft.pictures,
    body: patch.blocks ? { version: 1, blocks: applyBlocks(draft.body.blocks, patch.blocks) } : draft.body,
  };
}

/** The fields with some of them replaced. */
export function mergeFields(fields: StoryFields, some: SomeFields): StoryFields {
  const given = Object.entries(some).filter(([, value]) => value !== undefined);
  return { ...fields, ...Object.fromEntries(given) };
}

function applyBlocks(blocks: readonly Block[], patch: NonNullable<StoryPatch['blocks']>): readonly Block[] {
  const changed = new Map(patch.changed.map(block => [block.id, block]));
  const removed = new Set(patch.removed);
  const kept: Block[] = [];
  for (const block of blocks) {
    if (removed.delete(block.id)) continue;
    const replacement = changed.get(block.id);
    changed.delete(block.id);
    kept.push(replacement ?? block);
  }
  if (removed.size > 0 || changed.size > 0)
    throw new PatchMismatch('the patch names a block that is not in the story');
  for (const insertion of patch.inserted) {
    const at = insertion.after === null ? 0 : kept.findIndex(block => block.id === insertion.after) + 1;
    if (insertion.after !== null && at === 0)
      throw new PatchMismatch('the patch inserts after a block that is not in the story');
    kept.splice(at, 0, ...insertion.blocks);
  }
  const ids = new Set(kept.map(block => block.id));
  if (ids.size !== kept.length)
    throw new PatchMismatch('the patch inserts a block that is already in the story');
  return kept;
}
