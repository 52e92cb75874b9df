import { readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedFolder, sharedPath } from '../../support/shared.ts';
import { expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';
import { toEnd } from '../pages/keys.ts';

const seed =
  sharedFolder === null ? null : join(sharedPath('seeds'), readdirSync(sharedPath('seeds'))[0] ?? '');

test('the whole main job on the first real input, by keyboard alone', async ({ app, page }) => {
  test.skip(seed === null, 'no shared folder beside the checkout');
  const desk = new Desk(page);
  const lines = (await readFile(seed ?? '', 'utf8')).split('\n');
  const headline = lines[0] ?? '';

  // Take in.
  await expect(desk.list).toBeVisible();
  await desk.tabTo(desk.button('Import…'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /Import/ });
  await expect(dialog).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await desk.tabTo(dialog.getByRole('button', { name: /Choose files/ }));
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(seed ?? '');
  await expect(dialog).toContainText(headline);
  await expect(dialog).toContainText('Left out');
  await page.keyboard.press('Escape');

  // Find and open.
  await desk.tabTo(desk.search);
  await page.keyboard.type(headline.split(' ').slice(0, 3).join(' '));
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await desk.tabTo(desk.list.getByRole('option').first());
  await page.keyboard.press('Enter');
  await expect(desk.field('Headline')).toHaveValue(headline);

  // Understand the picture text.
  await desk.tabTo(desk.inspector.getByRole('tab', { selected: true }));
  while (!(await desk.tab('Pictures').evaluate(tab => tab === document.activeElement)))
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const picture = desk.picture(1);
  await expect(picture.getByRole('list', { name: 'Restrictions' }).getByRole('listitem')).toHaveCount(5);
  await expect(picture.getByRole('list', { name: 'Notices' }).getByRole('listitem')).toHaveCount(4);
  await expect(picture.getByRole('textbox', { name: 'Caption', exact: true })).toHaveText(/in \S+\.$/);

  // Edit.
  await desk.tabTo(desk.field('Slugline'));
  await page.keyboard.type('SUPPORT-PLEDGE');
  await desk.tabTo(desk.body);
  await page.keyboard.press(toEnd);
  await page.keyboard.press('Enter');
  await page.keyboard.type('One more paragraph, typed at the desk.');
  await expect(desk.saveState).toHaveText(/^Saved \d\d:\d\d:\d\d$/);

  // Check.
  const { json } = await app.wiredesk('list', '--query', 'SUPPORT-PLEDGE');
  const id = (json as { stories: { id: string }[] }).stories[0]?.id ?? '';
  const checked = (await app.wiredesk('check', id)).json as { problems: { code: string }[] };
  expect(checked.problems.map(each => each.code)).toEqual(
    expect.arrayContaining(['doubled-word', 'mandatory-credit']),
  );

  // Export.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Export');
  await page.keyboard.press('Enter');
  const exporting = desk.exportDialog();
  await expect(exporting).toBeVisible();
  await expect(exporting.getByRole('region', { name: 'Preview' })).toContainText('typed at the desk');
  await desk.tabTo(exporting.getByRole('textbox', { name: 'Folder' }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(`${app.store}-out`);
  await desk.tabTo(exporting.getByRole('button', { name: 'Export', exact: true }));
  await page.keyboard.press('Enter');
  await expect(exporting).toContainText(`${app.store}-out`);
  await expect.poll(async () => (await readdir(`${app.store}-out`)).length).toBe(1);
});
