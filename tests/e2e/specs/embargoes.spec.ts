import { type App, browserHost, expect, test } from '../app.ts';
import { axeFindings } from '../pages/accessibility.ts';
import { Desk } from '../pages/desk.ts';

const nextYear = new Date().getFullYear() + 1;
const future = `${nextYear}-03-04T06:00:00Z`;
const past = '2026-03-04T06:00:00Z';

/** The sample story, under an embargo from the command line. */
async function embargo(app: App, until: string): Promise<void> {
  const found = (await app.wiredesk('list', '--query', 'SAMPLE-LOCK')).json as { stories: { id: string }[] };
  expect((await app.wiredesk('set', found.stories[0]?.id ?? '', `embargo=${until}`)).status).toBe(0);
}

test('an embargo that lifts is told in every window, until somebody takes note', async ({ app, page }) => {
  const desk = new Desk(page);
  const other = new Desk(await app.open());
  await desk.option(/^SAMPLE-LOCK/).click();
  await desk.tab('Details').click();
  await desk.inspector.getByRole('combobox', { name: 'Embargo', exact: true }).selectOption('until');
  await expect(other.option(/^SAMPLE-LOCK/)).toContainText('■ Embargo until');
  const until = desk.inspector.getByLabel('Embargo until');
  await expect(until).toHaveAccessibleDescription(/Time in .+, GMT/);

  // While it is written, no day that has passed ends it: not the 2 of the 24th, nor the year 2 of 2026.
  await until.fill('2026-03-04T06:00');
  await expect(desk.story).toContainText('■ Embargo until');
  await desk.tab('Details').focus();
  await expect(desk.story).toContainText('□ Embargo lifted');
  for (const each of [desk, other]) {
    await expect(each.lifted).toContainText(/The embargo on “SAMPLE-LOCK” lifted at .*6:00/);
    await expect(each.option(/^SAMPLE-LOCK/)).toContainText('□ Embargo lifted');
  }
  const findings = await axeFindings(page, '[aria-label="Lifted embargoes"]');
  expect(findings.map(({ id }) => id)).toEqual([]);
  await other.lifted.getByRole('button', { name: 'Dismiss' }).press('Enter');
  for (const each of [desk, other]) await expect(each.lifted).toBeHidden();
});

test('an embargo that lifted while the program was away is told at its start, whatever ran between', async ({
  app,
  page,
}) => {
  await expect(new Desk(page).option(/^SAMPLE-LOCK/)).toBeVisible();
  await embargo(app, future);
  // A page in a browser outlives its host, and complains.
  app.expectConsole(/WebSocket|ERR_CONNECTION|Failed to load resource/);
  await app.kill();
  await embargo(app, past);
  await app.start();
  const desk = new Desk(await app.open());
  await expect(desk.lifted).toContainText('SAMPLE-LOCK');
  await desk.lifted.getByRole('button', { name: 'Open the story' }).click();
  await expect(desk.body).toContainText('harbour', { ignoreCase: true });
  await expect(desk.lifted).toBeHidden();
});

test(
  'the browser shows a notice where it was asked to, and a click opens the story',
  browserHost,
  async ({ app, context, page }) => {
    // What the browser was told to show is kept; there is no one here to see or click it.
    await page.addInitScript(() => {
      const shown: Notification[] = [];
      class Kept extends Notification {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          shown.push(this);
        }
      }
      Object.assign(globalThis, { Notification: Kept, shown });
    });
    await page.reload();
    const desk = new Desk(page);
    await desk.button('Settings').click();
    await context.grantPermissions(['notifications'], { origin: new URL(page.url()).origin });
    await page.getByRole('button', { name: 'Notify me when an embargo lifts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Settings' });
    await expect(dialog).toContainText('The browser shows a notice when an embargo lifts');
    await expect(dialog.getByRole('button', { name: 'Notify me when an embargo lifts' })).toBeHidden();
    await page.keyboard.press('Escape');

    await embargo(app, future);
    await embargo(app, past);
    await expect(desk.lifted).toContainText('SAMPLE-LOCK');
    const notices = await page.evaluate(() => {
      const { shown } = globalThis as unknown as { readonly shown: Notification[] };
      return shown.map(({ title, body, tag }) => ({ title, body, tag }));
    });
    expect(notices).toMatchObject([{ title: 'Embargo lifted', body: 'SAMPLE-LOCK' }]);
    expect(notices[0]?.tag).toMatch(/^embargo [0-9a-f-]{36}$/);
    await page.evaluate(() => {
      const { shown } = globalThis as unknown as { readonly shown: Notification[] };
      shown[0]?.dispatchEvent(new Event('click'));
    });
    await expect(desk.body).toContainText('harbour', { ignoreCase: true });
  },
);

test('the browser is asked for nothing where it was told no', browserHost, async ({ app, context, page }) => {
  await context.clearPermissions();
  const desk = new Desk(page);
  await desk.button('Settings').click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('button', { name: 'Notify me when an embargo lifts' }).click();
  await expect(dialog).toContainText('The browser may show no notices here');
  await page.keyboard.press('Escape');
  await embargo(app, future);
  await embargo(app, past);
  await expect(desk.lifted).toContainText('SAMPLE-LOCK');
});
