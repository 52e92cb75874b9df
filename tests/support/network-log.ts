import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** An attempt of a watched program to reach another machine, or itself over TCP. */
export interface NetworkAttempt {
  /** 'connect', 'dns lookup', 'udp send' … */
  readonly how: string;
  readonly target: string;
}

/** What a program is started with to be watched: of its environment, so that what it starts is watched too. */
export function watchedEnvironment(log: string): Readonly<Record<string, string>> {
  const watch = pathToFileURL(join(import.meta.dirname, 'watch-network.mjs')).href;
  return { NODE_OPTIONS: `--import=${watch}`, WIREDESK_NETWORK_LOG: log };
}

/** Every attempt that was written down, by any of the watched programs and their threads. */
export function readAttempts(log: string): readonly NetworkAttempt[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  // Written by watch-network.mjs, a line an attempt.
  return lines.map(line => JSON.parse(line) as NetworkAttempt);
}
