import type { MenuItemConstructorOptions } from 'electron';
import {
  type CommandEntry,
  type CommandId,
  commandList,
  type MenuName,
  menus,
  shortcutOn,
} from '../../contract/commands.ts';
import type { MethodOutput } from '../../contract/methods.ts';

type Template = MenuItemConstructorOptions;

/** What stands in the menus for the moment. */
export interface MenuState {
  readonly recent: MethodOutput<'stories.recent'>;
  /** Which of the choices hold. */
  readonly chosen: readonly CommandId[];
  /** Whether the window in front shows a story. */
  readonly withStory: boolean;
}

interface MenuOptions {
  readonly mac: boolean;
  readonly packaged: boolean;
  readonly state: MenuState;
  /** Tells the window in front which command was chosen. */
  readonly onCommand: (id: CommandId) => void;
  /** Opens a story in the window in front. */
  readonly onStory: (id: string) => void;
}

const longestLabel = 60;
const separator: Template = { type: 'separator' };
const speechMenu: Template = {
  label: 'Speech',
  submenu: [{ role: 'startSpeaking' }, { role: 'stopSpeaking' }],
};
const helpMenu: Template = { role: 'help', submenu: [{ role: 'about' }] };

/** The system's menus: the application's commands in their groups, and the roles that every program of the platform has. */
export function menuTemplate(options: MenuOptions): Template[] {
  const { mac, packaged } = options;
  const command = (id: CommandId): Template[] =>
    commandList.filter(each => each.id === id).map(each => commandItem(each, options));
  const roles: Readonly<Record<MenuName, readonly Template[]>> = {
    File: [recentMenu(options), separator, { role: mac ? 'close' : 'quit' }],
    Edit: [
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'delete' },
      { role: 'selectAll' },
      ...(mac ? [separator, speechMenu] : []),
    ],
    Story: [],
    View: [
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
    ],
    Tools: [],
  };
  // A Mac has a program's settings in the program's own menu.
  const elsewhere: readonly string[] = mac ? ['settings'] : [];
  const own = menus.map(
    (label): Template => ({
      label,
      submenu: [
        ...commandList
          .filter(({ id, menu }) => menu === label && !elsewhere.includes(id))
          .map(each => commandItem(each, options)),
        ...roles[label],
      ],
    }),
  );
  return [
    ...(mac ? [programMenu(command('settings'))] : []),
    ...own,
    { role: 'windowMenu' },
    ...(mac ? [] : [helpMenu]),
  ];
}

function commandItem(
  entry: CommandEntry & { readonly id: CommandId },
  { mac, state, onCommand }: MenuOptions,
): Template {
  const keys = shortcutOn(entry, { mac, desktop: true });
  return {
    id: entry.id,
    label: entry.label,
    enabled: state.withStory || !entry.needsStory,
    click: () => onCommand(entry.id),
    ...(entry.choice ? { type: 'radio' as const, checked: state.chosen.includes(entry.id) } : {}),
    ...(keys === undefined
      ? {}
      : {
          accelerator: keys.replace('Mod', 'CmdOrCtrl'),
          // The page has the keys: they work the same in both hosts, and not behind a dialog.
          registerAccelerator: false,
        }),
  };
}

function recentMenu({ state: { recent }, onStory }: MenuOptions): Template {
  return {
    label: 'Open recent',
    enabled: recent.length > 0,
    submenu: recent.map(({ id, name }) => ({
      id: `recent-${id}`,
      label: menuLabel(name),
      click: () => onStory(id),
    })),
  };
}

/** A story's name as a menu has room for it; one '&' would mark the letter behind it as the item's key. */
function menuLabel(name: string): string {
  const letters = [...name];
  const short = letters.length > longestLabel ? `${letters.slice(0, longestLabel - 1).join('')}…` : name;
  return short.replaceAll('&', '&&');
}

function programMenu(settings: readonly Template[]): Template {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      separator,
      ...settings,
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}
