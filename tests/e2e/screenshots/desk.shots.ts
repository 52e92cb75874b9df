import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';
import { openHolding } from '../pages/holding.ts';
import { drawnLock, inventedStories } from './invented.ts';

const folder = import.meta.dirname;
const shoot = async (page: Page, name: string): Promise<void> => {
  // Nothing blinks in a picture.
  await page.screenshot({ path: join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
};

/** A desk on a busy evening, its sample story open, with a picture that is there. */
async function busyDesk(app: App, page: Page): Promise<Desk> {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).waitFor();
  for (const [index, story] of inventedStories().entries())
    await app.wiredesk('new', '--from', await app.file(`story-${index}.json`, JSON.stringify(story)));
  await desk.option(/^SAMPLE-LOCK/).click();
  await desk.tab('Pictures').click();
  const chooser = page.waitForEvent('filechooser');
  await desk.picture(1).getByRole('button', { name: 'Choose file' }).click();
  await (await chooser).setFiles(await app.file('sea-lock.jpg', await drawnLock()));
  await expect(desk.picture(1).getByRole('img').first()).toBeVisible();
  await expect(desk.saveState).toHaveText(/^Saved/);
  await page.evaluate(() => document.fonts.ready);
  return desk;
}

test('first start', async ({ page }) => {
  await new Desk(page).option(/^SAMPLE-LOCK/).waitFor();
  await shoot(page, 'first-start');
});

test('main window, palette, refused export, proof', async ({ app, page }) => {
  const desk = await busyDesk(app, page);
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1600, 1000],
      [1024, 768],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await shoot(page, `window-${colorScheme}-${width}`);
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1600, height: 1000 });

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('show');
  await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('option')).toHaveCount(6);
  await shoot(page, 'palette');
  await page.keyboard.press('Escape');

  const brussels = {
    name: 'Brussels',
    territories: ['BE'],
    use: 'editorial',
    media: [],
    formats: [],
    delivery: null,
  };
  await app.wiredesk('destination', 'set', await app.file('brussels.json', JSON.stringify(brussels)));
  await desk.button('Export…').click();
  const dialog = desk.exportDialog();
  await dialog.getByRole('combobox', { name: 'Destination' }).selectOption('Brussels');
  await expect(dialog.getByRole('list', { name: 'Problems' })).toContainText('Belgium OUT');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText(
    'Nothing would leave as things stand.',
  );
  await dialog.getByRole('textbox', { name: 'Folder' }).fill('Wire of this evening');
  await shoot(page, 'export-refused');
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+p');
  await expect(page.getByRole('article', { name: /^Proof of/ })).toBeVisible();
  const paper = await app.file('proof.pdf', await page.pdf({ preferCSSPageSize: true }));
  execFileSync('pdftoppm', ['-png', '-r', '72', '-singlefile', paper, join(folder, 'proof')]);
});

test('conflict', async ({ app, page }) => {
  await busyDesk(app, page);
  await page.close();
  const { page: held, release } = await openHolding(app);
  const desk = new Desk(held);
  await desk.option(/^SAMPLE-LOCK/).click();
  await desk.field('Headline').fill('Port Selwyn opens a new lock to the sea');
  const { json } = await app.wiredesk('list', '--query', 'SAMPLE-LOCK');
  const { stories } = json as { stories: { id: string }[] };
  await app.wiredesk('set', stories[0]?.id ?? '', 'headline=Sea lock opens at Port Selwyn after two years');
  release();
  await expect(held.getByRole('dialog')).toBeVisible();
  await shoot(held, 'conflict');
});

test('recovery after a crash', async ({ app, page }) => {
  const desk = await busyDesk(app, page);
  app.expectConsole(/WebSocket|ERR_CONNECTION|Failed to load resource/);
  await app.kill();
  await desk.body.getByText('two years after the old gates failed').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' The last ship of the evening was the grain barge Meridian.');
  await expect(desk.saveState).toContainText('Not saved');
  await page.close();
  await app.start();
  const again = new Desk(await app.open());
  await expect(again.page.getByRole('alert').filter({ hasText: 'had not been saved' })).toBeVisible();
  await again.option(/^SAMPLE-LOCK/).click();
  await expect(again.saveState).toHaveText(/^Saved/);
  await shoot(again.page, 'recovery');
});
