import type { ChildProcess } from 'node:child_process';
import { basename, join } from 'node:path';
import type { BrowserHost } from './host.ts';
import { createLifetime } from './lifetime.ts';
import { findBrowser, hasDisplay, openBrowserWindow } from './window.ts';

/** The windows that a browser host opened itself. */
export interface Windows {
  /** Opens a window at an address of the host, or says what to open where that cannot be done. */
  open(url: string): void;
  /** Closes those that are there. */
  close(): void;
}

/**
 * @param directory the store's folder, where the windows' profile is kept
 * @param lastClosed called when a window was open and none is any more
 */
export function createWindows(host: BrowserHost, directory: string, lastClosed: () => void): Windows {
  const programs = new Set<ChildProcess>();
  const lifetime = createLifetime({ pages: host.windows, end: lastClosed });
  let used = false;
  host.onLastWindow(() => {
    used = true;
    lifetime.look();
  });

  return {
    open(url) {
      const notOpened = (why: string): void =>
        say(`${why}: open this address in a browser on this machine: ${url}`);
      const browser = findBrowser();
      if (!browser) return notOpened('There is no Chromium-family browser on this machine');
      if (!hasDisplay()) return notOpened('There is no display');
      say(`Opening Wiredesk in a window of ${basename(browser)}.`);
      const program = openBrowserWindow(browser, url, join(directory, 'window-profile'));
      const ended = lifetime.began();
      programs.add(program);
      program.once('exit', status => {
        programs.delete(program);
        if (status === 0 || used || host.windows() > 0) ended();
        else notOpened('The window did not open');
      });
      program.once('error', error => {
        programs.delete(program);
        notOpened(`The window did not open (${error.message})`);
      });
    },
    close() {
      for (const program of programs) program.kill();
    },
  };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
