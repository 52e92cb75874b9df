import type { SaveResult } from '../../main/contract/methods.ts';
import { type Draft, diffDraft } from '../../main/contract/patch.ts';
import type { Client } from '../../main/contract/rpc.ts';
import type { Story } from '../../main/contract/story.ts';

/** What the status line may say: it names what was written, never what was only typed. */
export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: string; readonly revision: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly reason: string };

export type SaveConflict = Extract<SaveResult, { status: 'conflict' }> & { readonly mine: Draft };

export interface Autosave {
  /** The draft as it now is on the screen. */
  update(draft: Draft): void;
  /** Sends what is unsaved at once; resolves when it is written, or rejects with why it is not. */
  flush(): Promise<void>;
  /** The story was read again: what is on the screen is this revision. */
  adopt(story: Story): void;
  /** Goes on from another's revision with the draft on the screen: it is sent as the next one. */
  rebase(theirs: Story): void;
  stop(): void;
  readonly unsaved: boolean;
  /** What the store has, as far as it has said so. */
  readonly acknowledged: Draft;
}

/** A draft that the store has not acknowledged is kept here too, so that a dead host loses nothing. */
export interface DraftKeeper {
  keep(draft: Draft, base: number): void;
  drop(): void;
}

/** After this pause a keystroke is sent; it is on disk within 200 ms of it (design 7). */
const pauseMs = 120;
/** However fast someone types, something is sent this often: on disk within a second. */
const longestWaitMs = 600;
const firstRetryMs = 500;
const longestRetryMs = 5_000;

/**
 * Sends what changed since the last acknowledged revision, one save at a time.
 * @param options.onConflict another session saved first; nothing more is sent until `adopt` or `rebase`
 */
export function createAutosave(options: {
  readonly client: Client;
  readonly session: string;
  readonly story: Story;
  readonly keeper: DraftKeeper;
  readonly onStatus: (status: SaveStatus) => void;
  readonly onConflict: (conflict: SaveConflict) => void;
}): Autosave {
  const { client, session, keeper, onStatus } = options;
  const { id } = options.story;
  let acknowledged: Draft = options.story;
  let revision = options.story.revision;
  let savedAt = options.story.updated;
  let current: Draft = options.story;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSince: number | null = null;
  let retryMs = firstRetryMs;
  let stopped = false;
  let conflicting = false;
  let failing = false;

  const unsaved = (): boolean => current !== acknowledged && diffDraft(acknowledged, current) !== null;

  const schedule = (milliseconds: number): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void send().catch(() => undefined), milliseconds);
  };

  const send = (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    sending ??= save().finally(() => {
      sending = null;
    });
    return sending;
  };

  const save = async (): Promise<void> => {
    while (!stopped && !conflicting) {
      const draft = current;
      const patch = diffDraft(acknowledged, draft);
      waitingSince = null;
      if (!patch) {
        onStatus({ kind: 'saved', at: savedAt, revision });
        return;
      }
      onStatus({ kind: 'saving' });
      let result: SaveResult;
      try {
        result = await client.call('stories.save', { id, base: revision, session, patch });
      } catch (error) {
        failed(draft, error);
        throw error;
      }
      retryMs = firstRetryMs;
      failing = false;
      if (result.status === 'conflict') {
        conflicting = true;
        keeper.keep(current, revision);
        onStatus({ kind: 'not-saved', reason: 'someone else saved this story first' });
        options.onConflict({ ...result, mine: current });
        return;
      }
      // What was written is `draft`; what was typed meanwhile is not saved, and goes out in the next round.
      acknowledged = draft;
      revision = result.revision;
      savedAt = result.savedAt;
      if (!unsaved()) keeper.drop();
    }
  };

  const failed = (draft: Draft, error: unknown): void => {
    failing = true;
    keeper.keep(current === draft ? draft : current, revision);
    onStatus({ kind: 'not-saved', reason: reasonOf(error) });
    if (stopped) return;
    schedule(retryMs);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  };

  return {
    update(draft) {
      current = draft;
      // From the first failure on, not only at the next one: the window may go down between the two.
      if (stopped || conflicting || failing) keeper.keep(draft, revision);
      if (stopped || conflicting) return;
      const now = Date.now();
      waitingSince ??= now;
      schedule(Math.max(0, Math.min(pauseMs, longestWaitMs - (now - waitingSince))));
    },
    async flush() {
      if (sending) await sending;
      if (unsaved()) await send();
    },
    adopt(story) {
      acknowledged = story;
      current = story;
      revision = story.revision;
      savedAt = story.updated;
      conflicting = false;
      keeper.drop();
      onStatus({ kind: 'saved', at: savedAt, revision });
    },
    rebase(theirs) {
      acknowledged = theirs;
      revision = theirs.revision;
      conflicting = false;
      void send().catch(() => undefined);
    },
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
    get unsaved() {
      return unsaved();
    },
    get acknowledged() {
      return acknowledged;
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
