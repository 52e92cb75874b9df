import { expect, test } from '../app.ts';
import { axeFindings } from '../pages/accessibility.ts';
import { Desk } from '../pages/desk.ts';
import { chooseInMenu } from '../pages/menu.ts';

/** What the menu of either host does to the view: light or dark, the size of the copy, stories of before, undo. */

test('light or dark and the size of the copy are chosen once, for every window and the next start', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).click();
  await expect(desk.body).toContainText('harbour', { ignoreCase: true });
  const look = (of: Desk) =>
    of.body.evaluate(element => ({
      dark: getComputedStyle(document.body).backgroundColor === 'rgb(27, 28, 30)',
      size: Number.parseFloat(getComputedStyle(element).fontSize),
    }));
  const usual = await look(desk);
  expect(usual.dark).toBe(false);

  await chooseInMenu(app, page, 'Always dark');
  await expect.poll(() => look(desk)).toEqual({ ...usual, dark: true });
  // The system's own wish no longer counts, and the desktop's own dialogs are as dark.
  await page.emulateMedia({ colorScheme: 'light' });
  expect((await look(desk)).dark).toBe(true);
  if (app.host === 'electron')
    expect(await app.desktop.evaluate(({ nativeTheme }) => nativeTheme.themeSource, undefined)).toBe('dark');

  for (const size of [1.1, 1.25]) {
    await chooseInMenu(app, page, 'Larger copy');
    await expect.poll(async () => (await look(desk)).size).toBeCloseTo(usual.size * size, 3);
  }
  expect((await axeFindings(page)).map(each => each.id)).toEqual([]);

  const second = new Desk(await app.open());
  await second.option(/^SAMPLE-LOCK/).click();
  await expect.poll(() => look(second)).toEqual({ dark: true, size: expect.closeTo(usual.size * 1.25, 3) });
  await chooseInMenu(app, second.page, 'Copy in its usual size');
  await expect.poll(() => look(desk)).toEqual({ ...usual, dark: true });
  await second.page.close();

  await page.reload();
  await expect.poll(() => look(desk)).toEqual({ ...usual, dark: true });
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('combobox', { name: 'Appearance' })).toHaveValue('dark');
  await settings.getByRole('combobox', { name: 'Appearance' }).selectOption('system');
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await expect.poll(() => look(desk)).toEqual(usual);
});

test('stories that were opened are opened again by name, from the menu and the palette', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  for (const name of ['QUAY-ONE', 'QUAY-TWO']) {
    await desk.button('New story').click();
    await expect(desk.field('Slugline')).toHaveValue('');
    await desk.field('Slugline').fill(name);
    await expect(desk.option(name)).toBeVisible();
  }
  await chooseInMenu(app, page, 'QUAY-ONE');
  await expect(desk.field('Slugline')).toHaveValue('QUAY-ONE');

  // By the name that it has now, and no longer once it is gone.
  await desk.field('Slugline').fill('QUAY-FIRST');
  await expect(desk.option('QUAY-FIRST')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await palette.getByRole('combobox', { name: 'Command' }).fill('quay');
  await expect(palette.getByRole('option')).toHaveText([/^QUAY-TWO/, /^QUAY-FIRST/]);
  await page.keyboard.press('Enter');
  await expect(desk.field('Slugline')).toHaveValue('QUAY-TWO');
  await chooseInMenu(app, page, 'QUAY-FIRST');
  await expect(desk.field('Slugline')).toHaveValue('QUAY-FIRST');
});

test('the menu takes back what was written last, in the copy and in a field', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.button('New story').click();
  await desk.body.click();
  await page.keyboard.type('The lock is open.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It is closed again.');
  await chooseInMenu(app, page, 'Undo');
  await expect(desk.body).not.toContainText('It is closed again.');
  await chooseInMenu(app, page, 'Redo');
  await expect(desk.body).toContainText('It is closed again.');

  await desk.field('Headline').click();
  await page.keyboard.type('Lock opens');
  await chooseInMenu(app, page, 'Undo');
  await expect(desk.field('Headline')).not.toHaveValue('Lock opens');
  await chooseInMenu(app, page, 'Redo');
  await expect(desk.field('Headline')).toHaveValue('Lock opens');
  await expect(desk.body).toContainText('It is closed again.');
});
