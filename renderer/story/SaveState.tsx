import type { ReactElement } from 'react';
import type { SaveStatus } from '../editor/autosave.ts';
import { clock } from '../ui/words.ts';

/** The status line: it says what is on the disk, not what is hoped. */
export function SaveState({ status }: { readonly status: SaveStatus }): ReactElement {
  return (
    <output
      aria-label="Save state"
      className={`save-state save-${status.kind}`}
      title={status.kind === 'saved' ? `Revision ${status.revision}` : undefined}
    >
      {status.kind === 'saved' && `Saved ${clock(new Date(status.at))}`}
      {status.kind === 'saving' && 'Saving…'}
      {status.kind === 'not-saved' && `Not saved: ${status.reason}`}
    </output>
  );
}
