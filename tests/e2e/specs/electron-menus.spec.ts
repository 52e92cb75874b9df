import { commandList } from '../../../main/contract/commands.ts';
import { type App, expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** The system's menus, as they stand for the window in front. */

interface Item {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly accelerator: string;
  readonly menu: string;
}

function itemsOf(app: App): Promise<readonly Item[]> {
  return app.desktop.evaluate(({ Menu }) => {
    const read = (items: readonly Electron.MenuItem[], menu: string): Item[] =>
      items.flatMap(item => [
        {
          id: item.id,
          label: item.label,
          role: item.role ?? '',
          enabled: item.enabled,
          checked: item.checked,
          accelerator: String(item.accelerator ?? ''),
          menu,
        },
        ...read(item.submenu?.items ?? [], item.label),
      ]);
    return read(Menu.getApplicationMenu()?.items ?? [], '');
  }, undefined);
}

const mac = process.platform === 'darwin';

test('the menus have every command, with the keys of the platform, and follow the window in front', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  const enabled = async (): Promise<readonly string[]> =>
    (await itemsOf(app)).filter(each => each.enabled).map(each => each.id);
  const withoutStory = commandList.filter(each => !each.needsStory).map(each => each.id);
  const items = await itemsOf(app);
  for (const { id, label } of commandList)
    expect(items.filter(each => each.id === id).map(each => each.label)).toEqual([label]);
  expect(items.filter(({ id }) => id === 'new').map(each => each.accelerator)).toEqual(['CmdOrCtrl+N']);
  expect(items.filter(({ checked }) => checked).map(({ id }) => id)).toEqual(['appearance-system']);
  for (const role of ['quit', 'about', 'cut', 'copy', 'paste', 'zoomin', 'minimize'])
    expect(items.some(each => each.role.toLowerCase() === role)).toBe(true);
  expect(items.find(({ id }) => id === 'settings')?.menu).toBe(mac ? items[0]?.label : 'Tools');
  expect((await enabled()).filter(id => id !== '')).toEqual(expect.arrayContaining(withoutStory));
  expect(await enabled()).not.toContain('export');

  // A story is opened, in this window alone.
  await desk.option(/^SAMPLE-LOCK/).click();
  await expect.poll(enabled).toContain('export');
  await expect.poll(async () => (await itemsOf(app)).some(each => each.label === 'SAMPLE-LOCK')).toBe(true);

  // New windows, by the keys and by the palette: the one in front has no story, and the menus say so.
  const second = app.desktop.nextWindow();
  await page.keyboard.press('ControlOrMeta+Shift+N');
  const other = new Desk(await second);
  await expect(other.list.getByRole('option')).toHaveCount(1);
  await expect.poll(enabled).not.toContain('export');
  const third = app.desktop.nextWindow();
  await other.page.keyboard.press('ControlOrMeta+K');
  await other.page.keyboard.type('New window');
  await other.page.keyboard.press('Enter');
  await new Desk(await third).list.waitFor();
  expect(app.desktop.windows()).toHaveLength(3);

  // What is chosen in a menu happens in the window in front.
  await app.desktop.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.click(),
    undefined,
  );
  await expect((await third).getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeHidden();
});
