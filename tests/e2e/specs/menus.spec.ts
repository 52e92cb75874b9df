import { browserHost, expect, test } from '../app.ts';
import { axeFindings } from '../pages/accessibility.ts';
import { Desk } from '../pages/desk.ts';

// The desktop host has the system's menus in its place.
test('every command is in the menu of the page, by keyboard alone', browserHost, async ({ page }) => {
  const desk = new Desk(page);
  await desk.tabTo(desk.button('Menu'));
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'Menu' });
  await expect(menu.getByRole('menuitem', { name: 'New story', exact: true })).toBeFocused();
  await expect(menu.getByRole('menuitem', { name: 'Duplicate story' })).toBeDisabled();
  expect((await axeFindings(page)).map(each => each.id)).toEqual([]);

  // A letter goes to what begins with it; Escape closes and gives focus back.
  await page.keyboard.press('d');
  await expect(menu.getByRole('menuitem', { name: 'Destinations' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(desk.button('Menu')).toBeFocused();
  // So does the button that opened it.
  await desk.button('Menu').click();
  await expect(menu).toBeVisible();
  await desk.button('Menu').click();
  await expect(menu).toBeHidden();
  await expect(desk.button('Menu')).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('a story in the list has its commands where it stands', async ({ page }) => {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Story' });
  await menu.getByRole('menuitem', { name: 'Duplicate story' }).click();
  await expect(menu).toBeHidden();
  await expect(desk.list.getByRole('option')).toHaveCount(2);
});
