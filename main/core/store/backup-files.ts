import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Clock } from '../clock.ts';

const kept = 10;

/**
 * What is wrong with a database file; null where it is whole. Opening may take in a WAL beside it, so this is
 * for files nobody else has open.
 */
export function checkDatabaseFile(file: string): string | null {
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { fileMustExist: true });
    const found: unknown = database.pragma('quick_check(1)', { simple: true });
    return found === 'ok' ? null : String(found);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return error instanceof Error ? error.message : code;
    throw error;
  } finally {
    database?.close();
  }
}

/**
 * Copies an open database to a file, off the event loop, and checks the copy before it takes its name.
 * @returns the copy's size in bytes
 */
export async function copyDatabase(database: Database.Database, file: string): Promise<void> {
  const temporary = `${file}.part`;
  rmSync(temporary, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  try {
    await database.backup(temporary);
    // The copy of a WAL database is one too; as a file that is handed on it is better whole in itself.
    const copy = new Database(temporary);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    const damage = checkDatabaseFile(temporary);
    if (damage !== null) throw new Error(`The backup could not be read back: ${damage}`);
    renameSync(temporary, file);
  } catch (error) {
    // On a full disk the half copy would take the room that the next save needs.
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true });
    throw error;
  }
}

/** Makes a verified backup in the store's folder and drops the oldest beyond ten. */
export async function rotateBackups(
  database: Database.Database,
  directory: string,
  clock: Clock,
): Promise<void> {
  const folder = join(directory, 'backups');
  mkdirSync(folder, { recursive: true });
  await copyDatabase(database, join(folder, `${clock.now().toISOString().replaceAll(':', '-')}.sqlite`));
  for (const name of backupNames(folder).slice(kept)) rmSync(join(folder, name), { force: true });
}

/** The newest backup that can be opened and is whole. */
export function newestBackup(
  directory: string,
): { readonly file: string; readonly time: string; readonly stories: number } | null {
  const folder = join(directory, 'backups');
  for (const name of backupNames(folder)) {
    const file = join(folder, name);
    try {
      if (checkDatabaseFile(file) !== null) continue;
      const database = new Database(file, { readonly: true });
      const stories = Number(database.prepare('SELECT count(*) FROM stories').pluck().get());
      database.close();
      return { file, time: name.replace('.sqlite', '').replace(/T(\d+)-(\d+)-(\d+)/, 'T$1:$2:$3'), stories };
    } catch {
      // A backup that cannot be read is passed over for the one before it.
    }
  }
  return null;
}

/** Names of the backups, newest first. */
function backupNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.sqlite'))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}
