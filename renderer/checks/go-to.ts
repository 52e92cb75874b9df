import type { InspectorTab } from '../app/tabs.ts';
import type { EditorHandle } from '../editor/BodyEditor.tsx';
import { focusLabelled, type Place } from './place.ts';

/** Shows a place and puts the focus there. A tab is drawn first, so its control is looked for in the next frame. */
export function goTo(place: Place, editor: EditorHandle | null, onTab: (tab: InspectorTab) => void): void {
  switch (place.kind) {
    case 'body':
      editor?.focus();
      return;
    case 'field':
      if (place.pane === 'story') {
        focusLabelled(document.querySelector('main'), place.label);
        return;
      }
      onTab('Details');
      requestAnimationFrame(() => focusLabelled(document.querySelector('aside'), place.label));
      return;
    case 'picture':
      onTab('Pictures');
      requestAnimationFrame(() =>
        focusLabelled(
          document.querySelectorAll('aside fieldset.picture')[place.number - 1] ?? null,
          place.label,
        ),
      );
      return;
  }
}
