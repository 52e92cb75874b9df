import {
  type CommandEntry,
  type CommandId,
  commandList,
  type MenuName,
  shortcutOn,
} from '../../main/contract/commands.ts';
import { keysOf, mac, shortcutWords } from '../ui/keys.ts';
import type { MenuGroup } from '../ui/Menu.tsx';

/** A command as this window can run it now. */
export interface DeskCommand extends Pick<CommandEntry, 'id' | 'label' | 'fieldHasKeys'> {
  /** Where it stands; the stories that were opened last have a place of their own. */
  readonly menu: MenuName | 'Open recent';
  /** The keys that it has in this host, on this machine. */
  readonly shortcut: string | undefined;
  readonly enabled: boolean;
  /** Of those of which always one holds: whether it is that one. */
  readonly chosen?: boolean;
  readonly run: () => void;
}

/** What the commands of a window depend on. */
export interface CommandState {
  readonly withStory: boolean;
  /** Which of the choices hold. */
  readonly chosen: readonly CommandId[];
}

/** The one list, each with what it does in this window. */
export function deskCommands(
  actions: Readonly<Record<CommandId, () => void>>,
  { withStory, chosen }: CommandState,
): readonly DeskCommand[] {
  const where = { mac, desktop: window.wiredesk !== undefined };
  return commandList.map(command => ({
    ...command,
    shortcut: shortcutOn(command, where),
    enabled: withStory || !command.needsStory,
    run: actions[command.id],
    ...('choice' in command ? { chosen: chosen.includes(command.id) } : {}),
  }));
}

/** The command whose shortcut was pressed, whether or not it can run now. */
export function pressedCommand(
  commands: readonly DeskCommand[],
  event: KeyboardEvent,
): DeskCommand | undefined {
  const pressed = keysOf(event);
  return commands.find(each => each.shortcut === pressed && !each.fieldHasKeys);
}

/** The commands of one menu, as a group of it. */
export function menuGroup(label: DeskCommand['menu'], commands: readonly DeskCommand[]): MenuGroup {
  const items = commands
    .filter(command => command.menu === label)
    .map(command => ({
      ...command,
      keys: command.shortcut === undefined ? '' : shortcutWords(command.shortcut),
    }));
  return { label, items };
}
