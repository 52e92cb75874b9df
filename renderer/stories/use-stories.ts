import { useEffect, useState } from 'react';
import type { StoryState, StorySummary } from '../../main/contract/story.ts';
import type { HostLink } from '../host/connect.ts';

export interface StoryList {
  readonly total: number;
  readonly stories: readonly StorySummary[];
  readonly loaded: boolean;
  readonly more: () => void;
}

const pageSize = 100;
/** Saves come by the second while someone types; the list follows a little behind. */
const followMs = 250;

/** The list of stories for a search, kept up to date. */
export function useStories(link: HostLink, query: string, state: StoryState | null): StoryList {
  const [found, setFound] = useState<{
    readonly total: number;
    readonly stories: readonly StorySummary[];
    readonly loaded: boolean;
  }>({ total: 0, stories: [], loaded: false });
  const [limit, setLimit] = useState(pageSize);

  useEffect(() => {
    let gone = false;
    let timer: number | undefined;
    const load = (): void => {
      timer = undefined;
      link.client.call('stories.list', { query, state, limit }).then(
        ({ total, stories }) => {
          if (!gone) setFound({ total, stories, loaded: true });
        },
        // The banner says that the program does not answer; the list is asked for again when it does.
        () => undefined,
      );
    };
    load();
    const stopEvents = link.onEvent(event => {
      if (event.type === 'stories-changed') timer ??= window.setTimeout(load, followMs);
    });
    const stopStatus = link.onStatus(status => {
      if (status === 'connected') load();
    });
    return () => {
      gone = true;
      window.clearTimeout(timer);
      stopEvents();
      stopStatus();
    };
  }, [link, query, state, limit]);

  return { ...found, more: () => setLimit(before => Math.min(1_000, before + pageSize)) };
}
