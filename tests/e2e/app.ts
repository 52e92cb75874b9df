import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type Desktop, launchDesktop } from './desktop.ts';
import { end } from './programs.ts';

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'dist/main/cli/wiredesk.js');

/** Marks a test of what only the browser host has. What only the desktop host has stands in `electron-*.spec.ts`. */
export const browserHost = { tag: '@browser-host' };

export interface HostOptions {
  readonly host: 'browser' | 'electron';
}

/** The application as a test drives it: a store of its own, a host that can be killed, windows, the command line. */
export interface App {
  readonly host: HostOptions['host'];
  readonly store: string;
  /** The desktop host's program; there is none in the browser host. */
  readonly desktop: Desktop;
  /** A new window on the running application. @param prepare in the browser host, what is done before it loads */
  open(prepare?: (page: Page) => Promise<void>): Promise<Page>;
  /** Starts the host again after it has gone. @param files to take in */
  start(...files: string[]): Promise<void>;
  /** SIGKILL: what a power cut is to a program. */
  kill(): Promise<void>;
  /** Runs a command on this test's store. */
  wiredesk(
    ...words: string[]
  ): Promise<{ readonly status: number; readonly json: unknown; readonly stderr: string }>;
  /** Writes a file into the test's folder and gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>;
  /** A page error that the test itself provoked, and which therefore does not fail it. */
  expectConsole(pattern: RegExp): void;
}

interface RunningHost {
  readonly desktop: Desktop | null;
  open(prepare?: (page: Page) => Promise<void>): Promise<Page>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export const test = base.extend<HostOptions & { app: App; page: Page }>({
  host: ['browser', { option: true }],

  app: async ({ host, context }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'wiredesk-e2e-'));
    const store = join(folder, 'store');
    const faults: string[] = [];
    const expected: RegExp[] = [];
    const watch = (page: Page): void => {
      page.on('pageerror', error => faults.push(`pageerror: ${error.stack ?? error.message}`));
      page.on('console', message => {
        if (message.type() === 'error') faults.push(`console.error: ${message.text()}`);
      });
    };
    context.on('page', watch);
    const launch = async (...files: string[]): Promise<RunningHost> => {
      if (host === 'browser') return launchBrowser(context, store, files);
      const started = await launchElectron(context, store, files);
      // Electron's windows are in a context of its own.
      if (started.desktop.context !== context) {
        for (const page of started.desktop.windows()) watch(page);
        started.desktop.context.on('page', watch);
      }
      return started;
    };

    let running = await launch();
    await use({
      host,
      store,
      get desktop() {
        if (!running.desktop) throw new Error('The browser host is no desktop program.');
        return running.desktop;
      },
      open: prepare => running.open(prepare),
      start: async (...files) => {
        running = await launch(...files);
      },
      kill: () => running.kill(),
      wiredesk: (...words) => runCommand(store, words),
      file: async (name, content) => {
        const path = join(folder, name);
        await writeFile(path, content);
        return path;
      },
      expectConsole: pattern => void expected.push(pattern),
    });
    await running.stop();
    await rm(folder, { recursive: true, force: true });
    expect(
      faults.filter(fault => !expected.some(pattern => pattern.test(fault))),
      'the page had no error',
    ).toEqual([]);
  },

  page: async ({ app }, use) => {
    await use(await app.open());
  },
});

export { expect };

async function launchBrowser(
  context: BrowserContext,
  store: string,
  files: readonly string[],
): Promise<RunningHost> {
  const child = spawn(
    process.execPath,
    [program, 'serve', '--no-window', '--json', '--store', store, ...files],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await firstUrl(child);
  return {
    desktop: null,
    async open(prepare) {
      const page = await context.newPage();
      await prepare?.(page);
      await page.goto(url);
      return page;
    },
    kill: () => end(child, 'SIGKILL'),
    async stop() {
      // Windows first: one whose host has gone is right to complain.
      for (const page of context.pages()) await page.close();
      await end(child, 'SIGTERM');
    },
  };
}

async function firstUrl(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('The host has no standard output.');
  for await (const line of createInterface({ input: stdout })) {
    const ready: unknown = JSON.parse(line);
    if (typeof ready === 'object' && ready !== null && 'url' in ready && typeof ready.url === 'string')
      return ready.url;
  }
  throw new Error('The host ended before it was ready.');
}

async function launchElectron(
  context: BrowserContext,
  store: string,
  files: readonly string[],
): Promise<RunningHost & { readonly desktop: Desktop }> {
  const desktop = await launchDesktop(context, store, files);
  let first = true;
  return {
    desktop,
    async open() {
      if (first) {
        first = false;
        return desktop.windows()[0] ?? (await desktop.nextWindow());
      }
      const opened = desktop.nextWindow();
      await desktop.evaluate(({ Menu }) => {
        Menu.getApplicationMenu()?.getMenuItemById('window')?.click();
      }, undefined);
      return await opened;
    },
    kill: () => desktop.kill(),
    stop: () => desktop.quit(),
  };
}

const run = promisify(execFile);

async function runCommand(store: string, words: readonly string[]): ReturnType<App['wiredesk']> {
  const args = [program, ...words, '--store', store, '--json'];
  try {
    const { stdout, stderr } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
    return { status: 0, json: JSON.parse(stdout), stderr };
  } catch (error) {
    const failed = error as { code?: number; stdout?: string; stderr?: string };
    if (typeof failed.code !== 'number') throw error;
    return {
      status: failed.code,
      json: failed.stdout ? JSON.parse(failed.stdout) : null,
      stderr: failed.stderr ?? '',
    };
  }
}
