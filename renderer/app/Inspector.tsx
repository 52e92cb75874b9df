import type { ReactElement, ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { type InspectorTab, inspectorTabs } from './tabs.ts';

interface InspectorProps {
  readonly tab: InspectorTab;
  readonly onTab: (tab: InspectorTab) => void;
  /** What a tab shows; only the chosen one is drawn. */
  readonly content: (tab: InspectorTab) => ReactNode;
}

/** Everything about the open story that is not its copy. */
export function Inspector({ tab, onTab, content }: InspectorProps): ReactElement {
  return (
    <aside aria-label="Inspector" className="inspector" data-pane tabIndex={-1}>
      <Tabs
        className="tabs"
        selectedKey={tab}
        onSelectionChange={key => {
          const chosen = inspectorTabs.find(each => each === key);
          if (chosen) onTab(chosen);
        }}
      >
        <TabList aria-label="Inspector" className="tab-list">
          {inspectorTabs.map(name => (
            <Tab key={name} id={name} className="tab">
              {name}
            </Tab>
          ))}
        </TabList>
        {inspectorTabs.map(name => (
          <TabPanel key={name} id={name} className="tab-panel">
            {name === tab && content(name)}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  );
}
