import { useEffect, useMemo, useState } from 'react';
import type { MethodOutput } from '../../main/contract/methods.ts';
import type { HostLink } from '../host/connect.ts';
import type { DeskCommand } from './commands.ts';

type Recent = MethodOutput<'stories.recent'>;

/** The stories that were opened last, each as the command that opens it again. */
export function useRecent(link: HostLink, openStory: (id: string) => void): readonly DeskCommand[] {
  const [recent, setRecent] = useState<Recent>([]);
  useEffect(() => {
    // A list that cannot be had is asked for again when the line is back.
    const look = (): void => void link.client.call('stories.recent', {}).then(setRecent, () => undefined);
    const stopStatus = link.onStatus(status => {
      if (status === 'connected') look();
    });
    const stopEvents = link.onEvent(event => {
      if (event.type === 'recent-changed') look();
    });
    return () => {
      stopStatus();
      stopEvents();
    };
  }, [link]);
  return useMemo(
    () =>
      recent.map(({ id, name }) => ({
        id: `recent-${id}`,
        label: name,
        menu: 'Open recent',
        shortcut: undefined,
        enabled: true,
        run: () => openStory(id),
      })),
    [recent, openStory],
  );
}
