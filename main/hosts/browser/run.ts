import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WiredeskError } from '../../contract/failure.ts';
import type { Core } from '../../core/core.ts';
import { connectHandover, serveHandover } from '../handover.ts';
import { takeIn } from '../take-in.ts';
import { type BrowserHost, startBrowserHost } from './host.ts';
import { keepPort, portOfBefore } from './port.ts';
import { createWindows } from './windows.ts';

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
    const host = await startHost(core, root, options);
    keepPort(options.directory, host.url);
    try {
      await runUntilStopped(host, core, options);
    } finally {
      await host.close();
    }
  } finally {
    await core.close();
  }
}

/** At the port that is asked for; else at that of before, or any other where another program has taken it since. */
async function startHost(
  core: Core,
  root: string,
  { port, directory }: BrowserHostRun,
): Promise<BrowserHost> {
  const before = portOfBefore(directory);
  if (port !== 0 || before === 0) return startBrowserHost({ core, port, root });
  return startBrowserHost({ core, port: before, root }).catch(() => startBrowserHost({ core, port, root }));
}

/** Shows windows and takes what is handed over, until the last window is closed or a signal comes. */
async function runUntilStopped(host: BrowserHost, core: Core, options: BrowserHostRun): Promise<void> {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  // Told twice is told once: a terminal tells every program of its group, and npm tells its own again.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop());
  const windows = createWindows(host, options.directory, stop);
  /** Takes files in and opens a window that shows what came of them. @returns the address it is at */
  const show = async (files: readonly string[]): Promise<string> => {
    const { story, failures } = await takeIn(core, files);
    if (failures !== '') {
      say(failures);
      host.tellNext(failures);
    }
    const url = story === null ? host.url : host.storyUrl(story);
    if (options.window) windows.open(url);
    return url;
  };
  const handover = await serveHandover({
    core,
    directory: options.directory,
    onShow: files => {
      void show(files);
      return host.url;
    },
  });
  const url = await show(options.files);
  core.watchEmbargoes();
  options.announce(url);
  await stopped;
  await handover.close();
  await host.close();
  windows.close();
}

function rendererFolder(): string {
  const built = import.meta.filename.endsWith('.ts') ? '../../../dist/renderer' : '../../../renderer';
  const root = resolve(import.meta.dirname, built);
  if (existsSync(join(root, 'index.html'))) return root;
  throw new WiredeskError('internal', 'The window has not been built yet: run "npm run build".');
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
