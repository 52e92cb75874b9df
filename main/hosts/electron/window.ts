import { join } from 'node:path';
import { BrowserWindow } from 'electron';
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
      // Off macOS Electron fetches its dictionaries from a server, and this program calls none.
      spellcheck: process.platform === 'darwin',
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', event => {
    if (askToClose()) event.preventDefault();
  });
  void window.loadURL(startPage);
  return window;
}

/** Brings a window before the user's eyes. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
