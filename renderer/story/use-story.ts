import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, sameData } from '../../main/contract/patch.ts';
import type { Story } from '../../main/contract/story.ts';
import { useDesk } from '../app/context.ts';
import { type Autosave, createAutosave, type SaveConflict, type SaveStatus } from '../editor/autosave.ts';
import { createDraftKeeper } from '../editor/rescue.ts';
import { failureWords } from '../ui/words.ts';
import { draftOf, mergeDrafts } from './merge.ts';

/** A story that is open in this window: what is on the screen, and how much of it is on the disk. */
export interface OpenStory {
  readonly story: Story;
  readonly draft: Draft;
  readonly status: SaveStatus;
  readonly conflict: SaveConflict | null;
  /** How many other windows have the story open. */
  readonly others: number;
  /** Counts up when another revision took the place of the copy: the editor shows it. */
  readonly replaced: number;
  readonly update: (change: Partial<Draft>) => void;
  readonly flush: () => Promise<void>;
  /** The store has another revision: it is shown, together with whatever was typed and is not saved yet. */
  readonly adopt: (story: Story) => void;
  /** Ends a conflict with the draft on the screen: it is saved on top of the other side. */
  readonly keepMine: () => void;
  /** Ends a conflict with the other side on the screen. Keep the draft somewhere first. */
  readonly takeTheirs: () => void;
}

export type StoryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | ({ readonly kind: 'open' } & OpenStory);

/** Opens a story, keeps it saved, and follows what other windows do to it. */
export function useStory(id: string): StoryState {
  const { link, session, tell } = useDesk();
  const { client } = link;
  const [story, setStory] = useState<Story | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saving' });
  const [conflict, setConflict] = useState<SaveConflict | null>(null);
  const [others, setOthers] = useState(0);
  const [replaced, setReplaced] = useState(0);
  const [failure, setFailure] = useState('');
  const autosave = useRef<Autosave | null>(null);
  const current = useRef<Draft | null>(null);

  const show = useCallback((read: Story, next: Draft): void => {
    const before = current.current;
    setStory(read);
    setDraft(next);
    current.current = next;
    setConflict(null);
    if (!before || !sameData(before.body, next.body)) setReplaced(count => count + 1);
  }, []);

  const adopt = useCallback(
    (next: Story): void => {
      const saving = autosave.current;
      const mine = current.current;
      if (!saving?.unsaved || !mine) {
        show(next, draftOf(next));
        saving?.adopt(next);
        return;
      }
      const merged = mergeDrafts(saving.acknowledged, next, mine);
      // Where someone has to choose, the next save meets the other revision and both sides are shown.
      if (!merged) return;
      show(next, merged);
      saving.update(merged);
      saving.rebase(next);
    },
    [show],
  );

  useEffect(() => {
    let gone = false;
    const start = async (): Promise<void> => {
      const { others: elsewhere } = await client.call('stories.open', { id, session, open: true });
      const loaded = await client.call('stories.get', { id });
      if (gone) return;
      setOthers(elsewhere);
      setStory(loaded);
      setDraft(loaded);
      current.current = loaded;
      setStatus({ kind: 'saved', at: loaded.updated, revision: loaded.revision });
      autosave.current = createAutosave({
        client,
        session,
        story: loaded,
        keeper: createDraftKeeper(window.localStorage, id, session),
        onStatus: setStatus,
        onConflict: settle,
      });
    };
    start().catch(error => {
      if (!gone) setFailure(failureWords(error));
    });

    /** Two saves of one revision: put together where they touch different places, else a person chooses. */
    const settle = (found: SaveConflict): void => {
      const merged = mergeDrafts(found.base, found.theirs, current.current ?? found.mine);
      if (!merged) {
        setConflict(found);
        return;
      }
      show(found.theirs, merged);
      tell(
        `${found.theirAuthor || 'Another window'} changed this story too. Both sets of changes are in it.`,
      );
      // The save that met the conflict ends first; what was typed meanwhile goes along.
      setTimeout(() => {
        if (current.current) autosave.current?.update(current.current);
        autosave.current?.rebase(found.theirs);
      });
    };

    const refresh = async (): Promise<void> => {
      if (autosave.current?.unsaved) return;
      const newest = await client.call('stories.get', { id });
      // What was typed while it was read meets it at the next save.
      if (!gone && !autosave.current?.unsaved) adopt(newest);
    };
    const stopEvents = link.onEvent(event => {
      if (event.type === 'story-open' && event.id === id)
        setOthers(event.sessions.filter(each => each !== session).length);
      if (event.type === 'story-purged' && event.id === id)
        setFailure('This story was removed in another window, with its history.');
      if (event.type === 'story-saved' && event.id === id && event.session !== session)
        void refresh().catch(() => undefined);
    });
    // A host that went away and came back does not know that this window has the story open.
    const stopStatus = link.onStatus(line => {
      if (line === 'connected' && autosave.current)
        void client.call('stories.open', { id, session, open: true }).catch(() => undefined);
    });
    return () => {
      gone = true;
      stopEvents();
      stopStatus();
      const ending = autosave.current;
      autosave.current = null;
      void (ending?.flush() ?? Promise.resolve())
        .catch(() => undefined)
        .finally(() => {
          ending?.stop();
          void client.call('stories.open', { id, session, open: false }).catch(() => undefined);
        });
    };
  }, [adopt, client, id, link, session, show, tell]);

  useEffect(() => {
    const flush = (): void => void autosave.current?.flush().catch(() => undefined);
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', hidden);
    const stopEvents = link.onEvent(event => {
      if (event.type === 'closing') flush();
    });
    return () => {
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', hidden);
      stopEvents();
    };
  }, [link]);

  const update = useCallback((change: Partial<Draft>): void => {
    if (!current.current) return;
    const next = { ...current.current, ...change };
    current.current = next;
    setDraft(next);
    // From the keystroke on: 'Saved' may not stand beside words that are not.
    setStatus(before => (before.kind === 'saved' ? { kind: 'saving' } : before));
    autosave.current?.update(next);
  }, []);
  const flush = useCallback(async (): Promise<void> => autosave.current?.flush(), []);
  const keepMine = useCallback((): void => {
    if (conflict) autosave.current?.rebase(conflict.theirs);
    setConflict(null);
  }, [conflict]);
  const takeTheirs = useCallback((): void => {
    if (!conflict) return;
    show(conflict.theirs, draftOf(conflict.theirs));
    autosave.current?.adopt(conflict.theirs);
  }, [conflict, show]);

  if (failure) return { kind: 'failed', reason: failure };
  if (!story || !draft) return { kind: 'loading' };
  return {
    kind: 'open',
    story,
    draft,
    status,
    conflict,
    others,
    replaced,
    update,
    flush,
    adopt,
    keepMine,
    takeTheirs,
  };
}
