import { type ReactElement, useMemo, useState } from 'react';
import { useDesk } from '../app/context.ts';
import type { SaveConflict } from '../editor/autosave.ts';
import { Pieces } from '../history/DiffView.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { failureWords } from '../ui/words.ts';
import { compareDrafts } from './conflict-diff.ts';
import type { OpenStory } from './use-story.ts';

/** Two people changed the same words. Both sides are here; whatever is chosen, neither is lost. */
export function ConflictDialog({ open, conflict }: { readonly open: OpenStory; readonly conflict: SaveConflict }): ReactElement {
  const { link, session, openStory, tell } = useDesk();
  const [busy, setBusy] = useState(false);
  const { draft } = open;
  const { theirs } = conflict;
  const differences = useMemo(() => compareDrafts(theirs, draft), [theirs, draft]);
  const who = conflict.theirAuthor || 'another window';

  /** Mine as a story of its own, before theirs takes its place here. */
  const keepCopy = async (): Promise<string> => {
    const { fields, body, pictures } = draft;
    const slugline = `${fields.slugline || 'Untitled'} (copy)`;
    const copy = await link.client.call('stories.create', { story: { fields: { ...fields, slugline }, body, pictures }, session });
    return copy.id;
  };
  const takeTheirs = async (thenOpen: boolean): Promise<void> => {
    setBusy(true);
    try {
      const copy = await keepCopy();
      open.adopt(theirs);
      tell('Your words are kept as a story of their own.');
      if (thenOpen) openStory(copy);
    } catch (error) {
      setBusy(false);
      tell(failureWords(error));
    }
  };

  return (
    <Dialog title="This story was changed elsewhere" wide onClose={() => void takeTheirs(true)}>
      <p>
        It was saved by {who} as revision {theirs.revision} while you were writing, and both of you changed the same places.{' '}
        <del>Struck through</del> is only in theirs, <ins>underlined</ins> only in yours. Closing keeps both.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by keyboard */}
      <section aria-label="Differences" className="diff conflict" tabIndex={0}>
        {differences.map(difference => (
          <p key={difference.id}>
            <small className="muted">{difference.label}</small> <Pieces pieces={difference.pieces} />
          </p>
        ))}
      </section>
      <p className="actions">
        <button type="button" disabled={busy} onClick={() => void takeTheirs(false)}>
          Take theirs, keep mine as a copy
        </button>
        <button type="button" disabled={busy} onClick={() => void takeTheirs(true)}>
          Keep both and open my copy
        </button>
        <button type="button" className="primary" disabled={busy} onClick={open.keepMine}>
          Keep mine on top of theirs
        </button>
      </p>
    </Dialog>
  );
}
