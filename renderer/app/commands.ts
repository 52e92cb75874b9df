/** One thing the application can do: palette, shortcuts and menus are fed from the one list. */
export interface DeskCommand {
  readonly id: string;
  readonly label: string;
  /** 'Mod' is Ctrl, or Cmd on a Mac. None of a browser's or a system's own is taken. */
  readonly shortcut?: string;
  readonly enabled: boolean;
  readonly run: () => void;
}

const mac = navigator.platform.startsWith('Mac');

/** A shortcut as it stands on the keys of this machine. */
export function shortcutWords(shortcut: string): string {
  return shortcut.replace('Mod', mac ? '⌘' : 'Ctrl').replace('Alt', mac ? '⌥' : 'Alt');
}

/** Runs the command whose shortcut was pressed. @returns whether there was one */
export function runShortcut(commands: readonly DeskCommand[], event: KeyboardEvent): boolean {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const pressed = [
    mod ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ]
    .filter(part => part !== '')
    .join('+');
  const command = commands.find(each => each.shortcut === pressed && each.enabled);
  command?.run();
  return command !== undefined;
}
