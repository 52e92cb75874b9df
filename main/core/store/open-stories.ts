import type { Story } from '../../contract/story.ts';

/** What of a story is known without its numbers of the moment. */
export type StoredStory = Omit<Story, 'counts' | 'overrides'>;

/** A story with its journal applied, and how much journal that was. */
export interface OpenStory {
  readonly story: StoredStory;
  readonly foldedRevision: number;
  readonly journalPatches: number;
  readonly journalBytes: number;
  readonly author: string;
  readonly session: string;
}

/** Insertion order is order of use: the first is the one to let go of. */
export type OpenStories = Map<string, OpenStory>;

const limit = 16;

/** Keeps a story at hand, letting go of the one that was used longest ago. */
export function keepOpen(stories: OpenStories, open: OpenStory): void {
  stories.delete(open.story.id);
  stories.set(open.story.id, open);
  if (stories.size <= limit) return;
  const [oldest] = stories.keys();
  if (oldest !== undefined) stories.delete(oldest);
}
