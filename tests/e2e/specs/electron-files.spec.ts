import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** Files that the system gives the desktop program: taken in, shown, and remembered by the system. */

const copy = (headline: string): string =>
  `${headline}\n\nBy Mira Holt\n\nThe gates of Lock 9 opened at noon.\n`;

test('a second start hands its files to the first, which shows what came of them', async ({ app, page }) => {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  await app.desktop.evaluate(({ app: program, BrowserWindow }) => {
    const recent: string[] = [];
    Object.assign(globalThis, { recent });
    program.addRecentDocument = file => void recent.push(file);
    BrowserWindow.getAllWindows()[0]?.hide();
  }, undefined);
  const folder = join(app.store, '../drawer');
  await mkdir(folder);
  const lock = await app.file('lock.txt', copy('Lock keepers return to Lock 9'));
  const missing = join(folder, 'missing.txt');

  expect(await app.desktop.startAgain([folder, lock, missing])).toBe(0);
  await expect(desk.field('Headline')).toHaveValue('Lock keepers return to Lock 9');
  await expect(page.getByRole('log', { name: 'Messages' })).toHaveText(
    /drawer is a folder.*There is no file .*missing\.txt/s,
  );
  const { recent, visible } = await app.desktop.evaluate(({ BrowserWindow }) => {
    const kept = globalThis as unknown as { readonly recent: readonly string[] };
    return { recent: kept.recent, visible: BrowserWindow.getAllWindows().map(each => each.isVisible()) };
  }, undefined);
  expect(recent).toEqual([lock]);
  expect(visible).toEqual([true]);

  // macOS names a file by an event.
  const tide = await app.file('tide.txt', copy('Tide tables are late'));
  await app.desktop.evaluate(({ app: program }, file) => {
    program.emit('open-file', { preventDefault: () => undefined }, file);
  }, tide);
  await expect(desk.field('Headline')).toHaveValue('Tide tables are late');
});
