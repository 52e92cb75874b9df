import type { Page } from '@playwright/test';
import { type App, expect, test } from '../app.ts';
import { axeFindings } from '../pages/accessibility.ts';
import { Desk } from '../pages/desk.ts';

/** Of an invented agency, in the manner of pattern 25 (wire-formats 14.1). */
const agencyWords =
  'This picture taken on March 2, 2026 and released on March 3, 2026 shows Ada Lindqvist (R) meeting Ida Holm in ' +
  'Port Selwyn. (Photo by HARBOUR OFFICE VIA COASTLINE / AFP) / - South Korea OUT / RESTRICTED TO EDITORIAL USE - ' +
  'MANDATORY CREDIT "AFP PHOTO/HARBOUR OFFICE VIA COASTLINE" - NO MARKETING NO ADVERTISING CAMPAIGNS - ' +
  'DISTRIBUTED AS A SERVICE TO CLIENTS';

async function openPicture(app: App, page: Page, caption: string): Promise<Desk> {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  const story = await app.file(
    'harbour.json',
    JSON.stringify({
      fields: { slugline: 'HARBOUR', headline: 'Two mayors meet at the lock', language: 'en' },
      pictures: [{ id: 'harbour-picture', caption: [{ type: 'text', text: caption, marks: [] }] }],
    }),
  );
  expect((await app.wiredesk('new', '--from', story)).status).toBe(0);
  await desk.option(/^HARBOUR/).click();
  await desk.tab('Pictures').click();
  return desk;
}

async function expectAccessible(page: Page): Promise<void> {
  const findings = await axeFindings(page);
  expect(findings.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(' | ')}`)).toEqual([]);
}

test('an agency caption is read part by part, by keyboard alone', async ({ app, page }) => {
  const desk = await openPicture(app, page, agencyWords);
  const picture = desk.picture(1);
  await desk.tabTo(picture.getByRole('button', { name: 'Read agency caption' }));
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Caption desk' });
  const parts = dialog.getByRole('listbox', { name: 'Parts' });
  await expect(parts).toBeFocused();
  const caption = dialog.getByRole('textbox', { name: 'Caption for readers' });
  await expect(caption).toHaveValue(/Port Selwyn\.$/);
  await expectAccessible(page);

  // The way back: what was read, printed in another agency's style, and the plain words again.
  const words = await caption.inputValue();
  await dialog.getByRole('combobox', { name: 'Print in the style of' }).selectOption('AP');
  await dialog.getByRole('button', { name: 'Compose from the parts' }).click();
  await expect(caption).toHaveValue(/\(.*HARBOUR OFFICE.*\)/);
  await caption.fill(words);
  await parts.focus();

  // One key each: the territory is corrected, one rule rejected, the others accepted.
  const selected = parts.getByRole('option', { selected: true });
  while (!/Not in South Korea/.test((await selected.textContent()) ?? '')) await page.keyboard.press('a');
  await page.keyboard.press('e');
  const territories = dialog.getByRole('textbox', { name: 'Territories' });
  await desk.tabTo(territories);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('South Korea, Japan');
  await page.keyboard.press('Enter');
  await expect(parts).toBeFocused();
  while (!/No marketing/.test((await selected.textContent()) ?? '')) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await expect(caption).toHaveValue(/Port Selwyn\. NO MARKETING$/);

  // Escape closes the desk and loses nothing of the reading, nor does it apply it.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(picture.getByRole('list', { name: 'Restrictions' })).not.toContainText('Not in');
  await expect(picture.getByRole('button', { name: 'Read agency caption' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(parts.getByRole('option', { name: /No marketing/ })).toContainText('Rejected');
  await expect(caption).toHaveValue(/Port Selwyn\. NO MARKETING$/);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog).toBeHidden();

  const rules = picture.getByRole('list', { name: 'Restrictions' });
  await expect(rules).toContainText('Not in Japan, South Korea');
  await expect(rules).toContainText('No advertising');
  await expect(rules).not.toContainText('No marketing');
  await expect(picture.getByRole('textbox', { name: 'Caption', exact: true })).toHaveValue(/NO MARKETING$/);
  await expect(picture.getByRole('textbox', { name: 'Credit line' })).toHaveValue(/AFP/);
  await expect(picture.getByRole('textbox', { name: 'Date taken' })).toHaveValue('2026-03-02');
  await expect(desk.saveState).toHaveText(/^Saved/);

  // The agency's own words are as they came; a second look remembers the first.
  await expect(picture).toContainText('South Korea OUT / RESTRICTED TO EDITORIAL USE');
  await desk.tabTo(picture.getByRole('button', { name: 'Read agency caption' }));
  await page.keyboard.press('Enter');
  await expect(parts.getByRole('option', { name: /No marketing/ })).toContainText('Rejected');
  await page.keyboard.press('Escape');
  await expectAccessible(page);
});

test('a picture that shows nothing needed is said to be decorative, and alt text tells its length', async ({
  app,
  page,
}) => {
  const desk = await openPicture(app, page, 'A line drawing of a rope.');
  const picture = desk.picture(1);
  await expect(picture).toContainText('Missing: say what the picture shows');
  await picture.getByRole('checkbox', { name: /^Decorative/ }).check();
  await expect(picture).toContainText('the picture is decorative');
  await picture.getByRole('checkbox', { name: /^Decorative/ }).uncheck();
  await picture.getByRole('textbox', { name: 'Alt text' }).fill('rope '.repeat(60));
  await expect(picture).toContainText('300 characters; 250 are advised');
  await picture.getByRole('button', { name: 'Add person' }).click();
  await picture.getByRole('textbox', { name: 'Person 1' }).fill('Ada Lindqvist');
  await expect(desk.saveState).toHaveText(/^Saved/);
  await page.reload();
  await desk.option(/^HARBOUR/).click();
  await desk.tab('Pictures').click();
  await expect(picture.getByRole('textbox', { name: 'Person 1' })).toHaveValue('Ada Lindqvist');
});
