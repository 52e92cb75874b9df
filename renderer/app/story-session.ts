import type { Body } from '../../main/contract/body.ts';
import { type Draft, sameData } from '../../main/contract/patch.ts';
import type { Picture } from '../../main/contract/picture.ts';
import type { Client } from '../../main/contract/rpc.ts';
import type { Story, StoryFields } from '../../main/contract/story.ts';
import { createAutosave, type SaveConflict, type SaveStatus } from '../editor/autosave.ts';
import { createDraftKeeper } from '../editor/rescue.ts';
import { draftOf, mergeDrafts } from './merge.ts';
import { createStore, type Store } from './store.ts';

export interface StorySessionState {
  /** As last read from the store; `draft` is what is on the screen. */
  readonly story: Story;
  readonly draft: Draft;
  /** Grows when another body than the one typed has to be shown. */
  readonly shownBody: number;
  readonly status: SaveStatus;
  readonly conflict: SaveConflict | null;
  /** How many other windows have the story open. */
  readonly others: number;
}

/** One story on the screen: its draft, its saving, and what other windows do to it meanwhile. */
export interface StorySession {
  readonly id: string;
  readonly state: Store<StorySessionState>;
  edit(change: Partial<Draft>): void;
  setField<Name extends keyof StoryFields>(name: Name, value: StoryFields[Name]): void;
  setBody(body: Body): void;
  editPicture(id: string, change: Partial<Picture>): void;
  /** Resolves when everything typed is on disk. @throws WiredeskError why it is not */
  flush(): Promise<void>;
  /** The core changed the story on our behalf (a picture, a filing, an old revision). */
  adopt(story: Story): void;
  /** Another window saved; its words are shown where nothing of ours would be lost. */
  refresh(): Promise<void>;
  setOthers(count: number): void;
  /** `mine` is sent on top of theirs; `theirs` shows theirs. The caller keeps the other side first. */
  settle(side: 'mine' | 'theirs'): void;
  close(): Promise<void>;
}

export function createStorySession(options: {
  readonly client: Client;
  readonly session: string;
  readonly story: Story;
  readonly storage: Storage;
  /** Something happened that the person should read. */
  readonly notify: (message: string) => void;
}): StorySession {
  const { client, session, story, notify } = options;
  const keeper = createDraftKeeper(options.storage, story.id, session);
  const state = createStore<StorySessionState>({
    story,
    draft: draftOf(story),
    shownBody: 0,
    status: { kind: 'saved', at: story.updated, revision: story.revision },
    conflict: null,
    others: 0,
  });
  const autosave = createAutosave({
    client,
    session,
    story,
    keeper,
    onStatus: status => state.update(now => ({ ...now, status })),
    onConflict: conflict => {
      const mine = state.get().draft;
      const merged = mergeDrafts(conflict.base, conflict.theirs, mine);
      if (!merged) return state.update(now => ({ ...now, conflict }));
      show(conflict.theirs, merged);
      autosave.rebase(conflict.theirs);
      autosave.update(merged);
      notify(`${conflict.theirAuthor || 'Another window'} changed this story too; both sets of changes are in it.`);
    },
  });

  /** The screen shows this draft on top of that revision. */
  const show = (read: Story, draft: Draft): void =>
    state.update(now => ({
      ...now,
      story: read,
      draft,
      conflict: null,
      shownBody: sameData(now.draft.body, draft.body) ? now.shownBody : now.shownBody + 1,
    }));

  const edit = (change: Partial<Draft>): void => {
    const draft = { ...state.get().draft, ...change };
    state.update(now => ({ ...now, draft }));
    autosave.update(draft);
  };

  const adopt = (read: Story): void => {
    const { story: before, draft } = state.get();
    const merged = autosave.unsaved ? mergeDrafts(draftOf(before), read, draft) : draftOf(read);
    if (!merged) return;
    const unsaved = autosave.unsaved;
    show(read, merged);
    if (!unsaved) return autosave.adopt(read);
    autosave.rebase(read);
    autosave.update(merged);
  };

  return {
    id: story.id,
    state,
    edit,
    setField: (name, value) => edit({ fields: { ...state.get().draft.fields, [name]: value } }),
    setBody: body => edit({ body }),
    editPicture: (id, change) =>
      edit({ pictures: state.get().draft.pictures.map(each => (each.id === id ? { ...each, ...change } : each)) }),
    flush: () => autosave.flush(),
    adopt,
    async refresh() {
      if (autosave.unsaved) return;
      const read = await client.call('stories.get', { id: story.id });
      // Something was typed while it was read: saving it will tell both sides apart.
      if (autosave.unsaved || read.revision <= revisionOf(state.get())) return;
      show(read, draftOf(read));
      autosave.adopt(read);
    },
    setOthers: others => state.update(now => (now.others === others ? now : { ...now, others })),
    settle(side) {
      const { conflict, draft } = state.get();
      if (!conflict) return;
      if (side === 'theirs') {
        show(conflict.theirs, draftOf(conflict.theirs));
        return autosave.adopt(conflict.theirs);
      }
      state.update(now => ({ ...now, story: conflict.theirs, conflict: null }));
      autosave.rebase(conflict.theirs);
      autosave.update(draft);
    },
    async close() {
      await autosave.flush().catch(() => keeper.keep(state.get().draft, revisionOf(state.get())));
      autosave.stop();
      await client.call('stories.open', { id: story.id, session, open: false }).catch(() => undefined);
    },
  };
}

/** The newest revision this window knows: the one read, or the one it saved after. */
export function revisionOf({ status, story }: StorySessionState): number {
  return status.kind === 'saved' ? Math.max(status.revision, story.revision) : story.revision;
}
