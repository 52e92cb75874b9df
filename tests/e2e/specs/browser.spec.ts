import { browserHost, expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** What the desktop host asks of the system, and a browser does itself. */

test('a copy is dragged out, and a PDF is made, by the browser', browserHost, async ({ page }) => {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).click();
  await desk.button('Export…').click();
  const dialog = desk.exportDialog();
  await expect(dialog.getByRole('button', { name: /Choose/ })).toHaveCount(0);
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('ninjs-3');
  await dialog.getByRole('button', { name: 'Copy as wire' }).click();
  const dropped = await dialog.getByRole('link', { name: /ninjs-3\.json$/ }).evaluate(element => {
    const dataTransfer = new DataTransfer();
    element.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }));
    return [dataTransfer.getData('text/plain'), dataTransfer.getData('DownloadURL')];
  });
  expect(JSON.parse(dropped[0] ?? '')).toMatchObject({ version: '1' });
  expect(dropped[1]).toMatch(/^application\/.*json:.*ninjs-3\.json:blob:/);
  await page.keyboard.press('Escape');

  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+p');
  const proof = page.getByRole('dialog', { name: 'Proof' });
  await expect(proof).toContainText('choose “Save as PDF” in place of a printer');
  await expect(proof.getByRole('button', { name: 'Save as PDF…' })).toHaveCount(0);
});
