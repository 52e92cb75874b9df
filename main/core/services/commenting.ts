import type { Handlers } from '../../contract/methods.ts';
import { addComment, listComments, resolveComment } from '../store/comments.ts';
import { loadSettings } from '../store/settings.ts';
import type { ServiceContext } from './context.ts';

/** Remarks on a story for colleagues; they never leave the house. */
export function commenting({
  store,
  emit,
}: ServiceContext): Pick<Handlers, 'comments.list' | 'comments.add' | 'comments.resolve'> {
  return {
    'comments.list': ({ story }) => listComments(store, story),
    'comments.add': request => {
      const comment = addComment(store, { ...request, author: loadSettings(store).author });
      emit({ type: 'comments-changed', story: comment.story });
      return comment;
    },
    'comments.resolve': ({ id }) => {
      const comment = resolveComment(store, { id, by: loadSettings(store).author });
      emit({ type: 'comments-changed', story: comment.story });
      return comment;
    },
  };
}
