import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { WiredeskError } from '../../contract/failure.ts';

/** One writer: held until released or until the process is gone, however it went. */
export interface StoreLock {
  release(): void;
}

/**
 * Takes the store for this process. The lock is SQLite's own on a file beside the store: the operating system
 * lets go of it when the process dies, so there is no stale lock to break.
 * @throws WiredeskError 'store-busy' saying who holds it
 */
export function takeLock(directory: string, now: Date): StoreLock {
  const holder = join(directory, 'holder.json');
  const database = new Database(join(directory, 'lock.sqlite'), { timeout: 0 });
  try {
    database.pragma('journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      throw new WiredeskError(
        'store-busy',
        `The store ${directory} is open in another Wiredesk${describeHolder(holder)}.`,
      );
    throw error;
  }
  writeFileSync(holder, JSON.stringify({ process: process.pid, since: now.toISOString() }), { mode: 0o600 });
  return {
    release() {
      rmSync(holder, { force: true });
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

function describeHolder(file: string): string {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof holder === 'object' && holder !== null && 'process' in holder && 'since' in holder)
      return ` (process ${holder.process}, since ${holder.since})`;
  } catch {
    // Who holds it is only a help; that it is held is what counts.
  }
  return '';
}
