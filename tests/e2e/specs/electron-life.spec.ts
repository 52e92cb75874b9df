import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newestBackup } from '../../../main/core/store/backup-files.ts';
import { storeFileName } from '../../../main/core/store/open.ts';
import { type App, expect, test } from '../app.ts';
import type { Electron } from '../desktop.ts';
import { Desk } from '../pages/desk.ts';
import { toEnd } from '../pages/keys.ts';

/** How the desktop program lives and ends, and that no word is lost on the way. */

async function beginStory(desk: Desk, slugline: string, words: string): Promise<void> {
  await desk.button('New story').click();
  await desk.field('Slugline').fill(slugline);
  await desk.body.click();
  await desk.page.keyboard.type(words);
}

/** What the store has of a story, read by a command. */
async function storedText(app: App, slugline: string): Promise<string> {
  const { json } = await app.wiredesk('list', '--query', slugline);
  const [story] = (json as { readonly stories: readonly { readonly id: string }[] }).stories;
  const shown = await app.wiredesk('show', story?.id ?? 'none');
  return JSON.stringify((shown.json as { readonly body: unknown }).body);
}

/** Runs a script in the page of the window, also where the driver has lost it: a page that went down is another. */
function inPage(app: App, script: string): Promise<unknown> {
  return app.desktop.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  );
}

const wholePage = 'document.body.innerText';

/** Questions to the user are answered with these buttons, in this order, and remembered. */
async function answerQuestions(app: App, ...buttons: number[]): Promise<() => Promise<readonly string[]>> {
  await app.desktop.evaluate(({ dialog }, answers) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...words: unknown[]) => {
      const { message } = words.at(-1) as Electron.MessageBoxOptions;
      asked.push(message);
      return { response: answers.shift() ?? 0, checkboxChecked: false };
    };
  }, buttons);
  return () =>
    app.desktop.evaluate(
      () => (globalThis as unknown as { readonly asked: readonly string[] }).asked,
      undefined,
    );
}

test('a page that goes down is loaded again with its story, and is offered what was not saved', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  /** Takes the page down, and waits until there is another. */
  const crash = (): Promise<void> =>
    app.desktop.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise<void>(done => contents?.once('did-finish-load', () => done()));
      contents?.forcefullyCrashRenderer();
      await loaded;
    }, undefined);
  const asked = await answerQuestions(app, 1);
  await beginStory(desk, 'DRILL-CRASH', 'Acknowledged by the store.');
  await expect(desk.saveState).toHaveText(/^Saved/);

  // From here on the store takes nothing.
  const store = new Database(join(app.store, storeFileName));
  store.exec(`CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'full'); END`);
  const typing = page.keyboard.type(' Typed and not acknowledged.');
  await expect(desk.saveState).toHaveText(/^Not saved/);
  await typing;
  await crash();
  await expect.poll(() => inPage(app, wholePage)).toContain('Acknowledged by the store.');
  store.exec('DROP TRIGGER full');
  store.close();
  await expect.poll(() => inPage(app, wholePage)).toContain('had not been saved');
  await inPage(
    app,
    `[...document.querySelectorAll('button')].find(each => each.textContent === 'Open it as a story').click()`,
  );
  await expect.poll(() => inPage(app, wholePage)).toContain('Typed and not acknowledged.');
  expect(await asked()).toEqual([]);

  // Down again at once: it might go on for ever, and the user says how to go on.
  await crash();
  await expect.poll(asked).toEqual(['This window stopped working again.']);
  await expect.poll(() => inPage(app, wholePage)).toContain('Choose a story, or start a new one.');
});

test('a page that hangs is asked about, and keeps nobody from quitting', async ({ app, page }) => {
  await expect(new Desk(page).list).toBeVisible();
  await page.evaluate(() => document.documentElement.setAttribute('data-first', 'yes'));
  const hang = `setTimeout(() => { for (;;) {} }); 'hanging'`;
  const asked = await answerQuestions(app, 1);
  expect(await inPage(app, hang)).toBe('hanging');
  await app.desktop.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const loaded = new Promise<void>(done => window?.webContents.once('did-finish-load', () => done()));
    window?.emit('unresponsive');
    await loaded;
  }, undefined);
  await expect.poll(asked).toEqual(['This window does not answer.']);
  expect(await inPage(app, 'document.documentElement.dataset.first ?? null')).toBe(null);
  await expect.poll(() => inPage(app, wholePage)).toContain('SAMPLE-LOCK');

  expect(await inPage(app, hang)).toBe('hanging');
  await app.desktop.evaluate(({ app: program }) => program.quit(), undefined);
  expect(await app.desktop.ended()).toBe(0);
  expect(existsSync(join(app.store, 'holder.json'))).toBe(false);
});

const ways: Readonly<Record<string, (electron: Electron) => void>> = {
  'the user quits': ({ app }) => app.quit(),
  'the system shuts down': ({ powerMonitor }) =>
    void powerMonitor.emit('shutdown', { preventDefault: () => undefined }),
  'the session ends': ({ BrowserWindow }) =>
    void BrowserWindow.getAllWindows()[0]?.emit('query-session-end', { preventDefault: () => undefined }),
  // A terminal and npm each tell the program: the second comes while it is leaving.
  'two signals come': ({ app }) => {
    app.once('before-quit', () => process.kill(process.pid, 'SIGTERM'));
    process.kill(process.pid, 'SIGTERM');
  },
};

for (const [what, leave] of Object.entries(ways))
  test(`the last words are in the store when ${what}`, async ({ app, page }) => {
    test.skip(process.platform === 'win32' && what === 'two signals come', 'Windows has no signals.');
    const started = new Date().toISOString();
    await beginStory(new Desk(page), 'DRILL-QUIT', 'These are the last words.');
    await app.desktop.evaluate(leave, undefined);
    expect(await app.desktop.ended()).toBe(0);

    expect(existsSync(join(app.store, 'holder.json'))).toBe(false);
    expect((newestBackup(app.store)?.time ?? '') > started).toBe(true);
    expect(await storedText(app, 'DRILL-QUIT')).toContain('These are the last words.');
  });

test('a fault of the main process closes the store and says so', async ({ app, page }) => {
  const told = join(app.store, 'told.txt');
  await beginStory(new Desk(page), 'DRILL-FAULT', 'Typed just before the fault.');
  await app.desktop.evaluate(({ dialog }, file) => {
    dialog.showErrorBox = title => process.getBuiltinModule('node:fs').writeFileSync(file, title);
    setImmediate(() => {
      throw new Error('A fault that a test provoked.');
    });
  }, told);
  expect(await app.desktop.ended()).toBe(1);
  expect(readFileSync(told, 'utf8')).toBe('Wiredesk has to stop');
  expect(existsSync(join(app.store, 'holder.json'))).toBe(false);
  expect(await storedText(app, 'DRILL-FAULT')).toContain('Typed just before the fault.');
});

test('a window comes back where it was, or where it can be seen', async ({ app, page }) => {
  await expect(new Desk(page).list).toBeVisible();
  const bounds = (): Promise<Electron.Rectangle | undefined> =>
    app.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds(), undefined);
  const area = await app.desktop.evaluate(({ screen, BrowserWindow }) => {
    const { workArea } = screen.getPrimaryDisplay();
    const place = { x: workArea.x + 40, y: workArea.y + 30, width: 900, height: 560 };
    BrowserWindow.getAllWindows()[0]?.setBounds(place);
    return workArea;
  }, undefined);
  const place = await bounds();
  expect(place).toMatchObject({ width: 900, height: 560 });
  await app.desktop.quit();

  await app.start();
  await app.open();
  expect(await bounds()).toEqual(place);
  await app.desktop.quit();

  // The display that it was on is gone.
  const file = join(app.store, 'electron-profile/window.json');
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...kept, bounds: { ...kept.bounds, x: 9_000, y: 5_000 } }));
  await app.start();
  await app.open();
  const { x = -1, y = -1, width = 0, height = 0 } = (await bounds()) ?? {};
  expect({ width, height }).toEqual({ width: 900, height: 560 });
  expect(x).toBeGreaterThanOrEqual(area.x);
  expect(y).toBeGreaterThanOrEqual(area.y);
  expect(x + width).toBeLessThanOrEqual(area.x + area.width);
  expect(y + height).toBeLessThanOrEqual(area.y + area.height);
});

test('a story has a window of its own; closing it saves, and the last one ends the program', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await beginStory(desk, 'DRILL-WINDOWS', 'From the first window.');
  await expect(desk.saveState).toHaveText(/^Saved/);
  const openStory = async (): Promise<Desk> => {
    const opened = app.desktop.nextWindow();
    await app.desktop.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('story-window')?.click();
    }, undefined);
    const second = new Desk(await opened);
    await expect(second.body).toContainText('From the first window.');
    await second.body.click();
    await second.page.keyboard.press(toEnd);
    return second;
  };

  const second = await openStory();
  await second.page.keyboard.type(' From the second.');
  const gone = second.page.waitForEvent('close');
  await app.desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)?.close(), undefined);
  await gone;
  await expect(desk.body).toContainText('From the second.');

  const third = await openStory();
  await third.page.keyboard.type(' From the third.');
  await app.desktop.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  }, undefined);
  expect(await app.desktop.ended()).toBe(0);
  expect(await storedText(app, 'DRILL-WINDOWS')).toContain(
    'From the first window. From the second. From the third.',
  );
});
