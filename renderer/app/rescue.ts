import { Body } from '../../main/contract/body.ts';
import { type Draft, sameData } from '../../main/contract/patch.ts';
import { Picture } from '../../main/contract/picture.ts';
import { StoryFields, StoryState, storyName } from '../../main/contract/story.ts';
import { type RescuedDraft, rescuedDrafts } from '../editor/rescue.ts';
import type { Desk } from './desk.ts';
import { draftOf } from './merge.ts';

/** A draft that was left behind and is different from what the store has. */
export interface Rescued {
  readonly kept: RescuedDraft;
  readonly draft: Draft;
  readonly name: string;
}

/** The drafts to offer back. Those that the store has after all are dropped; what cannot be read stays. */
export async function findRescued(desk: Desk, storage: Storage): Promise<readonly Rescued[]> {
  const found: Rescued[] = [];
  for (const kept of rescuedDrafts(storage)) {
    const draft = readDraft(kept.draft);
    if (!draft) continue;
    const stored = await desk.client.call('stories.get', { id: kept.story }).catch(() => null);
    if (stored && sameData(draftOf(stored), draft)) storage.removeItem(kept.key);
    else found.push({ kept, draft, name: storyName(draft.fields) });
  }
  return found;
}

/**
 * Puts a rescued draft back: on top of the revision it was made from, or, where the story has moved on or is
 * gone, beside it as a story of its own. Nothing is replaced silently.
 */
export async function restoreRescued(desk: Desk, storage: Storage, { kept, draft }: Rescued): Promise<boolean> {
  const stored = await desk.client.call('stories.get', { id: kept.story }).catch(() => null);
  if (stored && stored.revision === kept.base) {
    if (!(await desk.openStory(stored.id))) return false;
    const open = desk.open.get();
    open?.adopt({ ...stored, ...draft });
    open?.edit(draft);
    await open?.flush();
  } else {
    const { fields, body, pictures } = draft;
    const copy = await desk.tryCall('stories.create', { story: { fields, body, pictures }, session: desk.session });
    if (!copy) return false;
    desk.notices.add('info', 'The story has moved on since, so what was rescued is a story of its own beside it.');
    await desk.openStory(copy.id);
  }
  storage.removeItem(kept.key);
  return true;
}

function readDraft(kept: unknown): Draft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { state, fields, body, pictures } = kept as Record<string, unknown>;
  const read = {
    state: StoryState.safeParse(state),
    fields: StoryFields.safeParse(fields),
    body: Body.safeParse(body),
    pictures: Picture.array().safeParse(pictures),
  };
  if (!read.state.success || !read.fields.success || !read.body.success || !read.pictures.success) return null;
  return { state: read.state.data, fields: read.fields.data, body: read.body.data, pictures: read.pictures.data };
}
