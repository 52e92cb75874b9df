import type { ReactElement } from 'react';
import { JobProgress } from '../ui/JobProgress.tsx';
import { useAddingState } from './use-adding.ts';

/** More sentences than this are a list to open. */
const shownAtOnce = 5;

/** How far the adding of picture files is, a way to stop it, and what came of it. */
export function AddingStatus({ story }: { readonly story: string }): ReactElement | null {
  const { state, cancel, dismiss } = useAddingState(story);
  if (!state) return null;
  const { running, done, total, name, added, cancelled, told } = state;
  const sentences = (
    <ul>
      {told.map(each => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
  return (
    <section aria-label="Adding pictures" className="adding">
      {running ? (
        <>
          <JobProgress doing={`Reading ${name || 'pictures'}`} done={done} total={total} />
          <p className="actions">
            <button type="button" onClick={cancel}>
              Cancel
            </button>
          </p>
        </>
      ) : (
        <p className="actions">
          <span role="status">
            {cancelled ? 'Cancelled. ' : ''}
            {added} of {total} {total === 1 ? 'picture' : 'pictures'} added.
          </span>
          <button type="button" className="quiet" onClick={dismiss}>
            Dismiss
          </button>
        </p>
      )}
      {told.length > shownAtOnce ? (
        <details>
          <summary>{told.length} things to know</summary>
          {sentences}
        </details>
      ) : (
        told.length > 0 && sentences
      )}
    </section>
  );
}
