import type { Page } from '@playwright/test';
import type { App } from '../app.ts';

/** Chooses in the menu that the host has: the system's, or the one in the page. @param label as it stands there */
export async function chooseInMenu(app: App, page: Page, label: string): Promise<void> {
  if (app.host === 'browser') {
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    // A choice of several is a radio item.
    await page
      .getByRole('menu', { name: 'Menu' })
      .locator('[role^="menuitem"]')
      .and(page.getByLabel(label, { exact: true }))
      .click();
    return;
  }
  await app.desktop.evaluate(({ Menu }, wanted) => {
    const find = (items: readonly Electron.MenuItem[]): Electron.MenuItem | undefined =>
      items
        .map(item => (item.label === wanted ? item : find(item.submenu?.items ?? [])))
        .find(found => found !== undefined);
    const item = find(Menu.getApplicationMenu()?.items ?? []);
    if (!item?.enabled) throw new Error(`The menu has no ${wanted} to choose.`);
    item.click();
  }, label);
}
