import { type ReactElement, useEffect, useId } from 'react';
import { useDesk } from '../app/context.ts';
import { failureWords, moment } from '../ui/words.ts';
import { notifyOfEmbargoes } from './browser-notices.ts';
import { useLiftedEmbargoes } from './use-lifted-embargoes.ts';

/** More lines would push the story off the screen. */
const mostLines = 3;

/** Embargoes that have lifted, until somebody takes note; nothing where there are none. */
export function LiftedEmbargoes(): ReactElement | null {
  const { link, openStory, tell } = useDesk();
  const prefix = useId();
  const lifted = useLiftedEmbargoes(link);
  useEffect(() => notifyOfEmbargoes(link, openStory), [link, openStory]);
  if (lifted.length === 0) return null;
  const takeNote = (stories: readonly string[]): void =>
    void link.client
      .call('embargoes.seen', { stories: [...stories] })
      .catch(error => tell(failureWords(error)));
  const others = lifted.length - mostLines;
  return (
    <div className="banner" role="alert" aria-label="Lifted embargoes">
      <ul className="plain banner-lines">
        {lifted.slice(0, mostLines).map(({ story, name, until }) => (
          <li key={story} className="banner-line">
            <span id={prefix + story}>
              The embargo on “{name}” lifted at {moment(until)}.
            </span>
            <button
              type="button"
              aria-describedby={prefix + story}
              onClick={() => {
                openStory(story);
                takeNote([story]);
              }}
            >
              Open the story
            </button>
            <button type="button" aria-describedby={prefix + story} onClick={() => takeNote([story])}>
              Dismiss
            </button>
          </li>
        ))}
        {others > 0 && <li>and {others} more</li>}
      </ul>
      {lifted.length > 1 && (
        <button type="button" onClick={() => takeNote(lifted.map(({ story }) => story))}>
          Dismiss all {lifted.length}
        </button>
      )}
    </div>
  );
}
