import type { ReactElement } from 'react';
import { type StoryState, storyStates } from '../../main/contract/story.ts';
import { useDesk } from '../app/context.ts';
import { stateFace } from '../ui/words.ts';

/** The ways to look at the stories, and the way to the program's own affairs. */
export function Views({
  state,
  onView,
}: {
  readonly state: StoryState | null;
  readonly onView: (state: StoryState | null) => void;
}): ReactElement {
  const { openDialog } = useDesk();
  return (
    <>
      <p className="brand">Wiredesk</p>
      <ul className="plain">
        {[null, ...storyStates].map(each => (
          <li key={each ?? 'all'}>
            <button
              type="button"
              className="view"
              aria-current={each === state ? 'page' : undefined}
              onClick={() => onView(each)}
            >
              <span aria-hidden="true">{each === null ? '≡' : stateFace[each].shape}</span>{' '}
              {each === null ? 'All stories' : stateFace[each].word}
            </button>
          </li>
        ))}
      </ul>
      <p className="views-foot">
        <button type="button" className="view" onClick={() => openDialog('commands')}>
          Commands
        </button>
        <button type="button" className="view" onClick={() => openDialog('destinations')}>
          Destinations
        </button>
        <button type="button" className="view" onClick={() => openDialog('settings')}>
          Settings
        </button>
      </p>
    </>
  );
}
