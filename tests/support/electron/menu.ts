import { type Role, roleLabels, roleMenus } from './menu-roles.ts';
import {
  checkOptions,
  isBoolean,
  isFunction,
  isNumber,
  isOneOf,
  isText,
  type OptionChecks,
} from './options.ts';
import { playRole } from './role-actions.ts';
import { StrictEmitter, standFor } from './stand.ts';
import { BrowserWindow } from './window.ts';

type Template = Electron.MenuItemConstructorOptions;

const modifier = '(?:Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)';
const key =
  '(?:[!-~]|F(?:[1-9]|1\\d|2[0-4])|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc)';
const accelerator = new RegExp(`^(?:${modifier}\\+)*${key}$`, 'i');

const itemChecks: OptionChecks<Template> = {
  id: isText,
  label: isText,
  sublabel: isText,
  toolTip: isText,
  click: isFunction,
  role: isOneOf(...Object.keys(roleLabels)),
  type: isOneOf('normal', 'separator', 'submenu', 'checkbox', 'radio'),
  accelerator: value => isText(value) && accelerator.test(String(value)),
  registerAccelerator: isBoolean,
  enabled: isBoolean,
  visible: isBoolean,
  checked: isBoolean,
  submenu: value => Array.isArray(value) || isMade(value),
};

/** The menus and items that were made here. */
const made = new WeakSet<object>();
let applicationMenu: Electron.Menu | null = null;
let commands = 0;

export const MenuItem = standFor<typeof Electron.MenuItem>(
  'MenuItem',
  {},
  function MenuItem(template: Template) {
    return makeItem(template);
  },
);

export const Menu = standFor<typeof Electron.Menu>(
  'Menu',
  {
    buildFromTemplate(template) {
      if (!Array.isArray(template))
        throw new TypeError('Invalid template for Menu: Menu template must be an array');
      return makeMenu(template.map(each => (isItem(each) ? each : makeItem(each))));
    },
    setApplicationMenu(menu) {
      if (menu !== null && !isMade(menu)) throw new TypeError('Invalid menu');
      applicationMenu = menu;
    },
    getApplicationMenu: () => applicationMenu,
  },
  function Menu() {
    return makeMenu([]);
  },
);

function makeMenu(items: Electron.MenuItem[]): Electron.Menu {
  const menu = standFor<Electron.Menu>(
    'Menu',
    {
      items,
      append: item => void items.push(item),
      insert: (at, item) => void items.splice(at, 0, item),
      getMenuItemById: id => findItem(items, id),
      popup(options = {}) {
        checkOptions<Electron.PopupOptions>('menu.popup', options, {
          window: value => typeof value === 'object',
          x: isNumber,
          y: isNumber,
          callback: isFunction,
          frame: value => typeof value === 'object',
          sourceType: isText,
        });
        if ((options.x === undefined) !== (options.y === undefined))
          throw new TypeError('menu.popup takes x and y together, or neither.');
        menu.emit('menu-will-show');
      },
      closePopup: () => void menu.emit('menu-will-close'),
    },
    new StrictEmitter('Menu', ['menu-will-show', 'menu-will-close']),
  );
  made.add(menu);
  return menu;
}

function findItem(items: readonly Electron.MenuItem[], id: string): Electron.MenuItem | null {
  for (const item of items) {
    const found = item.id === id ? item : findItem(item.submenu?.items ?? [], id);
    if (found) return found;
  }
  return null;
}

function makeItem(template: Template): Electron.MenuItem {
  checkOptions('A menu item', template, itemChecks);
  const { type, click } = template;
  const role = isRole(template.role) ? template.role : undefined;
  const submenu = template.submenu ?? (role && roleMenus[role]?.map(each => ({ role: each })));
  if (!role && !template.label && type !== 'separator')
    throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
  const item = standFor<Electron.MenuItem>('MenuItem', {
    id: template.id ?? '',
    label: template.label ?? (role ? roleLabels[role] : ''),
    type: type ?? (submenu ? 'submenu' : 'normal'),
    enabled: template.enabled ?? true,
    visible: template.visible ?? true,
    checked: template.checked ?? false,
    registerAccelerator: template.registerAccelerator ?? true,
    commandId: ++commands,
    sublabel: template.sublabel ?? '',
    toolTip: template.toolTip ?? '',
    role,
    accelerator: template.accelerator,
    submenu: Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu,
    click(
      event: Electron.KeyboardEvent = {},
      window: Electron.BaseWindow | undefined = focused(),
      contents: Electron.WebContents | undefined = focused()?.webContents,
    ) {
      if (item.type === 'checkbox') item.checked = !item.checked;
      if (role) playRole(role, { window, contents });
      else click?.(item, window, event);
    },
  });
  made.add(item);
  return item;
}

function focused(): Electron.BrowserWindow | undefined {
  return BrowserWindow.getFocusedWindow() ?? undefined;
}

function isRole(role: Template['role']): role is Role {
  return role !== undefined && role in roleLabels;
}

function isMade(value: unknown): boolean {
  return typeof value === 'object' && value !== null && made.has(value);
}

function isItem(value: Template | Electron.MenuItem): value is Electron.MenuItem {
  return made.has(value);
}
