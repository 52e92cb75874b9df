import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { WiredeskError } from '../../contract/failure.ts';
import type { Core } from '../../core/core.ts';
import { connectHandover, serveHandover } from '../handover.ts';
import { startBrowserHost } from './host.ts';
import { findBrowser, hasDisplay, openBrowserWindow } from './window.ts';

export interface BrowserHostRun {
  /** The store's folder. */
  readonly directory: string;
  readonly port: number;
  /** Whether to open a window; without one, or where none can be had, the address is all there is. */
  readonly window: boolean;
  /** Files to take in. */
  readonly files: readonly string[];
  readonly openCore: () => Promise<Core>;
  /** Called with the address once the application can be opened. */
  readonly announce: (url: string) => void;
}

/**
 * Runs the application in the browser host until its window is closed or the process is told to stop. Where
 * the store is open already, its program's window is shown instead.
 */
export async function runBrowserHost(options: BrowserHostRun): Promise<void> {
  const running = await connectHandover(options.directory);
  if (running) {
    const url = await running.show(options.files);
    running.close();
    process.stderr.write('Wiredesk is already running on this store.\n');
    if (url) options.announce(url);
    return;
  }
  const root = rendererFolder();
  const core = await options.openCore();
  try {
    const host = await startBrowserHost({ core, port: options.port, root });
    const stopped = stopSignal();
    const openWindow = (): void => {
      if (options.window) showWindow(host.url, options.directory, stopped.stop);
    };
    const handover = await serveHandover({
      core,
      directory: options.directory,
      onShow: files => {
        void takeIn(core, files);
        openWindow();
        return host.url;
      },
    });
    await takeIn(core, options.files);
    options.announce(host.url);
    openWindow();
    await stopped.promise;
    await host.close();
    await handover.close();
  } finally {
    await core.close();
  }
}

function rendererFolder(): string {
  const root = import.meta.filename.endsWith('.ts')
    ? resolve(import.meta.dirname, '../../../dist/renderer')
    : resolve(import.meta.dirname, '../../../renderer');
  if (existsSync(join(root, 'index.html'))) return root;
  throw new WiredeskError('internal', 'The window has not been built yet: run "npm run build".');
}

function showWindow(url: string, directory: string, closed: () => void): void {
  const browser = findBrowser();
  if (!hasDisplay() || !browser) {
    const reason = browser ? 'There is no display' : 'There is no Chromium-family browser on this machine';
    process.stderr.write(`${reason}: open this address in a browser on this machine: ${url}\n`);
    return;
  }
  const profile = join(directory, 'window-profile');
  const window = openBrowserWindow(browser, url, profile);
  process.stderr.write(`Wiredesk is open in a window of ${basename(browser)}.\n`);
  window.on('exit', closed);
  window.on('error', error =>
    process.stderr.write(`The window did not open (${error.message}): open ${url}\n`),
  );
}

function stopSignal(): { readonly promise: Promise<void>; readonly stop: () => void } {
  const { promise, resolve: stop } = Promise.withResolvers<void>();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => stop());
  return { promise, stop };
}

/** Files named at the start are taken in like dropped ones; one that fails is told and stops nothing. */
async function takeIn(core: Core, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const connection = core.connect(() => undefined);
  for (const file of files) {
    try {
      const data = readFileSync(file).toString('base64');
      const input = {
        files: [{ name: basename(file), data }],
        session: 'start',
        job: `start:${file}`.slice(0, 64),
      };
      const result = await connection.dispatch('intake.import', input);
      if (!result.ok) process.stderr.write(`${file}: ${result.error.message}\n`);
    } catch (error) {
      process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  connection.close();
}
