import type { ReactElement } from 'react';
import { ChecksTab } from '../checks/ChecksTab.tsx';
import { CommentsTab } from '../comments/CommentsTab.tsx';
import type { EditorHandle } from '../editor/BodyEditor.tsx';
import { HistoryTab } from '../history/HistoryTab.tsx';
import { PicturesTab } from '../pictures/PicturesTab.tsx';
import { DetailsTab } from '../story/DetailsTab.tsx';
import type { OpenStory } from '../story/use-story.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { WireTab } from '../wire/WireTab.tsx';
import { type InspectorTab, inspectorTabs } from './tabs.ts';

interface InspectorProps {
  readonly open: OpenStory;
  readonly editor: EditorHandle | null;
  readonly tab: InspectorTab;
  readonly onTab: (tab: InspectorTab) => void;
}

/** Everything about the story but its copy. */
export function Inspector({ open, editor, tab, onTab }: InspectorProps): ReactElement {
  return (
    <Tabs names={inspectorTabs} selected={tab} onSelect={onTab}>
      {tab === 'Details' && <DetailsTab open={open} />}
      {tab === 'Pictures' && <PicturesTab open={open} onInsert={id => editor?.insertPicture(id)} />}
      {tab === 'Checks' && <ChecksTab open={open} editor={editor} onTab={onTab} />}
      {tab === 'Comments' && <CommentsTab story={open.story.id} editor={editor} />}
      {tab === 'History' && <HistoryTab open={open} />}
      {tab === 'Wire' && <WireTab open={open} />}
    </Tabs>
  );
}
