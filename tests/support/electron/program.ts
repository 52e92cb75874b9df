import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Chromium, connectChromium } from './chromium.ts';
import { preventable, StrictEmitter } from './stand.ts';

/** The life of the program that stands in for Electron's: it starts, has windows, and quits in Electron's order. */

/** What the program asks of each of its windows. */
export interface WindowLife {
  /** Asks the window to close, as its close button does. @returns whether it did */
  close(): boolean;
  /** Takes the window away unasked; resolves when its page is gone. */
  destroy(): Promise<void>;
}

export const appEvents = new StrictEmitter('app', [
  'ready',
  'will-finish-launching',
  'activate',
  'open-file',
  'open-url',
  'second-instance',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'web-contents-created',
  'browser-window-created',
  'render-process-gone',
  'child-process-gone',
]);

const windows = new Set<WindowLife>();
const lastWords = new Set<Promise<unknown>>();
let chromium: Chromium | null = null;
let quitting = false;

/** Set by whoever starts the host on the stand-in: Chromium's address, and the browser context that is its profile. */
const address = process.env.STAND_IN_CHROMIUM ?? '';
export const profile = process.env.STAND_IN_PROFILE ?? '';

export const ready: Promise<void> = start();

async function start(): Promise<void> {
  // Electron is not ready before the entry has run, with all that it waits for.
  await import(pathToFileURL(realpathSync(process.argv[1] ?? '')).href);
  const connected = await connectChromium(address);
  chromium = connected;
  // As Electron does on POSIX systems: the first of each kind, and only where the host has not taken it over.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.once(signal, () => process.listenerCount(signal) > 0 || quit());
  appEvents.emit('ready', preventable({}), {});
}

export function isReady(): boolean {
  return chromium !== null;
}

/** @throws Error where Electron refuses a call before the application is ready */
export function demandReady(what: string): Chromium {
  if (chromium === null) throw new Error(`${what} cannot be used before the app is ready.`);
  return chromium;
}

/** @throws Error where Electron refuses a call once the application is ready */
export function demandNotReady(what: string): void {
  if (chromium !== null) throw new Error(`${what} can only be called before the app is ready.`);
}

export function addWindow(window: WindowLife): void {
  windows.add(window);
}

export function removeWindow(window: WindowLife): void {
  windows.delete(window);
  if (windows.size > 0) return;
  // Not within the call that took the last one away: its own events come first.
  setImmediate(() => {
    if (windows.size > 0) return;
    if (quitting) quitWithoutWindows();
    else if (!appEvents.emit('window-all-closed')) quit();
  });
}

/** `app.quit()`: before-quit, the windows one by one, will-quit, quit. Whoever prevents one of them stops it. */
export function quit(): void {
  if (quitting) return;
  const event = preventable({});
  appEvents.emit('before-quit', event);
  if (event.defaultPrevented) return;
  quitting = true;
  if (windows.size === 0) quitWithoutWindows();
  else if (![...windows].every(window => window.close())) quitting = false;
}

function quitWithoutWindows(): void {
  const event = preventable({});
  appEvents.emit('will-quit', event);
  if (event.defaultPrevented) quitting = false;
  else exit(0);
}

/** `app.exit()`: nobody is asked. */
export function exit(code: number): void {
  quitting = true;
  const pages = [...windows].map(window => window.destroy());
  appEvents.emit('quit', preventable({}), code);
  const limit = new Promise(done => setTimeout(done, 5_000));
  void Promise.race([Promise.allSettled([...pages, ...lastWords]), limit]).then(() => process.exit(code));
}

/** What must be over before the program is gone. */
export function finishBeforeExit(work: Promise<unknown>): void {
  lastWords.add(work);
}
