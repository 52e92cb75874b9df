import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '../app.ts';
import { axeFindings } from '../pages/accessibility.ts';
import { Desk } from '../pages/desk.ts';

interface Shown {
  readonly id: string;
  readonly overrides?: readonly { readonly by: string; readonly reason: string }[];
}

/** A story that is free to go but for its picture, and a destination in the place where the picture is barred. */
async function seoul(
  app: App,
  page: Page,
): Promise<{ readonly desk: Desk; readonly id: string; readonly out: string }> {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  const out = `${app.store}-seoul`;
  const destination = {
    name: 'Seoul',
    territories: ['KR'],
    use: 'editorial',
    delivery: { kind: 'folder', path: out },
  };
  const file = await app.file('seoul.json', JSON.stringify(destination));
  expect((await app.wiredesk('destination', 'set', file)).status).toBe(0);
  const story = await app.file(
    'harbour.json',
    JSON.stringify({
      state: 'ready',
      fields: { slugline: 'HARBOUR', headline: 'Two mayors meet', byline: 'By Ida Holm', language: 'en' },
      body: {
        version: 1,
        blocks: [{ id: 'p', type: 'paragraph', inlines: [{ type: 'text', text: 'They met.', marks: [] }] }],
      },
      pictures: [
        {
          id: 'lock',
          caption: [{ type: 'text', text: 'The lock at dawn.', marks: [] }],
          creditLine: 'Ida Marsh / MERIDIAN',
          altText: 'A lock gate in low light',
          restrictions: [
            {
              kind: 'exclude-territory',
              territories: ['KR'],
              text: 'South Korea OUT',
              spans: [{ field: 'caption', start: 0, end: 15 }],
            },
          ],
        },
      ],
    }),
  );
  const made = await app.wiredesk('new', '--from', story);
  expect(made.status).toBe(0);
  await desk.option(/^HARBOUR/).click();
  return { desk, id: (made.json as Shown).id, out };
}

test('a picture that is barred in Seoul leaves for Seoul by no door', async ({ app, page }) => {
  const { desk, id, out } = await seoul(app, page);

  // Export, and copy as wire.
  await desk.button('Export…').click();
  const exporting = desk.exportDialog();
  await exporting.getByRole('combobox', { name: 'Destination' }).selectOption('Seoul');
  await expect(exporting.getByRole('list', { name: 'Problems' })).toContainText('South Korea OUT');
  await expect(exporting.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await expect(exporting.getByRole('button', { name: 'Copy as wire' })).toBeDisabled();
  await expect(exporting.getByRole('link')).toHaveCount(0);
  await expect(exporting.getByRole('region', { name: 'Preview' })).toContainText('Nothing would leave');
  await page.keyboard.press('Escape');

  // File.
  await desk.button('File…').click();
  const filing = page.getByRole('dialog', { name: 'File story' });
  await expect(filing.getByRole('list', { name: 'Problems' })).toContainText('South Korea OUT');
  await expect(filing.getByRole('button', { name: 'File', exact: true })).toBeDisabled();
  await page.keyboard.press('Escape');

  // A batch.
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Export many');
  await page.keyboard.press('Enter');
  const batch = page.getByRole('dialog', { name: 'Export many stories' });
  await batch.getByRole('textbox', { name: 'Matching' }).fill('HARBOUR');
  await batch.getByRole('combobox', { name: 'Destination' }).selectOption('Seoul');
  await batch.getByRole('textbox', { name: 'Folder' }).fill(out);
  await expect(batch.getByRole('status')).toHaveText('1 story');
  await batch.getByRole('button', { name: 'Export all' }).click();
  await expect(batch.getByRole('list', { name: 'Stories that stayed' })).toContainText('South Korea OUT');
  await page.keyboard.press('Escape');

  // The command line: one story, many, and the methods that the window calls.
  const words = ['export', id, '--format', 'newsml-g2', '--out', out, '--destination', 'Seoul'];
  expect((await app.wiredesk(...words)).status).toBe(3);
  await app.wiredesk(...words, '--batch');
  const left = await readdir(out);
  expect(left.filter(name => !name.startsWith('wiredesk-export-'))).toEqual([]);
  expect((await app.wiredesk('uses', id)).json).toMatchObject({ uses: [] });
});

test('it leaves without the picture on request, and with it only by name and reason, which the books show', async ({
  app,
  page,
}) => {
  const { desk, id, out } = await seoul(app, page);
  await desk.button('Export…').click();
  const dialog = desk.exportDialog();
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('ninjs-3');
  await dialog.getByRole('combobox', { name: 'Destination' }).selectOption('Seoul');
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(out);
  await dialog.getByRole('checkbox', { name: /barred pictures/i }).check();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('list', { name: 'Written files' })).toContainText(out);
  const [first = ''] = await readdir(out);
  expect(await readFile(join(out, first), 'utf8')).not.toContain('The lock at dawn');

  await dialog.getByRole('checkbox', { name: /barred pictures/i }).uncheck();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Cleared by telephone with the agency');
  await expect(dialog.getByRole('button', { name: 'Copy as wire' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ida Marsh');
  await dialog.getByRole('button', { name: 'Copy as wire' }).click();
  await expect(dialog.getByText(/^(?!✓)[^/\\]*ninjs-3\.json$/)).toBeVisible();
  await page.keyboard.press('Escape');

  // The next export begins where this one went.
  await desk.button('Export…').click();
  await expect(dialog.getByRole('textbox', { name: 'Folder' })).toHaveValue(out);
  await page.keyboard.press('Escape');

  const shown = (await app.wiredesk('show', id)).json as Shown;
  expect(shown.overrides).toMatchObject([
    { by: 'Ida Marsh', reason: 'Cleared by telephone with the agency' },
  ]);
  expect((await app.wiredesk('uses', id)).json).toMatchObject({
    uses: [
      {
        door: 'copy',
        picture: 'lock',
        destination: 'Seoul',
        by: 'Ida Marsh',
        rights: ['South Korea OUT'],
        override: 'Cleared by telephone with the agency',
      },
    ],
  });
  await desk.tab('Wire').click();
  await expect(desk.inspector).toContainText('Ida Marsh');
  await expect(desk.inspector).toContainText('Cleared by telephone with the agency');
});

test('what was agreed about a picture holds at the gate, and its end is told', async ({ app, page }) => {
  const { desk, id } = await seoul(app, page);
  await desk.tab('Pictures').click();
  const picture = desk.picture(1);
  await picture.getByRole('combobox', { name: 'Rights category' }).selectOption('Social media');
  await expect(desk.saveState).toHaveText(/^Saved/);
  const check = async (): Promise<string> => JSON.stringify((await app.wiredesk('check', id)).json);
  await expect.poll(check).toContain('nobody’s leave to use it is recorded');

  await picture.getByRole('button', { name: 'Add lease' }).click();
  const lease = picture.getByRole('group', { name: 'Lease 1' });
  await lease.getByRole('textbox', { name: /Agreed with/ }).fill('Mail of the owner');
  await expect.poll(check).not.toContain('leave to use it');
  await lease.getByLabel('Until').fill('2020-01-31');
  await expect.poll(check).toContain('the leave to use it ended on 2020-01-31');

  await desk.option(/^SAMPLE-LOCK/).click();
  const ending = page.getByRole('button', { name: /Rights end/ });
  await expect(ending).toBeVisible();
  await ending.click();
  const dialog = page.getByRole('dialog', { name: 'Rights that end' });
  await expect(dialog.getByRole('list', { name: 'Rights that end' })).toContainText('Mail of the owner');
  expect((await axeFindings(page)).map(each => each.id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Open' }).click();
  await expect(desk.field('Slugline')).toHaveValue('HARBOUR');
});
