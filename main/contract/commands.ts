/**
 * Everything the application does by name, once: the system's menus, the menu in the page, the context menus, the
 * palette and the shortcuts of both hosts are made of this list.
 */

export const menus = ['File', 'Edit', 'Story', 'View', 'Tools'] as const;
export type MenuName = (typeof menus)[number];

export interface CommandEntry {
  readonly id: string;
  /** As it stands in a menu; three dots where it asks something before it acts. */
  readonly label: string;
  readonly menu: MenuName;
  /** 'Mod' is Ctrl, or Cmd on a Mac. None of a browser's or a system's own is taken. */
  readonly shortcut?: string;
  /** The platform's own keys where no browser has them first. */
  readonly desktopShortcut?: string;
  /** The field that is written in has the keys itself; they only stand in the menu. */
  readonly fieldHasKeys?: true;
  /** It acts on the open story. */
  readonly needsStory: boolean;
  /** It is one of those of which always one holds. */
  readonly choice?: true;
}

export const commandList = [
  {
    id: 'new',
    label: 'New story',
    menu: 'File',
    shortcut: 'Alt+N',
    desktopShortcut: 'Mod+N',
    needsStory: false,
  },
  { id: 'window', label: 'New window', menu: 'File', desktopShortcut: 'Mod+Shift+N', needsStory: false },
  { id: 'import', label: 'Import…', menu: 'File', shortcut: 'Mod+O', needsStory: false },
  { id: 'paste', label: 'Paste as new story', menu: 'File', shortcut: 'Alt+V', needsStory: false },
  { id: 'batch', label: 'Export many stories…', menu: 'File', needsStory: false },
  { id: 'undo', label: 'Undo', menu: 'Edit', shortcut: 'Mod+Z', fieldHasKeys: true, needsStory: false },
  { id: 'redo', label: 'Redo', menu: 'Edit', shortcut: 'Mod+Shift+Z', fieldHasKeys: true, needsStory: false },
  { id: 'export', label: 'Export…', menu: 'Story', shortcut: 'Mod+E', needsStory: true },
  { id: 'file', label: 'File…', menu: 'Story', shortcut: 'Mod+Shift+E', needsStory: true },
  { id: 'proof', label: 'Print proof…', menu: 'Story', shortcut: 'Mod+P', needsStory: true },
  { id: 'story-window', label: 'Open in new window', menu: 'Story', needsStory: true },
  { id: 'duplicate', label: 'Duplicate story', menu: 'Story', needsStory: true },
  { id: 'tab-Details', label: 'Show Details', menu: 'View', shortcut: 'Alt+1', needsStory: true },
  { id: 'tab-Pictures', label: 'Show Pictures', menu: 'View', shortcut: 'Alt+2', needsStory: true },
  { id: 'tab-Checks', label: 'Show Checks', menu: 'View', shortcut: 'Alt+3', needsStory: true },
  { id: 'tab-Comments', label: 'Show Comments', menu: 'View', shortcut: 'Alt+4', needsStory: true },
  { id: 'tab-History', label: 'Show History', menu: 'View', shortcut: 'Alt+5', needsStory: true },
  { id: 'tab-Wire', label: 'Show Wire', menu: 'View', shortcut: 'Alt+6', needsStory: true },
  { id: 'text-larger', label: 'Larger copy', menu: 'View', needsStory: false },
  { id: 'text-smaller', label: 'Smaller copy', menu: 'View', needsStory: false },
  { id: 'text-usual', label: 'Copy in its usual size', menu: 'View', needsStory: false },
  {
    id: 'appearance-system',
    label: 'Light or dark as the system',
    menu: 'View',
    choice: true,
    needsStory: false,
  },
  { id: 'appearance-light', label: 'Always light', menu: 'View', choice: true, needsStory: false },
  { id: 'appearance-dark', label: 'Always dark', menu: 'View', choice: true, needsStory: false },
  { id: 'destinations', label: 'Destinations', menu: 'Tools', needsStory: false },
  { id: 'ending', label: 'Rights that end', menu: 'Tools', needsStory: false },
  { id: 'house-dictionary', label: 'House dictionary', menu: 'Tools', needsStory: false },
  { id: 'settings', label: 'Settings', menu: 'Tools', shortcut: 'Mod+,', needsStory: false },
  { id: 'commands', label: 'Commands', menu: 'Tools', shortcut: 'Mod+K', needsStory: false },
] as const satisfies readonly CommandEntry[];

export type CommandId = (typeof commandList)[number]['id'];

/**
 * The keys of a command where it is to run: parts joined by '+', 'Mod' for Ctrl or Cmd.
 * @returns undefined where it has none there
 */
export function shortcutOn(
  { shortcut, desktopShortcut }: CommandEntry,
  { mac, desktop }: { readonly mac: boolean; readonly desktop: boolean },
): string | undefined {
  const keys = desktop ? (desktopShortcut ?? shortcut) : shortcut;
  // Option alone writes characters on a Mac.
  return mac ? keys?.replace(/^Alt\+/, 'Mod+Alt+') : keys;
}
