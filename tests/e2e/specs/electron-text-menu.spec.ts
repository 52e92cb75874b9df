import type { Locator } from '@playwright/test';
import { type App, expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** The menu of a text, which Electron leaves to the program. */

interface Item {
  readonly name: string;
  readonly enabled: boolean;
}

/** Menus are looked at in place of being shown: nobody is there to close them. */
async function lookAtMenus(app: App): Promise<void> {
  await app.desktop.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate;
    Menu.buildFromTemplate = template => {
      const menu = build(template);
      menu.popup = () => void Object.assign(globalThis, { menu });
      return menu;
    };
  }, undefined);
}

/** The menu that a right click brings, without its separators; it is forgotten once it was seen. */
async function menuAt(app: App, place: Locator): Promise<readonly Item[]> {
  await app.desktop.evaluate(() => void Object.assign(globalThis, { menu: null }), undefined);
  await place.click({ button: 'right', position: { x: 14, y: 12 } });
  const items = (): Promise<readonly Item[] | null> =>
    app.desktop.evaluate(() => {
      const { menu } = globalThis as unknown as { readonly menu: Electron.Menu | null };
      if (!menu) return null;
      return menu.items
        .filter(({ type }) => type !== 'separator')
        .map(({ id, role, enabled }) => ({ name: role ?? id, enabled }));
    }, undefined);
  await expect.poll(items).not.toBeNull();
  return (await items()) ?? [];
}

async function choose(app: App, name: string): Promise<void> {
  await app.desktop.evaluate(({ BrowserWindow }, chosen) => {
    const { menu } = globalThis as unknown as { readonly menu: Electron.Menu };
    const window = BrowserWindow.getAllWindows()[0];
    menu.items
      .find(({ id, role }) => role === chosen || id === chosen)
      ?.click({}, window, window?.webContents);
  }, name);
}

const enabled = (items: readonly Item[]): readonly string[] =>
  items.filter(each => each.enabled).map(({ name }) => name);

test('a text field and the copy have the menu of a text, which does what it says', async ({ app, page }) => {
  const desk = new Desk(page);
  await lookAtMenus(app);
  await desk.button('New story').click();
  const headline = desk.field('Headline');
  await headline.fill('Lock keepers return');
  await headline.press('ControlOrMeta+a');
  const field = await menuAt(app, headline);
  expect(field.map(({ name }) => name.toLowerCase())).toEqual([
    'undo',
    'redo',
    'cut',
    'copy',
    'paste',
    'selectall',
  ]);
  await choose(app, 'cut');
  await expect(headline).toHaveValue('');

  const copy = await menuAt(app, desk.body);
  expect(copy.map(({ name }) => name.toLowerCase())).toContain('pasteandmatchstyle');
  expect(enabled(copy)).not.toContain('cut');
  await choose(app, 'paste');
  await expect(desk.body).toHaveText('Lock keepers return');
  await menuAt(app, desk.body);
  await choose(app, 'undo');
  await expect(desk.body).toHaveText('');

  // What a story links to, and nothing of the program's own.
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.id = 'far';
    link.href = 'https://far.example/lock';
    link.textContent = 'More about the lock';
    document.querySelector('main')?.prepend(link);
  });
  expect(enabled(await menuAt(app, page.locator('#far')))).toEqual(['open-link', 'copy-link']);
  await choose(app, 'copy-link');
  await headline.click();
  await menuAt(app, headline);
  await choose(app, 'paste');
  await expect(headline).toHaveValue('https://far.example/lock');

  await app.desktop.evaluate(({ shell }) => {
    shell.openExternal = async url => void Object.assign(globalThis, { opened: url });
  }, undefined);
  await menuAt(app, page.locator('#far'));
  await choose(app, 'open-link');
  const opened = (): Promise<string> =>
    app.desktop.evaluate(() => (globalThis as unknown as { readonly opened: string }).opened, undefined);
  await expect.poll(opened).toBe('https://far.example/lock');

  // The page's own menus stay the page's.
  await app.desktop.evaluate(() => void Object.assign(globalThis, { menu: null }), undefined);
  await desk.option(/^SAMPLE-LOCK/).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'Story' })).toBeVisible();
  const shown = await app.desktop.evaluate(
    () => (globalThis as unknown as { readonly menu: unknown }).menu !== null,
    undefined,
  );
  expect(shown).toBe(false);
});
