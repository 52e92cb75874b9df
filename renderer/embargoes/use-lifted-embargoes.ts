import { useEffect, useState } from 'react';
import type { LiftedEmbargo } from '../../main/contract/embargoes.ts';
import type { CoreEventType } from '../../main/contract/events.ts';
import type { HostLink } from '../host/connect.ts';

/** A story that is killed, filed or named otherwise changes the list as well. */
const changing: readonly CoreEventType[] = ['embargoes-lifted', 'embargoes-changed', 'stories-changed'];

/** Embargoes that have lifted and of which nobody has taken note: the core keeps them, whenever a window comes. */
export function useLiftedEmbargoes(link: HostLink): readonly LiftedEmbargo[] {
  const [lifted, setLifted] = useState<readonly LiftedEmbargo[]>([]);
  useEffect(() => {
    // A list that cannot be had is asked for again with the next change.
    const look = (): void =>
      void link.client.call('embargoes.lifted', {}).then(
        // Every save asks; the window is drawn anew only for another answer.
        found => setLifted(before => (JSON.stringify(before) === JSON.stringify(found) ? before : found)),
        () => undefined,
      );
    const stopStatus = link.onStatus(status => {
      if (status === 'connected') look();
    });
    const stopEvents = link.onEvent(event => {
      if (changing.includes(event.type)) look();
    });
    return () => {
      stopStatus();
      stopEvents();
    };
  }, [link]);
  return lifted;
}
