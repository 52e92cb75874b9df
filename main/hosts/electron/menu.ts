import type { MenuItemConstructorOptions } from 'electron';
import { type CommandId, commandList, type MenuName, menus } from '../../contract/commands.ts';

interface MenuOptions {
  readonly mac: boolean;
  readonly packaged: boolean;
  /** Tells the window in front which command was chosen. */
  readonly onCommand: (id: CommandId) => void;
}

/** The system's menus: the application's commands in their groups, and the roles that every program of the platform has. */
export function menuTemplate({ mac, packaged, onCommand }: MenuOptions): MenuItemConstructorOptions[] {
  const commands = (menu: MenuName): MenuItemConstructorOptions[] =>
    commandList
      .filter(command => command.menu === menu)
      .map(command => ({
        id: command.id,
        label: command.label,
        click: () => onCommand(command.id),
        ...('shortcut' in command
          ? {
              accelerator: command.shortcut.replace('Mod', 'CmdOrCtrl'),
              // The page has the keys: they work the same in both hosts, and not behind a dialog.
              registerAccelerator: false,
            }
          : {}),
      }));
  const roles: Readonly<Record<MenuName, readonly MenuItemConstructorOptions[]>> = {
    File: [{ role: mac ? 'close' : 'quit' }],
    Story: [],
    View: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
    ],
    Tools: [],
  };
  const own = menus.map(
    (label): MenuItemConstructorOptions => ({
      label,
      submenu: [
        ...commands(label),
        ...(roles[label].length > 0 ? [{ type: 'separator' } as const] : []),
        ...roles[label],
      ],
    }),
  );
  const [file, ...others] = own;
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    ...(file ? [file] : []),
    { role: 'editMenu' },
    ...others,
    { role: 'windowMenu' },
  ];
}
