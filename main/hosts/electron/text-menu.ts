import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import { isOpenable } from './navigation.ts';

/** What Electron says of the place in a page that a menu was asked for. */
export type TextPlace = Pick<ContextMenuParams, 'isEditable' | 'editFlags' | 'selectionText' | 'linkURL'>;

interface TextMenuActions {
  readonly openLink: (url: string) => void;
  readonly copyText: (text: string) => void;
  /** Has the page take back a change, or make it again: the copy keeps a history that no role of Electron's knows. */
  readonly run: (command: 'undo' | 'redo') => void;
}

/** The menu of a text: what can be done with it where it stands. Empty where there is nothing to do. */
export function textMenu(place: TextPlace, actions: TextMenuActions): MenuItemConstructorOptions[] {
  const groups = [
    linkItems(place, actions),
    ...(place.isEditable ? editItems(place, actions) : readItems(place)),
  ];
  return groups
    .filter(group => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]));
}

function linkItems({ linkURL }: TextPlace, actions: TextMenuActions): MenuItemConstructorOptions[] {
  if (!isOpenable(linkURL)) return [];
  return [
    { id: 'open-link', label: 'Open link', click: () => actions.openLink(linkURL) },
    { id: 'copy-link', label: 'Copy link', click: () => actions.copyText(linkURL) },
  ];
}

function editItems({ editFlags }: TextPlace, { run }: TextMenuActions): MenuItemConstructorOptions[][] {
  const { canUndo, canRedo, canEditRichly } = editFlags;
  return [
    [
      { id: 'undo', label: 'Undo', enabled: canUndo || canEditRichly, click: () => run('undo') },
      { id: 'redo', label: 'Redo', enabled: canRedo || canEditRichly, click: () => run('redo') },
    ],
    [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      // In a plain field it would be the same as Paste.
      ...(canEditRichly ? [{ role: 'pasteAndMatchStyle', enabled: editFlags.canPaste } as const] : []),
    ],
    [{ role: 'selectAll', enabled: editFlags.canSelectAll }],
  ];
}

function readItems({ selectionText, editFlags }: TextPlace): MenuItemConstructorOptions[][] {
  return selectionText.trim() === '' ? [] : [[{ role: 'copy', enabled: editFlags.canCopy }]];
}
