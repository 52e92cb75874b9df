import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser, openBrowserWindow } from '../../../main/hosts/browser/window.ts';
import { networkAttempts } from '../../support/net-log.ts';
import { readAttempts, watchedEnvironment } from '../../support/network-log.ts';
import { pixels } from '../../support/pictures.ts';
import { type App, browserHost, expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';
import { toEnd } from '../pages/keys.ts';

/** Offline means offline: no request leaves the machine, from a window or from the host. */

const before = { ...process.env };
let folder: string;
let hostLog: string;

// The host is started with this environment, and so is every program that it starts.
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-offline-'));
  hostLog = join(folder, 'host.jsonl');
  Object.assign(process.env, watchedEnvironment(hostLog));
});
test.afterAll(async () => {
  for (const name of Object.keys(watchedEnvironment(hostLog))) {
    const value = before[name];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await rm(folder, { recursive: true, force: true });
});
test.beforeEach(() => rm(hostLog, { force: true }));

const far = 'https://far.example';
const pasted = `<!doctype html><html><head><link rel="stylesheet" href="${far}/a.css"></head><body><article>
<h1>Sea lock opens</h1><p>The sea lock in Port Selwyn opened on Tuesday.</p>
<figure><img src="${far}/lock.jpg"><figcaption>The lock.</figcaption></figure></article></body></html>`;

/** The main job in a window: import a page that names another machine, edit, illustrate, look at the wire, export. */
async function mainJob(app: App, page: Page): Promise<void> {
  const desk = new Desk(page);
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  const source = await app.file('lock.html', pasted);
  const picture = await app.file('lock.jpg', await pixels('jpeg'));

  await desk.button('Import…').click();
  const dialog = page.getByRole('dialog', { name: /Import/ });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: /Choose files/ }).click();
  await (await chooser).setFiles(source);
  await expect(dialog).toContainText('Sea lock opens');
  await page.keyboard.press('Escape');

  await desk.option(/Sea lock opens/).click();
  await expect(desk.field('Headline')).toHaveValue('Sea lock opens');
  await desk.body.click();
  await page.keyboard.press(toEnd);
  // Words that no dictionary has, in a window whose spelling is checked.
  await page.keyboard.type(' Selwynn shipps pased the gaet at noon.');
  await expect(desk.saveState).toHaveText(/^Saved \d\d:\d\d:\d\d$/);

  await desk.tab('Pictures').click();
  const pictures = page.waitForEvent('filechooser');
  await desk.button('Add picture').click();
  await (await pictures).setFiles(picture);
  await expect(desk.picture(2)).toBeVisible();

  await desk.button('Export…').click();
  const exporting = desk.exportDialog();
  await exporting.getByRole('combobox', { name: 'Format' }).selectOption('newsml-g2');
  await expect(exporting.getByRole('region', { name: 'Preview' })).toContainText('Sea lock opens');
  await page.keyboard.press('Escape');

  const { json } = await app.wiredesk('list', '--query', 'Selwynn');
  const id = (json as { stories: { id: string }[] }).stories[0]?.id ?? '';
  const out = join(app.store, '../out');
  const exported = await app.wiredesk(
    'export',
    id,
    '--format',
    'newsml-g2',
    '--out',
    out,
    '--without-blocked-pictures',
  );
  expect(exported.status).toBe(0);
}

/** The host itself calls nobody: what reaches it on 127.0.0.1 comes from the window. */
function expectSilentHost(): void {
  expect(readAttempts(hostLog)).toEqual([]);
}

test('the main job asks for nothing but the page itself', async ({ app, page }) => {
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  page.on('websocket', socket => asked.push(socket.url()));
  await mainJob(app, page);
  await page.reload();
  await expect(new Desk(page).list).toBeVisible();

  const { protocol, host } = new URL(page.url());
  const own = new Set([`${protocol}//${host}`, `ws://${host}`, 'data://', 'blob://']);
  const origins = asked.map(url => new URL(url)).map(each => `${each.protocol}//${each.host}`);
  expect(origins.filter(each => !own.has(each))).toEqual([]);
  expect(asked.length).toBeGreaterThan(0);
  expectSilentHost();
});

// Only the browser host has a browser find and open its window.
test(
  'the window that the program opens connects to nothing but its host',
  browserHost,
  async ({ app, page }) => {
    await page.close();
    const browser = findBrowser();
    if (browser === null) throw new Error('There is no browser on this machine.');
    const netLog = join(folder, 'net-log.json');
    const profile = join(folder, 'profile');
    // The program's own switches, and beside them only what lets a test see.
    const wrapper = join(folder, 'browser');
    await writeFile(
      wrapper,
      `#!/bin/sh\nexec "${browser}" "$@" --headless=new --remote-debugging-port=0 --log-net-log="${netLog}"\n`,
    );
    await chmod(wrapper, 0o755);
    const { json } = await app.wiredesk('serve', '--no-window');
    const { url } = json as { url: string };

    const window = openBrowserWindow(wrapper, url, profile);
    const ended = new Promise(resolve => window.once('exit', resolve));
    const port = join(profile, 'DevToolsActivePort');
    await expect.poll(() => existsSync(port) && readFileSync(port, 'utf8').includes('\n')).toBe(true);
    const [number] = readFileSync(port, 'utf8').split('\n');
    const driver = `http://127.0.0.1:${number}`;
    // Playwright waits for ever for a page that is being made just when it connects.
    await expect.poll(async () => (await fetch(`${driver}/json/list`)).text()).toContain('"Wiredesk"');
    const driven = await chromium.connectOverCDP(driver);
    const [context] = driven.contexts();
    const [opened] = context?.pages() ?? [];
    if (!opened) throw new Error('The window has no page.');
    await mainJob(app, opened);
    await (await driven.newBrowserCDPSession()).send('Browser.close');
    await ended;

    const attempts = new Set(networkAttempts(readFileSync(netLog, 'utf8')));
    expect([...attempts]).toEqual([`TCP_CONNECT_ATTEMPT ${new URL(url).host}`]);
    expectSilentHost();
  },
);
