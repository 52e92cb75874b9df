import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, dialog, ipcMain, nativeTheme, powerMonitor, protocol, session, shell } from 'electron';
import { type Core, createCore } from '../../core/core.ts';
import { connectHandover, serveHandover } from '../handover.ts';
import { storeFolder } from '../store-folder.ts';
import { filesIn, takeIn } from '../take-in.ts';
import { keepApplicationMenu } from './application-menu.ts';
import { serveDesktop } from './desktop.ts';
import { createFolders } from './folders.ts';
import { serveCalls } from './ipc.ts';
import { guardNavigation } from './navigation.ts';
import { notifyOfEmbargoes } from './notices.ts';
import { createOwnFiles } from './own-files.ts';
import { guardPermissions } from './permissions.ts';
import { registerScheme, servePages } from './protocol.ts';
import { watchSettings } from './settings.ts';
import { createTextFiles } from './text-files.ts';
import { createWindows, type Windows } from './windows.ts';

/** How long windows have to save before the program stops. */
const flushMs = 2_000;

app.enableSandbox();
registerScheme(protocol);
const directory = storeFolder();
const profile = join(directory, 'electron-profile');
keepProfileIn(profile);
const ownFiles = createOwnFiles();
const texts = createTextFiles(join(profile, 'texts'));
/** Files to take in that came before the store was open; macOS names them by an event. */
const early = [...filesIn(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())];
let open = (files: readonly string[]): void => void early.push(...files);
let windows: Windows | null = null;

app.on('open-file', (event, file) => {
  event.preventDefault();
  open([file]);
});
app.on('second-instance', (_event, _argv, _folder, data) => open(namedFiles(data)));
app.on('web-contents-created', (_event, contents) =>
  guardNavigation(contents, { openExternal, openWindow: story => windows?.open(story) }),
);
// The last window's own close begins the quit; a window that is taken away while quitting begins none.
app.on('window-all-closed', () => undefined);
// macOS: the program was chosen in the Dock.
app.on('activate', () => windows?.show());

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
  const core = await createCore({
    directory,
    sample: true,
    wrote: ownFiles.add,
    report: error => say(messageOf(error)),
  });
  try {
    await run(core);
  } catch (error) {
    await core.close();
    throw error;
  }
}

async function run(core: Core): Promise<void> {
  guardPermissions(session.defaultSession);
  servePages(protocol, core, resolve(import.meta.dirname, '../../../renderer'));
  texts.clear();
  const desktopOf = serveDesktop({
    folders: createFolders(join(profile, 'folders.json'), () => app.getPath('documents')),
    own: ownFiles,
    texts,
    report: error => say(messageOf(error)),
  });
  const calls = serveCalls(ipcMain, core, desktopOf);
  let state: 'running' | 'closing' | 'closed' = 'running';
  const mac = process.platform === 'darwin';
  const desk = createWindows({
    calls,
    stateFile: join(profile, 'window.json'),
    flushMs,
    outlivesWindows: mac,
    isRunning: () => state === 'running',
    quit: () => app.quit(),
    report: say,
  });
  windows = desk;
  await Promise.all([
    keepApplicationMenu(core, desk),
    watchSettings(core, ({ appearance }) => {
      nativeTheme.themeSource = appearance;
    }),
  ]);
  notifyOfEmbargoes(core, desk);
  const show = (files: readonly string[]): void => {
    void takeIn(core, files, say);
    desk.show();
  };
  const handover = await serveHandover({
    core,
    directory,
    onShow: files => {
      show(files);
      return '';
    },
  });

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
  // The system waits for a program that says it will be done in a moment (Linux and macOS).
  powerMonitor.on('shutdown', (event?: Event) => {
    event?.preventDefault();
    app.quit();
  });

  /** Windows save, for a bounded time; then the store is folded, backed up and closed. */
  async function close(): Promise<void> {
    core.announceClosing();
    await calls.settled(flushMs);
    // Nothing may call a store that is closing.
    desk.destroy();
    await handover.close();
    await core.close();
    texts.clear();
  }

  desk.open();
  open = show;
  if (early.length > 0) await takeIn(core, early.splice(0), say);
}

/** The profile, and with it the one-instance lock, is the store's own: a second store is a second program. */
function keepProfileIn(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
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
