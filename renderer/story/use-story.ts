import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../main/contract/patch.ts';
import type { Story } from '../../main/contract/story.ts';
import { useDesk } from '../app/context.ts';
import { type Autosave, createAutosave, type SaveConflict, type SaveStatus } from '../editor/autosave.ts';
import { createDraftKeeper } from '../editor/rescue.ts';
import { failureWords } from '../ui/words.ts';

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
  /** Shows another revision of the story in the place of what is on the screen. */
  readonly adopt: (story: Story) => void;
  /** Ends a conflict with the draft on the screen: it is saved on top of the other side. */
  readonly keepMine: () => void;
}

export type StoryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | ({ readonly kind: 'open' } & OpenStory);

/** Opens a story, keeps it saved, and follows what other windows do to it. */
export function useStory(id: string): StoryState {
  const { link, session } = useDesk();
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

  const adopt = useCallback((next: Story): void => {
    setStory(next);
    setDraft(next);
    current.current = next;
    setConflict(null);
    setReplaced(count => count + 1);
    autosave.current?.adopt(next);
  }, []);

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
        onConflict: setConflict,
      });
    };
    start().catch(error => {
      if (!gone) setFailure(failureWords(error));
    });

    const refresh = async (): Promise<void> => {
      if (autosave.current?.unsaved) return;
      const newest = await client.call('stories.get', { id });
      if (!gone && !autosave.current?.unsaved) adopt(newest);
    };
    const stopEvents = link.onEvent(event => {
      if (event.type === 'story-open' && event.id === id)
        setOthers(event.sessions.filter(each => each !== session).length);
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
  }, [adopt, client, id, link, session]);

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
    autosave.current?.update(next);
  }, []);
  const flush = useCallback(async (): Promise<void> => autosave.current?.flush(), []);
  const keepMine = useCallback((): void => {
    if (conflict) autosave.current?.rebase(conflict.theirs);
    setConflict(null);
  }, [conflict]);

  if (failure) return { kind: 'failed', reason: failure };
  if (!story || !draft) return { kind: 'loading' };
  return { kind: 'open', story, draft, status, conflict, others, replaced, update, flush, adopt, keepMine };
}
