import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type App, expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** What a test's answers were asked, kept in the main process beside them. */
interface Asked {
  readonly asked: { readonly defaultPath: string; readonly properties: readonly string[] }[];
}

/** Answers the next dialogs for folders with these, in turn; null is a cancelled one. */
async function answerFolders(app: App, folders: readonly (string | null)[]): Promise<void> {
  await app.desktop.evaluate(({ dialog }, answers) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    dialog.showOpenDialog = async (...words: unknown[]) => {
      asked.push(words.at(-1));
      const folder = answers[asked.length - 1] ?? null;
      return { canceled: folder === null, filePaths: folder === null ? [] : [folder] };
    };
  }, folders);
}

async function answerSaving(app: App, file: string | null): Promise<void> {
  await app.desktop.evaluate(({ dialog }, answer) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    dialog.showSaveDialog = async (...words: unknown[]) => {
      asked.push(words.at(-1));
      return { canceled: answer === null, filePath: answer ?? '' };
    };
  }, file);
}

function dialogsAsked(app: App): Promise<Asked['asked']> {
  return app.desktop.evaluate(() => (globalThis as unknown as Asked).asked, undefined);
}

/** Notes what the system would be asked to show and to drag. */
async function watchFiles(app: App): Promise<void> {
  await app.desktop.evaluate(({ BrowserWindow, shell }) => {
    const handed: string[] = [];
    Object.assign(globalThis, { handed });
    shell.showItemInFolder = file => void handed.push(`show ${file}`);
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.startDrag = ({ file, files = [file] }) => void handed.push(`drag ${files.join(' ')}`);
  }, undefined);
}

function filesHanded(app: App): Promise<readonly string[]> {
  return app.desktop.evaluate(
    () => (globalThis as unknown as { readonly handed: readonly string[] }).handed,
    undefined,
  );
}

/** What the page is answered when it asks by itself, without a button of its own. */
function ask(page: Page, method: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, words]) =>
      (
        globalThis as unknown as { readonly wiredesk: { invoke(...words: unknown[]): Promise<unknown> } }
      ).wiredesk.invoke(name, words),
    [method, input] as const,
  );
}

async function drag(page: Page, handle: Locator): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move(10, 10, { steps: 4 });
  await page.mouse.up();
}

async function openExport(page: Page): Promise<{ readonly dialog: Locator; readonly folder: Locator }> {
  const desk = new Desk(page);
  await desk.option(/^LOCK-OPENS/).click();
  await desk.button('Export…').click();
  const dialog = desk.exportDialog();
  return { dialog, folder: dialog.getByRole('textbox', { name: 'Folder' }) };
}

const refused = { ok: false, error: { code: 'forbidden' } };

/** Longer than a page of a proof. */
const copy = 'Ships may pass at any tide. '.repeat(120);

test.beforeEach(async ({ app, page }) => {
  // Commands are for the program that is there; one that came first would hold the store.
  await expect(new Desk(page).list).toBeVisible();
  const story = {
    fields: { slugline: 'LOCK-OPENS', headline: 'The lock opens', language: 'en' },
    body: { version: 1, blocks: [{ id: 'a', type: 'paragraph', inlines: [words(copy)] }] },
  };
  await app.wiredesk('new', '--from', await app.file('lock.json', JSON.stringify(story)));
});

function words(text: string) {
  return { type: 'text', text, marks: [] };
}

test('a folder is chosen by the system’s dialog, and remembered for each purpose over a restart', async ({
  app,
  page,
}) => {
  const [schemas, exports] = [join(app.store, '../schemas'), join(app.store, '../exports')];
  await Promise.all([mkdir(schemas), mkdir(exports)]);
  await answerFolders(app, [schemas, null, exports]);
  await new Desk(page).button('Settings').click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Choose… Schema folder' }).click();
  const field = settings.getByRole('textbox', { name: 'Schema folder' });
  await expect(field).toHaveValue(schemas);
  // Cancelled, it changes nothing.
  await settings.getByRole('button', { name: 'Choose… Schema folder' }).click();
  await expect.poll(async () => (await dialogsAsked(app)).length).toBe(2);
  await expect(field).toHaveValue(schemas);
  await settings.getByRole('button', { name: 'Choose… Export folder' }).click();
  await expect(settings.getByRole('textbox', { name: 'Export folder' })).toHaveValue(exports);
  const documents = await app.desktop.evaluate(electron => electron.app.getPath('documents'), undefined);
  expect(await dialogsAsked(app)).toMatchObject([
    { defaultPath: documents, properties: ['openDirectory', 'createDirectory'] },
    { defaultPath: schemas },
    { defaultPath: documents },
  ]);

  await app.kill();
  await app.start();
  const again = await app.open();
  await answerFolders(app, [null, null]);
  await new Desk(again).button('Settings').click();
  const dialog = again.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('button', { name: 'Choose… Schema folder' }).click();
  await expect.poll(async () => (await dialogsAsked(app)).length).toBe(1);
  await dialog.getByRole('button', { name: 'Choose… Dictionary folder' }).click();
  await expect.poll(async () => (await dialogsAsked(app)).length).toBe(2);
  expect(await dialogsAsked(app)).toMatchObject([{ defaultPath: schemas }, { defaultPath: documents }]);
});

test('what was exported is shown in its folder and dragged out, and nothing else of the disk is', async ({
  app,
  page,
}) => {
  await watchFiles(app);
  const out = join(app.store, '../out');
  await mkdir(out);
  await answerFolders(app, [out]);
  const { dialog, folder } = await openExport(page);
  await dialog.getByRole('button', { name: 'Choose… Folder' }).click();
  await expect(folder).toHaveValue(out);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const written = dialog.getByRole('list', { name: 'Written files' });
  await expect(written).toContainText(out);
  const file = join(out, (await readdir(out))[0] ?? '');

  await written.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(() => filesHanded(app)).toEqual([`show ${file}`]);
  await drag(page, written.getByText(file));
  await expect.poll(() => filesHanded(app)).toEqual([`show ${file}`, `drag ${file}`]);

  // A copy lies on the disk too, in a folder of the program's own, while the program runs.
  await dialog.getByRole('button', { name: 'Copy as wire' }).click();
  await drag(page, dialog.getByText(basename(file), { exact: true }));
  await expect.poll(async () => (await filesHanded(app)).length).toBe(3);
  const [, copied = ''] = /^drag (.*)$/.exec((await filesHanded(app))[2] ?? '') ?? [];
  expect(copied).not.toBe(file);
  expect(await readFile(copied, 'utf8')).toContain('<headline>The lock opens</headline>');

  const lock = await app.file('lock.txt', 'not written by the program');
  for (const forged of [lock, `${out}/../lock.txt`, out, '/etc/hostname', `${file}/.`]) {
    expect(await ask(page, 'desktop.showFile', { file: forged })).toMatchObject(refused);
    expect(await ask(page, 'desktop.dragOut', { files: [file, forged] })).toMatchObject(refused);
  }
  for (const input of [{}, { file: '' }, { file: 7 }, { file, more: 1 }])
    expect(await ask(page, 'desktop.showFile', input)).toMatchObject({ error: { code: 'bad-request' } });
  expect(await filesHanded(app)).toHaveLength(3);

  // A batch hands over all its files at once, and its report.
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Export many');
  await page.keyboard.press('Enter');
  const batch = page.getByRole('dialog', { name: 'Export many stories' });
  await batch.getByRole('textbox', { name: 'Matching' }).fill('LOCK-OPENS');
  await batch.getByRole('combobox', { name: 'Stories in state' }).selectOption({ label: 'Any' });
  await batch.getByRole('checkbox', { name: 'Plain text' }).check();
  await expect(batch.getByRole('textbox', { name: 'Folder' })).toHaveValue(out);
  await expect(batch.getByRole('status')).toHaveText('1 story');
  await batch.getByRole('button', { name: 'Export all' }).click();
  await drag(page, batch.getByText('All 2 files'));
  await expect
    .poll(async () => (await filesHanded(app))[3])
    .toMatch(/^drag (?=.*newsml-g2\.xml)(?=.*text\.txt)/);
  await batch.getByRole('list', { name: 'Report' }).getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(async () => (await filesHanded(app))[4]).toMatch(/^show .*wiredesk-export-.*\.json$/);

  await app.desktop.quit();
  await expect(readFile(copied)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a proof is saved as a PDF: where the dialog says, whole, or not at all', async ({ app, page }) => {
  await watchFiles(app);
  const desk = new Desk(page);
  await desk.option(/^LOCK-OPENS/).click();
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+p');
  const proof = page.getByRole('dialog', { name: 'Proof' });
  const save = proof.getByRole('button', { name: 'Save as PDF…' });
  const out = join(app.store, '../proofs');
  await mkdir(out);

  await answerSaving(app, null);
  await save.click();
  await expect.poll(async () => (await dialogsAsked(app)).length).toBe(1);
  await expect(save).toBeEnabled();
  await expect(proof.getByRole('list', { name: 'Saved proof' })).toHaveCount(0);

  // A file stands where a folder would have to.
  const blocked = join(await app.file('blocked', ''), 'proof.pdf');
  await answerSaving(app, blocked);
  await save.click();
  await expect(proof.getByRole('alert')).toContainText(`${blocked} could not be written`);

  const file = join(out, 'lock.pdf');
  await answerSaving(app, file);
  await save.click();
  const saved = proof.getByRole('list', { name: 'Saved proof' });
  await expect(saved).toContainText(file);
  await expect(proof.getByRole('alert')).toHaveText('');
  const pdf = (await readFile(file)).toString('latin1');
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
  expect(await readdir(out)).toEqual(['lock.pdf']);
  await saved.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(() => filesHanded(app)).toEqual([`show ${file}`]);

  // The next one begins where this one went.
  await answerSaving(app, null);
  await save.click();
  await expect.poll(() => dialogsAsked(app)).toMatchObject([{ defaultPath: join(out, 'LOCK-OPENS.pdf') }]);
});
