import { type ReactElement, useEffect, useState } from 'react';
import { storyName } from '../../main/contract/story.ts';
import type { EditorHandle } from '../editor/BodyEditor.tsx';
import { ProofDialog } from '../proof/ProofDialog.tsx';
import { ConflictDialog } from '../story/ConflictDialog.tsx';
import { StoryPane } from '../story/StoryPane.tsx';
import { useStory } from '../story/use-story.ts';
import { ExportDialog } from '../wire/ExportDialog.tsx';
import { type DialogName, useDesk } from './context.ts';
import { Inspector } from './Inspector.tsx';
import type { InspectorTab } from './tabs.ts';

interface StoryViewProps {
  readonly id: string;
  readonly dialog: DialogName | null;
  readonly tab: InspectorTab;
  readonly onTab: (tab: InspectorTab) => void;
}

/** One story with its inspector and the dialogs that are about it. */
export function StoryView({ id, dialog, tab, onTab }: StoryViewProps): ReactElement {
  const { openDialog } = useDesk();
  const open = useStory(id);
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const name = open.kind === 'open' ? storyName(open.draft.fields) : 'Story';
  useEffect(() => {
    document.title = `${name} – Wiredesk`;
    return () => {
      document.title = 'Wiredesk';
    };
  }, [name]);
  return (
    <>
      <main aria-label="Story" className="pane story">
        {open.kind === 'loading' && <p className="empty">Opening…</p>}
        {open.kind === 'failed' && <p className="empty">{open.reason}</p>}
        {open.kind === 'open' && (
          <StoryPane
            open={open}
            onReady={setEditor}
            onHistory={() => onTab('History')}
            onInsertPicture={() => onTab('Pictures')}
          />
        )}
      </main>
      <aside aria-label="Inspector" className="pane inspector">
        {open.kind === 'open' && <Inspector open={open} editor={editor} tab={tab} onTab={onTab} />}
      </aside>
      {open.kind === 'open' && open.conflict && <ConflictDialog open={open} conflict={open.conflict} />}
      {open.kind === 'open' && (dialog === 'export' || dialog === 'file') && (
        <ExportDialog open={open} purpose={dialog} onClose={() => openDialog(null)} />
      )}
      {open.kind === 'open' && dialog === 'proof' && (
        <ProofDialog open={open} onClose={() => openDialog(null)} />
      )}
    </>
  );
}
