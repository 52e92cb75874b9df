import type { Locator } from '@playwright/test';
import { expect, test } from '../app.ts';
import { axeFindings } from '../pages/accessibility.ts';
import { Desk } from '../pages/desk.ts';
import { toEnd } from '../pages/keys.ts';

/** Where the lines of a piece begin, as the browser set its words. */
function linesAsSet(piece: Locator): Promise<number> {
  return piece.evaluate(element => {
    const tops = new Set<number>();
    for (const run of element.querySelectorAll('.proof-run')) {
      const range = document.createRange();
      range.selectNodeContents(run);
      for (const { top, height } of range.getClientRects()) tops.add(Math.round((top + height / 2) / 8));
    }
    return tops.size;
  });
}

test('a proof numbers the lines as they are set, and ends with the pictures and their rights', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).click();
  await expect(desk.body).toContainText('harbour', { ignoreCase: true });
  await desk.body.click();
  await page.keyboard.press(toEnd);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(
    'Typed just now, and long enough to be set in several lines. '.repeat(6).trim(),
  );
  await page.keyboard.press('ControlOrMeta+p');

  const dialog = page.getByRole('dialog', { name: 'Proof' });
  const proof = dialog.getByRole('article', { name: /^Proof of SAMPLE-LOCK/ });
  await expect(proof).toContainText('PROOF – NOT FOR PUBLICATION');
  const last = proof.locator('.proof-paragraph').last();
  await expect(last).toContainText('Typed just now');
  const numbers = (await proof.locator('.proof-number').allTextContents()).map(Number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  const set = await linesAsSet(last);
  expect(set).toBeGreaterThan(2);
  await expect(last.locator('.proof-number')).toHaveCount(set);

  const pictures = proof.getByRole('region', { name: 'Pictures and their rights' });
  await expect(pictures).toContainText('Picture 1');
  await expect(pictures.getByRole('listitem').first()).toBeVisible();
  expect((await axeFindings(page, 'dialog')).map(each => each.id)).toEqual([]);

  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');

  // On paper there is the proof and nothing else, in the same lines.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#root')).toBeHidden();
  const paper = page.locator('.proof-paper');
  await expect(paper.locator('.proof-warning')).toBeVisible();
  expect(await linesAsSet(paper.locator('.proof-paragraph').last())).toBe(set);
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await expect(paper).toHaveCount(0);
});
