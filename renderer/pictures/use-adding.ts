import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useDesk } from '../app/context.ts';
import { uploadPicture } from '../host/upload.ts';
import type { OpenStory } from '../story/use-story.ts';
import { type AddingState, createAddingJobs } from './adding-jobs.ts';

/** The window's own: they outlive the tab that began them. */
const jobs = createAddingJobs();

/** Each open story as it was last on the screen, for work that began before it was opened again. */
const opened = new Map<string, OpenStory>();

export interface Adding {
  readonly state: AddingState | null;
  /** Adds files to the story; or gives an existing picture its file. */
  add(files: readonly File[], picture: string | null): void;
  cancel(): void;
  /** Puts the outcome away. */
  dismiss(): void;
}

/** Adds picture files to an open story, and tells how far that is. */
export function useAdding(open: OpenStory): Adding {
  const { link, session } = useDesk();
  const { id } = open.story;
  useEffect(() => void opened.set(id, open));
  const state = useSyncExternalStore(
    jobs.subscribe,
    useCallback(() => jobs.state(id), [id]),
  );
  return {
    state,
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
          opened.get(id)?.adopt(saved.story);
        },
      }),
    cancel: () => jobs.cancel(id),
    dismiss: () => jobs.dismiss(id),
  };
}
