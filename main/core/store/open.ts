import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { WiredeskError } from '../../contract/failure.ts';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import { checkDatabaseFile, newestBackup, rotateBackups } from './backup-files.ts';
import { noteCleanClose, takeCleanClose } from './clean-close.ts';
import { type StoreLock, takeLock } from './lock.ts';
import { migrate, migrations, requireKnownVersion, storeVersion } from './migrate.ts';
import type { OpenStories } from './open-stories.ts';
import { guarded, storeError, type WritableDatabase } from './sql.ts';

/** An open store: the only thing that writes into its folder. */
export interface Store {
  readonly directory: string;
  readonly database: WritableDatabase;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What had to be repaired when the store was opened, in sentences for the user. */
  readonly notices: readonly string[];
  /** Stories folded in memory, so that a keystroke costs neither a reload nor a rewrite. */
  readonly openStories: OpenStories;
  readonly lock: StoreLock;
}

export const storeFileName = 'wiredesk.sqlite';

/**
 * Opens the store, making it where it is missing. A damaged one is moved aside and the newest good backup
 * takes its place; a backup is made before a migration.
 * @throws WiredeskError 'store-busy', 'store-newer' or 'disk'
 */
export async function openStore(options: {
  readonly directory: string;
  readonly clock: Clock;
  readonly ids: Ids;
}): Promise<Store> {
  const directory = resolve(options.directory);
  const { clock, ids } = options;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const lock = takeLock(directory, clock.now());
    try {
      const file = join(directory, storeFileName);
      const notices = takeCleanClose(file) ? [] : await repair(directory, file, clock);
      const database = openDatabase(file);
      try {
        const version = storeVersion(database);
        if (version > 0 && version < migrations.length) await rotateBackups(database, directory, clock);
        migrate(database);
      } catch (error) {
        database.close();
        throw error;
      }
      return { directory, database, clock, ids, notices, openStories: new Map(), lock };
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw storeError(error);
  }
}

/** Opens the file with the promises of design 7: WAL, and every commit synced to the disk. */
function openDatabase(file: string): WritableDatabase {
  const database = new Database(file, { timeout: 5_000 });
  try {
    // Before anything is set: setting the journal's mode would write into a newer program's file.
    requireKnownVersion(database);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
  } catch (error) {
    database.close();
    throw error;
  }
  return database as WritableDatabase;
}

async function repair(directory: string, file: string, clock: Clock): Promise<readonly string[]> {
  // No store, or one of no bytes, is a first start, unless backups say that there was a store.
  const missing = !existsSync(file) || statSync(file).size === 0;
  if (missing ? newestBackup(directory) === null : checkDatabaseFile(file) === null) return [];
  const aside = join(directory, 'damaged', clock.now().toISOString().replaceAll(':', '-'));
  mkdirSync(aside, { recursive: true });
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, join(aside, basename(file) + suffix));
  const backup = newestBackup(directory);
  if (!backup)
    return [
      `The store was damaged and there was no backup. The damaged file was kept in ${aside}; the store begins anew.`,
    ];
  await copyFile(backup.file, file);
  const what = missing
    ? 'The store was missing or empty, and'
    : `The store was damaged. The damaged file was kept in ${aside}, and`;
  return [
    `${what} the backup of ${backup.time} took its place ` +
      `(${backup.stories} stories): what was saved after that time is missing.`,
  ];
}

/**
 * Closes the database and lets go of the store; the caller has folded and backed up.
 * @param whole whether a copy of every page was made and read back: then the next start need not
 */
export function releaseStore(store: Store, whole: boolean): void {
  let finished = false;
  try {
    guarded(() => {
      store.database.pragma('optimize');
      store.database.pragma('wal_checkpoint(TRUNCATE)');
    });
    finished = true;
  } finally {
    store.database.close();
    if (whole && finished) noteCleanClose(join(store.directory, storeFileName));
    store.lock.release();
  }
}

/** A failure for a store that is not there. */
export function noSuchStory(id: string): WiredeskError {
  return new WiredeskError('not-found', `There is no story ${id}.`);
}
