import { useEffect, useState } from 'react';
import type { EndingRights } from '../../main/contract/rights.ts';
import type { HostLink } from '../host/connect.ts';

const hourMs = 3_600_000;

/** Pictures whose time has ended or ends within a week; looked up when stories change and every hour. */
export function useEndingRights(link: HostLink): readonly EndingRights[] {
  const [ending, setEnding] = useState<readonly EndingRights[]>([]);
  useEffect(() => {
    // A list that cannot be had is told of where it is asked for: by the next look.
    const look = (): void =>
      void link.client.call('pictures.ending', {}).then(
        // Every save asks; the window is drawn anew only for another answer.
        found => setEnding(before => (JSON.stringify(before) === JSON.stringify(found) ? before : found)),
        () => undefined,
      );
    const stopStatus = link.onStatus(status => {
      if (status === 'connected') look();
    });
    const stopEvents = link.onEvent(event => {
      if (event.type === 'stories-changed') look();
    });
    const timer = window.setInterval(look, hourMs);
    return () => {
      stopStatus();
      stopEvents();
      window.clearInterval(timer);
    };
  }, [link]);
  return ending;
}
