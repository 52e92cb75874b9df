import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { axeFindings } from '../pages/accessibility.ts';
import { Desk } from '../pages/desk.ts';

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

async function expectAccessible(page: Page): Promise<void> {
  const findings = await axeFindings(page);
  expect(findings.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(' | ')}`)).toEqual([]);
}

test('many stories leave in many formats, and an embargoed one stays and is told', async ({ app, page }) => {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  const held = await app.file(
    'held.json',
    JSON.stringify({
      fields: {
        slugline: 'HELD-BRIDGE',
        headline: 'Bridge to close',
        language: 'en',
        embargo: { until: null },
      },
      body: {
        version: 1,
        blocks: [{ id: 'p', type: 'paragraph', inlines: [{ type: 'text', text: 'It closes.' }] }],
      },
    }),
  );
  expect((await app.wiredesk('new', '--from', held)).status).toBe(0);

  await command(page, 'Export many');
  const dialog = page.getByRole('dialog', { name: 'Export many stories' });
  await dialog.getByRole('combobox', { name: 'Stories in state' }).selectOption('Any');
  await expect(dialog.getByRole('status')).toHaveText(/^[1-9]\d* stories$/);
  await dialog.getByRole('checkbox', { name: 'NITF 3.6' }).check();
  await dialog.getByRole('checkbox', { name: 'IPTC 7901' }).check();
  const folder = `${app.store}-batch`;
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(folder);
  await dialog.getByRole('button', { name: 'Export all' }).click();
  const result = dialog.getByRole('region', { name: 'Result' });
  await expect(
    result.getByRole('list', { name: 'Stories that stayed' }).getByRole('listitem').first(),
  ).toContainText('HELD-BRIDGE');
  await expect(result).toContainText('embargo');
  await expectAccessible(page);
  const files = await readdir(folder);
  expect(files.filter(name => /nitf|newsml-g2|iptc7901/.test(name)).length).toBeGreaterThanOrEqual(3);
  expect(files.join()).not.toContain('held-bridge');
  const report = files.find(name => name.startsWith('wiredesk-export-')) ?? '';
  expect(await readFile(join(folder, report), 'utf8')).toContain('HELD-BRIDGE');
});

test('a correction composes its note from what changed since the story left, and the editor rewords it', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  const wire = await app.file(
    'ghent.json',
    JSON.stringify({ name: 'Ghent', delivery: { kind: 'folder', path: `${app.store}-ghent` } }),
  );
  expect((await app.wiredesk('destination', 'set', wire)).status).toBe(0);
  const bridge = await app.file(
    'bridge.json',
    JSON.stringify({
      state: 'ready',
      fields: { slugline: 'BRIDGE', headline: 'Bridge to close', byline: 'By Ida Holm', language: 'en' },
      body: {
        version: 1,
        blocks: [{ id: 'p', type: 'paragraph', inlines: [{ type: 'text', text: 'It closes.' }] }],
      },
    }),
  );
  expect((await app.wiredesk('new', '--from', bridge)).status).toBe(0);
  await desk.option(/^BRIDGE/).click();
  await desk.tab('Wire').click();
  const next = desk.inspector.getByRole('region', { name: 'Next version' });
  await next.getByRole('button', { name: 'File this version…' }).click();

  const filing = page.getByRole('dialog', { name: /File/ });
  await expect(filing).toBeVisible();
  await filing.getByRole('textbox', { name: 'Your name' }).fill('Ida Holm');
  await filing.getByRole('button', { name: 'That is me' }).click();
  await filing.getByRole('button', { name: 'File', exact: true }).click();
  await expect
    .poll(async () => (await readdir(`${app.store}-ghent`).catch(() => [])).length)
    .toBeGreaterThan(0);
  await page.keyboard.press('Escape');

  const headline = desk.field('Headline');
  await headline.fill(`${await headline.inputValue()} at last`);
  await next.getByRole('combobox', { name: 'Action' }).selectOption('Correction');
  await next.getByRole('button', { name: 'Compose note from changes' }).click();
  const note = next.getByRole('textbox', { name: 'What was wrong' });
  await expect(note).toHaveValue(/headline/i);
  await note.fill('Corrects the headline.');
  await expect(desk.saveState).toHaveText(/^Saved/);
  await expectAccessible(page);
});

test('a topic is found by its name in the built-in list and becomes a subject of the story', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).click();
  await desk.tab('Details').click();
  const find = desk.inspector.getByRole('combobox', { name: 'Find a topic' });
  await find.fill('sport');
  await expect(page.getByRole('option', { name: /^sport/i }).first()).toBeVisible();
  await find.press('ArrowDown');
  await find.press('Enter');
  await expect(desk.inspector).toContainText('15000000');
});
