import { join } from 'node:path';
import { BrowserWindow, dialog, screen } from 'electron';
import { startPage } from './navigation.ts';
import { watchPage } from './page-faults.ts';
import { keepWindowState, placeWindow, readWindowState, smallest } from './window-state.ts';

export interface WindowOptions {
  /** The page of this application to show. */
  readonly page: string;
  /** Where the window's place is kept. */
  readonly stateFile: string;
  /** How many windows are open already. */
  readonly over: number;
  /** Called instead of closing: what is unsaved is written first, and then the window is destroyed. */
  readonly onClose: () => void;
  /** Called when the system ends the session: what is unsaved is written while it waits. */
  readonly onSessionEnd: () => void;
  readonly report: (line: string) => void;
}

/** Opens a window of the application where the last one was. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const kept = readWindowState(options.stateFile);
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  const areas = [primary, ...others].map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...placeWindow(kept, areas, options.over),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Wiredesk',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      // Words are checked by the core; Electron would fetch dictionaries from a server, and this program calls none.
      spellcheck: false,
    },
  });
  if (kept?.maximized) window.maximize();
  keepPlace(window, options.stateFile);
  window.once('ready-to-show', () => window.show());
  window.on('close', event => {
    event.preventDefault();
    options.onClose();
  });
  // Windows asks before it ends the session, and waits for a program that has something to write.
  window.on('query-session-end', event => {
    event.preventDefault();
    options.onSessionEnd();
  });
  window.on('session-end', () => options.onSessionEnd());
  const load = (page: string): void => {
    window.loadURL(page).catch(error => {
      // A window that was closed while it loaded has nothing to report.
      if (!window.isDestroyed()) options.report(`The window did not load: ${error}`);
    });
  };
  watchPage(window, {
    ask: async question => (await dialog.showMessageBox(window, question)).response,
    showStart: () => load(startPage),
    report: options.report,
  });
  load(options.page);
  return window;
}

/** Notes every change of the window's place, and keeps the last one when it is gone. */
function keepPlace(window: BrowserWindow, file: string): void {
  const look = () => ({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  let state = look();
  const note = (): void => {
    if (!window.isMinimized()) state = look();
  };
  // The events of each platform: on Linux there is no other word for the end of a move.
  window.on('resize', note);
  window.on('move', note);
  window.on('maximize', note);
  window.on('unmaximize', note);
  window.on('closed', () => keepWindowState(file, state));
}

/** Brings a window before the user's eyes. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
