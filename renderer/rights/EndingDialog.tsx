import type { ReactElement } from 'react';
import type { EndingRights } from '../../main/contract/rights.ts';
import { useDesk } from '../app/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { moment } from '../ui/words.ts';

/** Pictures whose time has ended or ends soon, each with the story that has it. */
export function EndingDialog({
  ending,
  onClose,
}: {
  readonly ending: readonly EndingRights[];
  readonly onClose: () => void;
}): ReactElement {
  const { openStory } = useDesk();
  return (
    <Dialog title="Rights that end" onClose={onClose}>
      {ending.length === 0 && <p className="empty">No picture’s time ends within a week.</p>}
      <ul aria-label="Rights that end" className="plain">
        {ending.map(each => (
          <li key={`${each.story} ${each.picture} ${each.ends}`}>
            <p>
              <span className={each.ended ? 'flag flag-danger' : 'flag flag-warning'}>
                {each.ended ? '✕ Ended' : '! Ends'} {moment(each.ends)}
              </span>{' '}
              <strong>{each.name}</strong>{' '}
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  openStory(each.story);
                  onClose();
                }}
              >
                Open
              </button>
              <q>{each.why}</q>
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
