import { join } from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { startPage } from './navigation.ts';

/**
 * Opens the application's window.
 * @param askToClose called instead of closing while it returns true: what is unsaved is written first
 */
export function openWindow(askToClose: () => boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1600,
    height: 1000,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Wiredesk',
    name: 'desk',
    windowStatePersistence: true,
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
  window.once('ready-to-show', () => window.show());
  window.on('close', event => {
    if (askToClose()) event.preventDefault();
  });
  reloadAfterCrash(window);
  void window.loadURL(startPage);
  return window;
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
