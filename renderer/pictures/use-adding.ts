import { startTransition, useCallback, useEffect, useSyncExternalStore } from 'react';
import { useDesk } from '../app/context.ts';
import { uploadPicture } from '../host/upload.ts';
import type { OpenStory } from '../story/use-story.ts';
import { type AddingState, createAddingJobs } from './adding-jobs.ts';

/** The window's own: they outlive the tab that began them. */
const jobs = createAddingJobs();

/** Each open story as it was last on the screen, for work that began before it was opened again. */
const opened = new Map<string, OpenStory>();

export interface Adding {
  /** The story they are added to. */
  readonly story: string;
  /** Adds files to the story; or gives an existing picture its file. */
  add(files: readonly File[], picture: string | null): void;
}

/** The adding of picture files to an open story. It tells nothing of how far it is: see `useAddingState`. */
export function useAdding(open: OpenStory): Adding {
  const { link, session } = useDesk();
  const { id } = open.story;
  useEffect(() => void opened.set(id, open));
  return {
    story: id,
    add: (files, picture) =>
      jobs.add(id, files, picture, {
        upload: uploadPicture,
        async save(taken, into) {
          await opened.get(id)?.flush();
          const saved = await link.client.call('pictures.addTaken', {
            story: id,
            taken: [...taken],
            picture: into,
            session,
          });
          // A hundred new pictures are put on the screen in slices, between which the window answers.
          startTransition(() => opened.get(id)?.adopt(saved.story));
        },
      }),
  };
}

/** How far the adding to a story is: for the one part of the page that shows it, since it changes with each file. */
export function useAddingState(story: string): {
  readonly state: AddingState | null;
  readonly cancel: () => void;
  /** Puts the outcome away. */
  readonly dismiss: () => void;
} {
  const state = useSyncExternalStore(
    jobs.subscribe,
    useCallback(() => jobs.state(story), [story]),
  );
  return { state, cancel: () => jobs.cancel(story), dismiss: () => jobs.dismiss(story) };
}
