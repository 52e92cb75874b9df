import { join } from 'node:path';
import { BrowserWindow, dialog, screen } from 'electron';
import { keepWindowState, placeWindow, readWindowState, smallest } from './window-state.ts';

export interface WindowOptions {
  /** The page of this application to show. */
  readonly page: string;
  /** Where the window's place is kept. */
  readonly stateFile: string;
  /** How many windows are open already. */
  readonly over: number;
  /** Called instead of closing while it returns true: what is unsaved is written first. */
  readonly askToClose: () => boolean;
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
    if (options.askToClose()) event.preventDefault();
  });
  // Windows asks before it ends the session, and waits for a program that has something to write.
  window.on('query-session-end', event => {
    event.preventDefault();
    options.onSessionEnd();
  });
  window.on('session-end', () => options.onSessionEnd());
  reloadAfterCrash(window);
  window.loadURL(options.page).catch(error => {
    // A window that was closed while it loaded has nothing to report.
    if (!window.isDestroyed()) options.report(`The window did not load: ${error}`);
  });
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

/** A page that goes down again this soon would go down for ever. */
const calmMs = 10_000;

/** What was typed and not yet saved is kept by the page itself, and offered when it is loaded again. */
function reloadAfterCrash(window: BrowserWindow): void {
  let reloaded = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (Date.now() - reloaded < calmMs) {
      dialog.showErrorBox(
        'The window stopped working',
        'Close it and start Wiredesk again: your stories are saved.',
      );
      return;
    }
    reloaded = Date.now();
    window.webContents.reload();
  });
}

/** Brings a window before the user's eyes. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
