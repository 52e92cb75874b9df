import type { Handlers } from '../../contract/methods.ts';
import { usesOfFile, usesOfStory } from '../store/ledger.ts';
import { endingBefore, storiesUsing } from '../store/picture-uses.ts';
import { loadStory } from '../store/stories.ts';
import type { ServiceContext } from './context.ts';

const dayMs = 86_400_000;

/** Where pictures went, and whose time ends. */
export function rights({
  store,
  clock,
}: ServiceContext): Pick<Handlers, 'pictures.uses' | 'pictures.ending'> {
  return {
    'pictures.uses': request => {
      if ('sha256' in request)
        return { uses: usesOfFile(store, request.sha256), stories: storiesUsing(store, request.sha256) };
      const { pictures } = loadStory(store, request.story);
      const files = new Set(pictures.flatMap(({ file }) => (file ? [file.sha256] : [])));
      const stories = new Map(
        [...files].flatMap(sha256 => storiesUsing(store, sha256)).map(story => [story.id, story]),
      );
      return { uses: usesOfStory(store, request.story), stories: [...stories.values()] };
    },
    'pictures.ending': ({ days }) => {
      const now = clock.now();
      const moment = new Date(now.getTime() + days * dayMs).toISOString();
      return endingBefore(store, moment, now.toISOString());
    },
  };
}
