import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { AppInfo } from '../../main/contract/methods.ts';
import type { Destination } from '../../main/contract/rights.ts';
import type { HostLink } from '../host/connect.ts';
import { failureWords } from '../ui/words.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Window } from './Window.tsx';

/** The application in one window. */
export function App({ link, session }: { readonly link: HostLink; readonly session: string }): ReactElement {
  return (
    <ErrorBoundary>
      <Starting link={link} session={session} />
    </ErrorBoundary>
  );
}

/** Asks the host who and where it is, and keeps that up to date; the window is drawn once it is known. */
function Starting({ link, session }: { readonly link: HostLink; readonly session: string }): ReactElement {
  const [info, setInfo] = useState<AppInfo | null>(null);
  const [destinations, setDestinations] = useState<readonly Destination[]>([]);
  const [failure, setFailure] = useState('');
  const read = useCallback(async (): Promise<void> => {
    try {
      const [about, known] = await Promise.all([link.client.call('app.info', {}), link.client.call('destinations.list', {})]);
      setInfo(about);
      setDestinations(known);
      setFailure('');
    } catch (error) {
      setFailure(failureWords(error));
    }
  }, [link]);
  const sampleThere = info?.sampleStory != null;
  useEffect(() => {
    const stopEvents = link.onEvent(event => {
      if (event.type === 'settings-changed' || (event.type === 'stories-changed' && sampleThere)) void read();
    });
    return stopEvents;
  }, [link, read, sampleThere]);
  useEffect(() => {
    void read();
    return link.onStatus(status => {
      if (status === 'connected') void read();
    });
  }, [link, read]);

  if (info) return <Window link={link} session={session} info={info} destinations={destinations} onChanged={read} />;
  return (
    <main aria-label="Story" className="starting">
      <h1>Wiredesk</h1>
      <p role="status">{failure === '' ? 'Opening the store…' : failure}</p>
      {failure !== '' && (
        <button type="button" className="primary" onClick={() => void read()}>
          Try again
        </button>
      )}
    </main>
  );
}
