import type { Handlers } from '../../contract/methods.ts';
import type { Story } from '../../contract/story.ts';
import { noteOpened, recentStories } from '../store/recent.ts';
import { listStories } from '../store/search.ts';
import { loadSettings } from '../store/settings.ts';
import {
  createStory,
  listRevisions,
  loadStory,
  purgeStory,
  restoreStory,
  saveStory,
} from '../store/stories.ts';
import { changeNote } from './change-note.ts';
import type { ServiceContext } from './context.ts';
import { diffStories } from './diff.ts';

type Editing = Pick<
  Handlers,
  | 'stories.list'
  | 'stories.get'
  | 'stories.create'
  | 'stories.save'
  | 'stories.open'
  | 'stories.recent'
  | 'stories.duplicate'
  | 'stories.revisions'
  | 'stories.diff'
  | 'stories.changeNote'
  | 'stories.restore'
  | 'stories.purge'
>;

/** Writing, keeping and comparing stories. */
export function editing(context: ServiceContext): Editing {
  const { store, sessions, emit } = context;
  const announce = (story: Story, session: string, author: string): Story => {
    emit({ type: 'story-saved', id: story.id, revision: story.revision, session, author });
    emit({ type: 'stories-changed' });
    return story;
  };
  return {
    'stories.list': request => listStories(store, request),
    'stories.get': request => loadStory(store, request.id, request.revision ?? undefined),
    'stories.create': ({ story, session }) => {
      const { author, providerDomain } = loadSettings(store);
      return announce(
        createStory(store, { story, author, session, cause: 'create', providerDomain }),
        session,
        author,
      );
    },
    'stories.save': ({ id, base, session, patch }) => {
      const { author } = loadSettings(store);
      const result = saveStory(store, { id, base, session, author, patch });
      if (result.status === 'saved') {
        emit({ type: 'story-saved', id, revision: result.revision, session, author });
        emit({ type: 'stories-changed' });
        const { fields = {} } = patch;
        if ('slugline' in fields || 'headline' in fields) emit({ type: 'recent-changed' });
      }
      return result;
    },
    'stories.open': ({ id, session, open }) => {
      if (!open) {
        sessions.close(id, session);
        return { others: 0 };
      }
      const others = sessions.open(loadStory(store, id).id, session);
      if (noteOpened(store, id)) emit({ type: 'recent-changed' });
      return { others };
    },
    'stories.recent': () => recentStories(store),
    'stories.duplicate': ({ id, session }) => {
      const { author, providerDomain } = loadSettings(store);
      const { fields, body, pictures } = loadStory(store, id);
      const copy = { fields, body, pictures };
      return announce(
        createStory(store, { story: copy, author, session, cause: 'create', providerDomain }),
        session,
        author,
      );
    },
    'stories.revisions': ({ id }) => listRevisions(store, id),
    'stories.diff': ({ id, a, b }) => diffStories(loadStory(store, id, a), loadStory(store, id, b)),
    'stories.changeNote': ({ id }) => {
      const known = listRevisions(store, id).find(({ cause }) => /^(?:file|receive|import)$/.test(cause));
      if (!known) return { note: '', since: null };
      const note = changeNote(loadStory(store, id, known.revision), loadStory(store, id));
      return { note, since: known.revision };
    },
    'stories.restore': ({ id, revision, session }) => {
      const { author } = loadSettings(store);
      return announce(restoreStory(store, { id, revision, author, session }), session, author);
    },
    'stories.purge': ({ id }) => {
      purgeStory(store, id);
      emit({ type: 'story-purged', id });
      emit({ type: 'stories-changed' });
      emit({ type: 'recent-changed' });
      return {};
    },
  };
}
