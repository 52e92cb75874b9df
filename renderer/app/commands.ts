import {
  type CommandEntry,
  type CommandId,
  commandList,
  type MenuName,
} from '../../main/contract/commands.ts';
import type { MenuGroup } from '../ui/Menu.tsx';

/** A command as this window can run it now. */
export interface DeskCommand extends CommandEntry {
  readonly enabled: boolean;
  readonly run: () => void;
}

/** The one list, each with what it does in this window. */
export function deskCommands(
  actions: Readonly<Record<CommandId, () => void>>,
  withStory: boolean,
): readonly DeskCommand[] {
  return commandList.map(command => ({
    ...command,
    enabled: withStory || !command.needsStory,
    run: actions[command.id],
  }));
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

/** The commands of one menu, as a group of it. */
export function menuGroup(label: MenuName, commands: readonly DeskCommand[]): MenuGroup {
  const items = commands
    .filter(command => command.menu === label)
    .map(command => ({
      ...command,
      keys: command.shortcut === undefined ? '' : shortcutWords(command.shortcut),
    }));
  return { label, items };
}
