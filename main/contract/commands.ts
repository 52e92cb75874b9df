/**
 * Everything the application does by name, once: the system's menus, the menu in the page, the context menus, the
 * palette and the shortcuts of both hosts are made of this list.
 */

export const menus = ['File', 'Story', 'View', 'Tools'] as const;
export type MenuName = (typeof menus)[number];

export interface CommandEntry {
  readonly id: string;
  /** As it stands in a menu; three dots where it asks something before it acts. */
  readonly label: string;
  readonly menu: MenuName;
  /** 'Mod' is Ctrl, or Cmd on a Mac. None of a browser's or a system's own is taken. */
  readonly shortcut?: string;
  /** It acts on the open story. */
  readonly needsStory: boolean;
}

export const commandList = [
  { id: 'new', label: 'New story', menu: 'File', shortcut: 'Alt+N', needsStory: false },
  { id: 'window', label: 'New window', menu: 'File', needsStory: false },
  { id: 'import', label: 'Import…', menu: 'File', shortcut: 'Mod+O', needsStory: false },
  { id: 'paste', label: 'Paste as new story', menu: 'File', shortcut: 'Mod+Alt+V', needsStory: false },
  { id: 'batch', label: 'Export many stories…', menu: 'File', needsStory: false },
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
  { id: 'destinations', label: 'Destinations', menu: 'Tools', needsStory: false },
  { id: 'ending', label: 'Rights that end', menu: 'Tools', needsStory: false },
  { id: 'house-dictionary', label: 'House dictionary', menu: 'Tools', needsStory: false },
  { id: 'settings', label: 'Settings', menu: 'Tools', shortcut: 'Mod+,', needsStory: false },
  { id: 'commands', label: 'Commands', menu: 'Tools', shortcut: 'Mod+K', needsStory: false },
] as const satisfies readonly CommandEntry[];

export type CommandId = (typeof commandList)[number]['id'];
