import type { ReactElement, ReactNode } from 'react';
import type { DesktopClient } from '../../main/contract/desktop.ts';
import { useDesk } from '../app/context.ts';
import { failureWords } from '../ui/words.ts';

/** What can be dragged to a folder or to another program as files; whoever has no mouse has Show in folder. */
export function FilesToDrag({
  desktop,
  files,
  children,
}: {
  readonly desktop: DesktopClient;
  readonly files: readonly string[];
  readonly children: ReactNode;
}): ReactElement {
  const { tell } = useDesk();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is for a mouse alone
    <span
      className="drag-out"
      draggable
      title="Drag it to a folder or to another program"
      onDragStart={event => {
        // The page's own drag ends here: the system's takes its place.
        event.preventDefault();
        desktop.call('desktop.dragOut', { files }).catch(error => tell(failureWords(error)));
      }}
    >
      {children}
    </span>
  );
}
