import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../main/hosts/browser/window.ts';
import type { HostOptions } from './app.ts';
import { electronBinary } from './electron-binary.ts';

const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const browser = findBrowser();
const executable = browser === null ? {} : { executablePath: browser };

/** One project a host. The desktop host runs in Electron where its binary is, else over Chromium on the stand-in. */
export default defineConfig<HostOptions>({
  testDir: './specs',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    launchOptions: { ...executable, args },
    viewport: { width: 1600, height: 1000 },
    reducedMotion: 'reduce',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'browser', testIgnore: '**/electron-*.spec.ts', use: { host: 'browser' } },
    {
      name: 'electron',
      grepInvert: /@browser-host/,
      use: {
        host: 'electron',
        // The stand-in drives the same Chromium beside Playwright, over a port of Chromium's choosing.
        ...(electronBinary()
          ? {}
          : { launchOptions: { ...executable, args: [...args, '--remote-debugging-port=0'] } }),
      },
    },
  ],
});
