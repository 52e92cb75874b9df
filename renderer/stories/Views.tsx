import type { ReactElement } from 'react';
import { type StoryState, storyStates } from '../../main/contract/story.ts';
import type { DeskCommand } from '../app/commands.ts';
import { useDesk } from '../app/context.ts';
import { MainMenu } from '../app/MainMenu.tsx';
import { stateFace } from '../ui/words.ts';
import { useViewCounts } from './use-view-counts.ts';

interface ViewsProps {
  readonly state: StoryState | null;
  readonly onView: (state: StoryState | null) => void;
  readonly commands: readonly DeskCommand[];
  /** How many pictures' time has ended or ends soon. */
  readonly ending: number;
}

/** The ways to look at the stories, and the way to the program's own affairs. */
export function Views({ state, onView, commands, ending }: ViewsProps): ReactElement {
  const { link, openDialog } = useDesk();
  const counts = useViewCounts(link);
  return (
    <>
      <div className="views-head">
        <h1 className="brand">Wiredesk</h1>
        <MainMenu commands={commands} />
      </div>
      <ul className="plain">
        {[null, ...storyStates].map(each => {
          const face = each === null ? { shape: '≡', word: 'All stories' } : stateFace[each];
          const count = counts[each ?? 'all'];
          return (
            <li key={each ?? 'all'}>
              <button
                type="button"
                className="view"
                aria-current={each === state ? 'page' : undefined}
                onClick={() => onView(each)}
              >
                <span aria-hidden="true" className={`view-shape state-${each ?? 'all'}`}>
                  {face.shape}
                </span>{' '}
                <span className="view-word">{face.word}</span>{' '}
                {count !== undefined && <span className="view-count">{count.toLocaleString('en')}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="views-foot">
        {ending > 0 && (
          <button type="button" className="view" onClick={() => openDialog('ending')}>
            <span className="flag flag-warning">! Rights end: {ending}</span>
          </button>
        )}
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
