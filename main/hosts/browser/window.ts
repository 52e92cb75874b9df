import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names: Readonly<Record<string, readonly string[]>> = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const talkativeFeatures = [
  'AutofillServerCommunication',
  'DialMediaRouteProvider',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationGuideModelDownloading',
  'OptimizationHints',
  'Translate',
];

/** A Chromium-family browser of this machine; null where none is installed. */
export function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names[process.platform] ?? []) {
    const places =
      name.includes('/') || name.includes('\\') ? [name] : folders.map(folder => join(folder, name));
    for (const place of places) {
      try {
        accessSync(place, constants.X_OK);
        return place;
      } catch {
        // Not here; look on.
      }
    }
  }
  return null;
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Opens the application in a window of its own, with a profile of its own: no extension, history or password
 * of the user's browser comes near a story, and the browser makes no call of its own to the network.
 */
export function openBrowserWindow(browser: string, url: string, profile: string): ChildProcess {
  const args = [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-breakpad',
    '--disable-domain-reliability',
    '--no-pings',
    '--metrics-recording-only',
    // What a browser tells and asks its makers of the pages it shows, and the screens it looks for nearby.
    `--disable-features=${talkativeFeatures.join(',')}`,
    // Dictionaries, models and whatever a later version fetches: no name but this host's address leads anywhere.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    // Asking for the user's keyring to keep a cookie of one session would stop the start.
    '--password-store=basic',
    // Says nothing of the flags above: to a reader the browser's bar about them would be a riddle.
    '--test-type',
    '--window-size=1600,1000',
    // Chromium refuses to start for root with its sandbox; every other user keeps it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  return spawn(browser, args, { stdio: 'ignore' });
}
