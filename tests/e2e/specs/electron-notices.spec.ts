import type { Notification } from 'electron';
import { expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** What the main process keeps of what it would have shown. */
interface Kept {
  readonly shown: Notification[];
}

test('an embargo that lifts is told as the system tells, and a click opens its story', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await expect(desk.option(/^SAMPLE-LOCK/)).toBeVisible();
  await app.desktop.evaluate(({ Notification }) => {
    const shown: Notification[] = [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Notification) {
      shown.push(this);
    };
    Object.assign(globalThis, { shown });
  }, undefined);
  const found = (await app.wiredesk('list', '--query', 'SAMPLE-LOCK')).json as { stories: { id: string }[] };
  const id = found.stories[0]?.id ?? '';
  await app.wiredesk('set', id, `embargo=${new Date().getFullYear() + 1}-03-04T06:00:00Z`);
  await app.wiredesk('set', id, 'embargo=2026-03-04T06:00:00Z');
  await expect(desk.lifted).toContainText('SAMPLE-LOCK');
  const shown = await app.desktop.evaluate(() => {
    const { shown: kept } = globalThis as unknown as Kept;
    return kept.map(({ title, body }) => ({ title, body }));
  }, undefined);
  expect(shown).toEqual([{ title: 'Embargo lifted', body: 'SAMPLE-LOCK' }]);

  await app.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize(), undefined);
  await app.desktop.evaluate(() => {
    const { shown: kept } = globalThis as unknown as Kept;
    kept[0]?.emit('click', {});
  }, undefined);
  await expect(desk.body).toContainText('harbour', { ignoreCase: true });
  const minimized = await app.desktop.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.isMinimized()),
    undefined,
  );
  expect(minimized).toEqual([false]);
  // Somebody takes note in the window, not by looking at what the system shows.
  await expect(desk.lifted).toBeVisible();
});

test('the page asks for no permission: the system is the one that tells', async ({ page }) => {
  const desk = new Desk(page);
  await desk.button('Settings').click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog.getByRole('button', { name: 'Save settings' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /Notify me/ })).toHaveCount(0);
});
