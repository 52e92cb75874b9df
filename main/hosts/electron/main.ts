import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  app,
  crashReporter,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  shell,
} from 'electron';
import { type Core, createCore } from '../../core/core.ts';
import { connectHandover, serveHandover } from '../handover.ts';
import { storeFolder } from '../store-folder.ts';
import { filesIn } from '../take-in.ts';
import { keepApplicationMenu } from './application-menu.ts';
import { offerTextMenu } from './context-menu.ts';
import { serveDesktop } from './desktop.ts';
import { watchFaults } from './faults.ts';
import { createFolders } from './folders.ts';
import { serveCalls } from './ipc.ts';
import { createLeaving, leaveWithSystem } from './leaving.ts';
import { guardNavigation } from './navigation.ts';
import { notifyOfEmbargoes } from './notices.ts';
import { openFiles } from './opened-files.ts';
import { createOwnFiles } from './own-files.ts';
import { guardPermissions } from './permissions.ts';
import { registerScheme, servePages } from './protocol.ts';
import { watchSettings } from './settings.ts';
import { createTextFiles } from './text-files.ts';
import { createWindows, type Windows } from './windows.ts';

/** How long windows have to save before the program stops. */
const flushMs = 2_000;

const leaving = createLeaving({
  app,
  show: (title, words) => dialog.showErrorBox(title, words),
  report: say,
});
watchFaults({ app, onFault: leaving.fail, report: say });
app.enableSandbox();
registerScheme(protocol);
const directory = storeFolder();
const profile = join(directory, 'electron-profile');
keepProfileIn(profile);
// What a crash leaves behind stays in the profile.
crashReporter.start({ uploadToServer: false });
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
app.on('web-contents-created', (_event, contents) => {
  guardNavigation(contents, { openExternal, openWindow: story => windows?.open(story) });
  offerTextMenu(contents, { openLink: openExternal, report: say });
});
// The last window's own close begins the quit; a window that is taken away while quitting begins none.
app.on('window-all-closed', () => undefined);
// macOS: the program was chosen in the Dock.
app.on('activate', () => windows?.show());

if (app.requestSingleInstanceLock({ files: early })) start().catch(leaving.fail);
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  leaveWithSystem(app, powerMonitor);
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
  leaving.opened(() => core.close());
  await run(core);
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
  const mac = process.platform === 'darwin';
  const desk = createWindows({
    calls,
    stateFile: join(profile, 'window.json'),
    flushMs,
    outlivesWindows: mac,
    isRunning: leaving.isRunning,
    quit: () => app.quit(),
    report: say,
  });
  windows = desk;
  let handover: Awaited<ReturnType<typeof serveHandover>> | null = null;
  // Windows save, for a bounded time; then nothing may call the store any more, and it is folded, backed up and closed.
  leaving.opened(async () => {
    core.announceClosing();
    await calls.settled(flushMs);
    desk.destroy();
    await handover?.close();
    await core.close();
    texts.clear();
  });
  await Promise.all([
    keepApplicationMenu(core, desk),
    watchSettings(core, ({ appearance }) => {
      nativeTheme.themeSource = appearance;
    }),
  ]);
  notifyOfEmbargoes(core, desk);
  const takeIn = (files: readonly string[]): void =>
    void openFiles(files, { app, core, windows: desk, report: say });
  const show = (files: readonly string[]): void => {
    desk.show();
    takeIn(files);
  };
  handover = await serveHandover({
    core,
    directory,
    onShow: files => {
      show(files);
      return '';
    },
  });
  desk.open();
  leaving.started();
  open = show;
  takeIn(early.splice(0));
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
