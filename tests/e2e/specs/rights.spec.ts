import { readdir } from 'node:fs/promises';
import { expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

test('a picture that is barred at the destination does not leave, by the dialog or the command line', async ({
  app,
  page,
}) => {
  const destination = await app.file(
    'brussels.json',
    JSON.stringify({
      name: 'Brussels',
      territories: ['BE'],
      use: 'editorial',
      media: [],
      formats: [],
      delivery: null,
    }),
  );
  expect((await app.wiredesk('destination', 'set', destination)).status).toBe(0);

  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).click();
  await desk.button('Export…').click();
  const dialog = desk.exportDialog();
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('newsml-g2');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('newsMessage');
  await dialog.getByRole('combobox', { name: 'Destination' }).selectOption('Brussels');
  await expect(dialog.getByRole('list', { name: 'Problems' })).toContainText('Belgium OUT');
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();

  const found = (await app.wiredesk('list', '--query', 'SAMPLE-LOCK')).json as { stories: { id: string }[] };
  const id = found.stories[0]?.id ?? '';
  const out = `${app.store}-out`;
  const words = ['export', id, '--format', 'newsml-g2', '--out', out, '--destination', 'Brussels'];
  const refused = await app.wiredesk(...words);
  expect(refused.status).toBe(3);
  expect(JSON.stringify(refused.json)).toContain('Belgium OUT');
  await expect(readdir(out)).rejects.toThrow();

  const without = await app.wiredesk(...words, '--without-blocked-pictures');
  expect(without.status).toBe(0);
  const overridden = await app.wiredesk(
    ...words,
    '--override',
    'Cleared by phone with the agency',
    '--by',
    'Ida Marsh',
  );
  expect(overridden.status).toBe(0);
  const shown = (await app.wiredesk('show', id)).json as { overrides: { by: string; reason: string }[] };
  expect(shown.overrides).toMatchObject([{ by: 'Ida Marsh', reason: 'Cleared by phone with the agency' }]);

  await dialog.getByRole('checkbox', { name: /barred pictures/i }).press('Space');
  await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
});

test('an embargoed story does not leave', async ({ app, page }) => {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  const found = (await app.wiredesk('list', '--query', 'SAMPLE-LOCK')).json as { stories: { id: string }[] };
  const id = found.stories[0]?.id ?? '';
  expect((await app.wiredesk('set', id, 'embargo=open')).status).toBe(0);
  for (const format of ['newsml-g2', 'nitf', 'ninjs-3', 'text', 'html', 'wiredesk'])
    expect((await app.wiredesk('export', id, '--format', format, '--out', `${app.store}-out`)).status).toBe(
      3,
    );
  await expect(readdir(`${app.store}-out`)).rejects.toThrow();
});
