import { useEffect, useState } from 'react';
import { type StoryState, storyStates } from '../../main/contract/story.ts';
import type { HostLink } from '../host/connect.ts';

export type ViewCounts = Readonly<Partial<Record<StoryState | 'all', number>>>;

/** Saves come by the second while someone types; the figures follow at their leisure. */
const followMs = 2_000;

/** How many stories each view has; empty until they are counted. */
export function useViewCounts(link: HostLink): ViewCounts {
  const [counts, setCounts] = useState<ViewCounts>({});
  useEffect(() => {
    let gone = false;
    let timer: number | undefined;
    const count = async (): Promise<void> => {
      timer = undefined;
      const views = [null, ...storyStates];
      const found = await Promise.all(
        views.map(state => link.client.call('stories.list', { state, limit: 0 })),
      );
      if (!gone)
        setCounts(Object.fromEntries(views.map((view, index) => [view ?? 'all', found[index]?.total ?? 0])));
    };
    // The figures are an ornament: what goes wrong is told by the list itself.
    const start = (): void => void count().catch(() => undefined);
    const stopEvents = link.onEvent(event => {
      if (event.type === 'stories-changed') timer ??= window.setTimeout(start, followMs);
    });
    const stopStatus = link.onStatus(status => {
      if (status === 'connected') start();
    });
    return () => {
      gone = true;
      window.clearTimeout(timer);
      stopEvents();
      stopStatus();
    };
  }, [link]);
  return counts;
}
