import { type ReactElement, useMemo, useState } from 'react';
import { bodyText } from '../../main/contract/body.ts';
import type { Draft } from '../../main/contract/patch.ts';
import { useDesk } from '../app/context.ts';
import type { SaveConflict } from '../editor/autosave.ts';
import { Pieces } from '../history/DiffView.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { failureWords } from '../ui/words.ts';
import { compareDrafts } from './conflict-diff.ts';
import type { OpenStory } from './use-story.ts';

/** Two windows wrote at once: both sides are shown, and whichever is chosen, the other is kept. */
export function ConflictDialog({
  open,
  conflict,
}: {
  readonly open: OpenStory;
  readonly conflict: SaveConflict;
}): ReactElement {
  const { link, session, tell, openStory } = useDesk();
  const [failure, setFailure] = useState('');
  const differences = useMemo(
    () => compareDrafts(conflict.theirs, open.draft),
    [conflict.theirs, open.draft],
  );
  const copyOfMine = async (): Promise<string> => {
    const { fields, body, pictures } = open.draft;
    const slugline = `${fields.slugline || 'STORY'}-MINE`;
    const story = await link.client.call('stories.create', {
      story: { fields: { ...fields, slugline }, body, pictures },
      session,
    });
    return story.id;
  };
  const run = (work: () => Promise<void>): void => {
    work().catch(error => setFailure(failureWords(error)));
  };
  const author = conflict.theirAuthor || 'another window';
  return (
    <Dialog title="Two versions of this story" onClose={null} wide>
      <p>
        While you were writing, {author} saved this story. Nothing is lost: choose which side stands here. The
        other stays in the history or as a story of its own.
      </p>
      <div className="row row-2">
        <Side title="Yours, on this screen" draft={open.draft} />
        <Side title={`Saved by ${author}, revision ${conflict.theirs.revision}`} draft={conflict.theirs} />
      </div>
      <h3>Where they differ</h3>
      <p className="muted">
        <del>Struck through</del> stands only in theirs, <ins>underlined</ins> only in yours.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by keyboard */}
      <section aria-label="Differences" className="diff side" tabIndex={0}>
        {differences.map(difference => (
          <p key={difference.id}>
            <small className="muted">{difference.label}</small> <Pieces pieces={difference.pieces} />
          </p>
        ))}
      </section>
      <p role="alert" className="refusal">
        {failure}
      </p>
      <p className="actions">
        <button type="button" className="primary" onClick={open.keepMine}>
          Keep mine on top
        </button>
        <button
          type="button"
          onClick={() =>
            run(async () => {
              await copyOfMine();
              open.takeTheirs();
              tell('Yours was kept as a story of its own.');
            })
          }
        >
          Take theirs, keep mine as a copy
        </button>
        <button
          type="button"
          onClick={() =>
            run(async () => {
              const id = await copyOfMine();
              open.takeTheirs();
              openStory(id);
            })
          }
        >
          Go on in a copy of mine
        </button>
      </p>
    </Dialog>
  );
}

function Side({ title, draft }: { readonly title: string; readonly draft: Draft }): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by keyboard
    <section aria-label={title} className="side" tabIndex={0}>
      <h3>{title}</h3>
      <p>
        <strong>{draft.fields.headline || 'No headline'}</strong>
      </p>
      <p className="side-copy">{bodyText(draft.body, { notes: true })}</p>
    </section>
  );
}
