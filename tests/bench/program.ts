import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../main/hosts/browser/window.ts';

/** What `npm run build` made. */
export const built = resolve(import.meta.dirname, '../../dist');

/** The system's Chromium, silent about everything but the page. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** The built program as browser host of a store, and the address of its window. */
export async function serve(
  directory: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const program = resolve(built, 'main/cli/wiredesk.js');
  const host = spawn(process.execPath, [program, 'serve', '--no-window', '--json', '--store', directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>(done => host.once('exit', () => done()));
  const lines = createInterface({ input: host.stdout });
  const url: string = await new Promise(ready => lines.once('line', line => ready(JSON.parse(line).url)));
  return {
    url,
    stop() {
      host.kill('SIGTERM');
      return gone;
    },
  };
}
