import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, protocol, session, shell } from 'electron';
import type { CoreEvent } from '../../contract/events.ts';
import { type Core, createCore } from '../../core/core.ts';
import { connectHandover, serveHandover } from '../handover.ts';
import { storeFolder } from '../store-folder.ts';
import { filesIn, takeIn } from '../take-in.ts';
import { eventChannel } from './channels.ts';
import { serveCalls } from './ipc.ts';
import { menuTemplate } from './menu.ts';
import { guardNavigation } from './navigation.ts';
import { guardPermissions } from './permissions.ts';
import { registerScheme, servePages } from './protocol.ts';
import { openWindow, showWindow } from './window.ts';

/** How long windows have to save before the program stops. */
const flushMs = 2_000;

app.enableSandbox();
registerScheme(protocol);
const directory = storeFolder();
keepProfileOf(directory);
/** Files to take in that came before the store was open; macOS names them by an event. */
const early = [...filesIn(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())];
let open = (files: readonly string[]): void => void early.push(...files);

app.on('open-file', (event, file) => {
  event.preventDefault();
  open([file]);
});
app.on('second-instance', (_event, _argv, _folder, data) => open(namedFiles(data)));
app.on('web-contents-created', (_event, contents) => guardNavigation(contents, openExternal));
// The window's own close begins the quit; a window that is taken away while quitting begins none.
app.on('window-all-closed', () => undefined);

if (app.requestSingleInstanceLock({ files: early })) {
  start().catch(error => {
    dialog.showErrorBox('Wiredesk cannot start', messageOf(error));
    app.exit(1);
  });
} else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  const running = await connectHandover(directory);
  if (running) {
    await running.show(early);
    running.close();
    app.exit(0);
    return;
  }
  const core = await createCore({ directory, sample: true, report: error => say(messageOf(error)) });
  try {
    await run(core);
  } catch (error) {
    await core.close();
    throw error;
  }
}

async function run(core: Core): Promise<void> {
  let window: BrowserWindow | null = null;
  guardPermissions(session.defaultSession);
  servePages(protocol, core, resolve(import.meta.dirname, '../../../renderer'));
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        mac: process.platform === 'darwin',
        packaged: app.isPackaged,
        onCommand: id => sendCommand(BrowserWindow.getFocusedWindow() ?? window, id),
      }),
    ),
  );
  const calls = serveCalls(ipcMain, core);
  const show = (files: readonly string[]): void => {
    void takeIn(core, files, say);
    if (window) showWindow(window);
  };
  const handover = await serveHandover({
    core,
    directory,
    onShow: files => {
      show(files);
      return '';
    },
  });

  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('before-quit', event => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close()
      .catch(error => say(messageOf(error)))
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });

  powerMonitor.on('shutdown', () => app.quit());

  async function close(): Promise<void> {
    core.announceClosing();
    await calls.settled(flushMs);
    // Nothing may call a store that is closing.
    window?.destroy();
    await handover.close();
    await core.close();
  }

  window = openWindow(() => {
    if (state === 'running') app.quit();
    return state !== 'closed';
  });
  open = show;
  if (early.length > 0) await takeIn(core, early.splice(0), say);
}

/** The page runs its commands itself: the menu only names one. */
function sendCommand(window: BrowserWindow | null, id: string): void {
  const event: CoreEvent = { type: 'command', id };
  window?.webContents.send(eventChannel, event);
}

/** The profile, and with it the one-instance lock, is the store's own: a second store is a second program. */
function keepProfileOf(folder: string): void {
  const profile = join(folder, 'electron-profile');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
}

function openExternal(url: string): void {
  say(`Opening ${url} outside.`);
  shell.openExternal(url).catch(error => say(`${url} did not open: ${messageOf(error)}`));
}

/** The files a second start was given; it is this program, but another process all the same. */
function namedFiles(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files))
    return [];
  return data.files.filter(file => typeof file === 'string');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
