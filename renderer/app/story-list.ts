import type { Client } from '../../main/contract/rpc.ts';
import { type StoryState, type StorySummary, storyStates } from '../../main/contract/story.ts';
import { failureWords } from '../ui/words.ts';
import { createStore, type Store } from './store.ts';

export interface StoryListState {
  readonly query: string;
  readonly state: StoryState | null;
  readonly stories: readonly StorySummary[];
  readonly total: number;
  /** How many stories each view has; empty until it is known. */
  readonly counts: Readonly<Partial<Record<StoryState | 'all', number>>>;
  /** `first`: nothing has been read yet. */
  readonly phase: 'first' | 'reading' | 'read';
  readonly failure: string | null;
}

export interface StoryList {
  readonly state: Store<StoryListState>;
  search(query: string): void;
  show(state: StoryState | null): void;
  /** The next page, while there is one. */
  more(): void;
  /** Something changed in the store; read again, but not for every keystroke of every window. */
  changed(): void;
  reload(): Promise<void>;
}

const page = 100;
const changedEveryMs = 700;
const countEveryMs = 3_000;

/** The list of stories as the search field and the views choose it. The newest question wins. */
export function createStoryList(client: Client): StoryList {
  const state = createStore<StoryListState>({
    query: '',
    state: null,
    stories: [],
    total: 0,
    counts: {},
    phase: 'first',
    failure: null,
  });
  let asked = 0;

  const read = async (limit: number): Promise<void> => {
    const { query, state: only, phase } = state.get();
    const question = ++asked;
    if (phase === 'read') state.update(now => ({ ...now, phase: 'reading' }));
    try {
      const { total, stories } = await client.call('stories.list', { query, state: only, limit, offset: 0 });
      if (question !== asked) return;
      state.update(now => ({ ...now, total, stories, phase: 'read', failure: null }));
    } catch (error) {
      if (question === asked) state.update(now => ({ ...now, phase: 'read', failure: failureWords(error) }));
    }
  };

  const more = async (): Promise<void> => {
    const { query, state: only, stories, total, phase } = state.get();
    if (phase !== 'read' || stories.length >= total) return;
    const question = ++asked;
    state.update(now => ({ ...now, phase: 'reading' }));
    try {
      const next = await client.call('stories.list', { query, state: only, limit: page, offset: stories.length });
      if (question !== asked) return;
      const known = new Set(stories.map(story => story.id));
      const added = next.stories.filter(story => !known.has(story.id));
      state.update(now => ({ ...now, total: next.total, stories: [...stories, ...added], phase: 'read' }));
    } catch (error) {
      if (question === asked) state.update(now => ({ ...now, phase: 'read', failure: failureWords(error) }));
    }
  };

  const count = async (): Promise<void> => {
    const views = [null, ...storyStates];
    const totals = await Promise.all(views.map(view => client.call('stories.list', { state: view, limit: 0 })));
    const counts = Object.fromEntries(views.map((view, index) => [view ?? 'all', totals[index]?.total]));
    state.update(now => ({ ...now, counts }));
  };

  const reload = (): Promise<void> => read(Math.min(1_000, Math.max(page, state.get().stories.length)));
  const reloadSoon = throttled(() => void reload(), changedEveryMs);
  // Counts are an ornament: a failure to count is told by the list itself.
  const countSoon = throttled(() => void count().catch(() => undefined), countEveryMs);

  return {
    state,
    reload: async () => {
      await reload();
      countSoon();
    },
    search(query) {
      state.update(now => ({ ...now, query }));
      void read(page);
    },
    show(only) {
      state.update(now => ({ ...now, state: only }));
      void read(page);
    },
    more: () => void more(),
    changed() {
      reloadSoon();
      countSoon();
    },
  };
}

/** At once, and then at most once in so many milliseconds, with the last call never lost. */
function throttled(run: () => void, milliseconds: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let again = false;
  const rest = (): void => {
    timer = null;
    if (!again) return;
    again = false;
    start();
  };
  const start = (): void => {
    timer = setTimeout(rest, milliseconds);
    run();
  };
  return () => {
    if (timer === null) start();
    else again = true;
  };
}
