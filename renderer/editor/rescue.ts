import type { Draft } from '../../main/contract/patch.ts';
import type { DraftKeeper } from './autosave.ts';

const prefix = 'wiredesk-draft:';

/** A draft that was on a screen and not acknowledged by the store when the window or the program went away. */
export interface RescuedDraft {
  readonly key: string;
  readonly story: string;
  /** The revision it was made from. */
  readonly base: number;
  readonly time: string;
  readonly draft: unknown;
}

/** Keeps unacknowledged drafts of one story in the window's own storage, one for each session. */
export function createDraftKeeper(storage: Storage, story: string, session: string): DraftKeeper {
  const key = `${prefix}${story}:${session}`;
  return {
    keep(draft: Draft, base) {
      const { state, fields, body, pictures } = draft;
      try {
        storage.setItem(
          key,
          JSON.stringify({
            story,
            base,
            time: new Date().toISOString(),
            draft: { state, fields, body, pictures },
          }),
        );
      } catch {
        // The storage is full: the draft is still on the screen, and the status line says that it is not saved.
      }
    },
    drop: () => storage.removeItem(key),
  };
}

/** The drafts that were left behind, newest first. What cannot be read is left where it is. */
export function rescuedDrafts(storage: Storage): readonly RescuedDraft[] {
  const found: RescuedDraft[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (!key?.startsWith(prefix)) continue;
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (isKept(kept)) found.push({ ...kept, key });
  }
  return found.sort((a, b) => b.time.localeCompare(a.time));
}

function isKept(value: unknown): value is Omit<RescuedDraft, 'key'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'story' in value &&
    typeof value.story === 'string' &&
    'base' in value &&
    typeof value.base === 'number' &&
    'time' in value &&
    typeof value.time === 'string' &&
    'draft' in value
  );
}
