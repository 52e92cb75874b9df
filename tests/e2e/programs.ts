import type { ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { watchedEnvironment } from '../support/network-log.ts';

/** What a program printed, and what it ended with. */
export interface Said {
  readonly status: number | null;
  readonly output: string;
}

/**
 * What a host is started with: its store, what watches its network where the test does, and nothing that a test
 * runner put there for its own children.
 */
export function environment(store: string): Record<string, string> {
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  const log = inherited.WIREDESK_NETWORK_LOG;
  const watched = log === undefined ? {} : watchedEnvironment(log);
  return { ...(inherited as Record<string, string>), ...watched, WIREDESK_STORE: store };
}

/** @returns the exit status of a program, once it has ended; null where a signal ended it */
export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise(done => child.once('exit', done));
}

/** @returns what a program printed, and its exit status, once it has ended */
export async function said(child: ChildProcess): Promise<Said> {
  const [status, output] = await Promise.all([ended(child), child.stdout ? text(child.stdout) : '']);
  return { status, output };
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = ended(child);
  if (child.exitCode === null) child.kill(signal);
  await gone;
}
