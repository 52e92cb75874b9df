import { readFile } from 'node:fs/promises';
import { expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** The installed program at a terminal: `wiredesk COMMAND` is the same program that opens the window. */

test('a command prints one JSON document and ends with its status, while the window works on the store', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  const file = await app.file('story.json', JSON.stringify({ fields: { slugline: 'TERMINAL-LOCK' } }));
  const made = await app.desktop.command(['new', '--from', file, '--json']);
  expect(made.status).toBe(0);
  const { id } = JSON.parse(made.output) as { id: string };
  // Handed over to the program that has the store: its window shows it at once.
  await expect(desk.list.getByRole('option', { name: /^TERMINAL-LOCK/ })).toBeVisible();
  expect(app.desktop.windows()).toHaveLength(1);

  const refused = await app.desktop.command([
    '--json',
    'export',
    id,
    '--format',
    'nitf',
    '--out',
    `${app.store}-out`,
  ]);
  expect(refused.status).toBe(3);
  expect(JSON.parse(refused.output)).toMatchObject({ error: { code: 'refused' } });

  const handed = await app.desktop.command([
    'export',
    id,
    '--format',
    'wiredesk',
    '--out',
    `${app.store}-out`,
    '--json',
  ]);
  expect(handed.status).toBe(0);
  const [written] = (JSON.parse(handed.output) as { files: { path: string }[] }).files;
  expect(written?.path).toMatch(/\.wiredesk$/);
  expect(JSON.parse(await readFile(written?.path ?? '', 'utf8'))).toMatchObject({ wiredesk: 1 });

  const misused = await app.desktop.command(['show', '--json']);
  expect(misused.status).toBe(2);
  expect(JSON.parse(misused.output)).toMatchObject({ error: { code: 'bad-request' } });
});

test('a command opens the store itself where no window has it', async ({ app, page }) => {
  await expect(new Desk(page).list).toBeVisible();
  const other = `${app.store}-other`;
  const listed = await app.desktop.command(['--store', other, 'list', '--json']);
  expect(listed).toMatchObject({ status: 0 });
  expect(JSON.parse(listed.output)).toEqual({ total: 0, stories: [] });
});

test('a file is opened, and no command, whatever it is called', async ({ app, page }) => {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  const file = await app.file('list', JSON.stringify({ fields: { slugline: 'FILE-LOCK' } }));
  expect(await app.desktop.startAgain([file])).toBe(0);
  await expect(desk.list.getByRole('option', { name: /^FILE-LOCK/ })).toBeVisible();
});
