import { readdir } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { browserHost, expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** What someone in a hurry does to a dialog: clicks twice, drops files on it, changes things behind it. */

/** Drops a text file on an element, as a file manager does. */
function dropText(target: Locator, name: string, text: string): Promise<void> {
  return target.evaluate(
    (element, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([file.text], file.name, { type: 'text/plain' }));
      element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, text },
  );
}

test('a story is filed once, however often the button is pressed, and not where nobody is any more', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).waitFor();
  for (const name of ['Lyon', 'Lille']) {
    const delivery = { kind: 'folder', path: `${app.store}-${name}` };
    const file = await app.file(`${name}.json`, JSON.stringify({ name, territories: ['FR'], delivery }));
    expect((await app.wiredesk('destination', 'set', file)).status).toBe(0);
  }
  await desk.option(/^SAMPLE-LOCK/).click();
  await desk.button('File…').click();
  const dialog = page.getByRole('dialog', { name: 'File story' });
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ida Holm');
  await dialog.getByRole('button', { name: 'That is me' }).click();
  const file = dialog.getByRole('button', { name: 'File', exact: true });
  await dialog.getByRole('combobox', { name: 'Destination' }).selectOption('Lyon');
  await file.click();
  // What is told behind the dialog is told in it.
  await expect(dialog.getByRole('log')).toHaveText('Filed version 1 to Lyon.');
  await expect(file).toBeDisabled();
  await expect(dialog.getByRole('status')).toContainText('Filed.');
  expect((await readdir(`${app.store}-Lyon`)).length).toBe(1);

  await dialog.getByRole('combobox', { name: 'Destination' }).selectOption('Lille');
  await expect(file).toBeEnabled();
  const other = new Desk(await app.open());
  await other.button('Destinations').click();
  await other.button('Remove Lille').click();
  await expect(file).toBeDisabled();
  await expect(dialog.getByRole('combobox', { name: 'Destination' })).toHaveValue('');
});

test('of many files those that failed come first, and more can be dropped on the dialog', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.button('Import…').click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles([
    await app.file('harbour.txt', 'Harbour opens\n\nThe harbour opened on Wednesday.\n'),
    await app.file('no-picture.jpg', 'not a picture'),
  ]);
  await expect(dialog.getByRole('status')).toHaveText('1 story taken in, 1 not.');
  const results = dialog.getByRole('list', { name: 'Imported' }).locator('> li');
  await expect(results.first()).toContainText('no-picture.jpg');

  await dropText(dialog, 'bridge.txt', 'Bridge closes\n\nThe bridge closed on Thursday.\n');
  await expect(dialog.getByRole('status')).toHaveText('2 stories taken in, 1 not.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // Another dialog is not pushed aside by a file that falls on it.
  await desk.option(/^Bridge closes/).click();
  await desk.button('Export…').click();
  await dropText(desk.exportDialog(), 'ferry.txt', 'Ferry sails\n\nThe ferry sailed on Friday.\n');
  await expect(desk.exportDialog().getByRole('log')).toHaveText('Close this dialog first to import files.');
});

test('a story that another window removes is not shown as if it were there', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).click();
  await expect(desk.saveState).toHaveText(/^Saved/);
  const other = new Desk(await app.open());
  await other.button('Remove the sample').click();
  await expect(desk.story).toHaveText('This story was removed in another window, with its history.');
  await expect(desk.button('Remove the sample')).toBeHidden();
});

test(
  'keys of a command that needs a story say so, and never print the window',
  browserHost,
  async ({ page }) => {
    const desk = new Desk(page);
    await desk.option(/^SAMPLE-LOCK/).waitFor();
    const messages = page.getByRole('log', { name: 'Messages' });
    await page.keyboard.press('ControlOrMeta+p');
    await expect(messages).toHaveText('“Print proof…” is about a story: open one first.');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#root')).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await desk.button('Clear the message').click();
    await expect(messages).toBeEmpty();
  },
);

test('names of any length stay in their place in a small window', browserHost, async ({ app, page }) => {
  const desk = new Desk(page);
  const slugline = `LONG-${'SLUGLINE'.repeat(14)}`;
  const headline = 'A headline that goes on about the harbour '.repeat(7);
  const story = { fields: { slugline, headline, embargo: { until: '2126-12-01T06:00:00Z' } } };
  expect(
    (await app.wiredesk('new', '--from', await app.file('long.json', JSON.stringify(story)))).status,
  ).toBe(0);
  await page.setViewportSize({ width: 1024, height: 700 });
  await desk.option(/^LONG/).click();
  await expect(desk.saveState).toHaveText(/^Saved/);
  // Nothing is wider than what holds it, but what is cut off with dots.
  const wider = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter(each => !each.matches('input, select, span, small'))
        .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
        .map(each => `${each.tagName}.${each.className}`),
    );
  expect(await wider()).toEqual([]);
  const tabs = await desk.inspector
    .getByRole('tab')
    .evaluateAll(all => all.map(tab => tab.getBoundingClientRect().top));
  expect([0, 3].map(row => new Set(tabs.slice(row, row + 3)).size)).toEqual([1, 1]);
  await desk.button('Menu').click();
  expect(await wider()).toEqual([]);
  await page.keyboard.press('Escape');
  await desk.button('Export…').click();
  await expect(desk.exportDialog().getByRole('list', { name: 'Problems' })).toContainText('embargoed');
  expect(await wider()).toEqual([]);
  await page.keyboard.press('Escape');
  await desk.button('Commands').click();
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  expect(await wider()).toEqual([]);
});
