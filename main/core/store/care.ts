import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { type Problem, problem, WiredeskError } from '../../contract/failure.ts';
import type { Clock } from '../clock.ts';
import { checkDatabaseFile, copyDatabase, rotateBackups } from './backup-files.ts';
import { foldAll } from './folding.ts';
import { takeLock } from './lock.ts';
import { migrations, storeVersion } from './migrate.ts';
import { releaseStore, type Store, storeFileName } from './open.ts';
import { picturePath } from './pictures.ts';
import { allRows, guarded, sql, storeError, text } from './sql.ts';

/** Folds, backs up, and closes the store. It is closed even where the backup fails; the failure is then thrown. */
export async function closeStore(store: Store): Promise<void> {
  let whole = false;
  try {
    foldAll(store);
    await rotateBackups(store.database, store.directory, store.clock);
    whole = true;
  } catch (error) {
    throw storeError(error);
  } finally {
    releaseStore(store, whole);
  }
}

/**
 * A verified copy of the store's database.
 * @throws WiredeskError 'disk'
 */
export async function backupStore(
  store: Store,
  file: string,
): Promise<{ readonly file: string; readonly bytes: number }> {
  try {
    foldAll(store);
    await copyDatabase(store.database, file);
    return { file, bytes: statSync(file).size };
  } catch (error) {
    throw storeError(error);
  }
}

/**
 * Puts a backup in the place of a store's database. The backup is checked first; what was there is moved aside.
 * @throws WiredeskError 'unreadable' where the file is no whole store, 'store-newer', 'store-busy'
 */
export async function restoreStoreFrom(
  directory: string,
  file: string,
  clock: Clock,
): Promise<{ readonly store: string; readonly movedAside: string | null }> {
  checkBackup(file);
  const folder = resolve(directory);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(folder, clock.now());
  try {
    const target = join(folder, storeFileName);
    const movedAside = existsSync(target)
      ? join(folder, 'replaced', clock.now().toISOString().replaceAll(':', '-'))
      : null;
    const incoming = `${target}.part`;
    await copyFile(file, incoming);
    if (movedAside !== null) {
      mkdirSync(movedAside, { recursive: true });
      for (const suffix of ['', '-wal', '-shm'])
        if (existsSync(target + suffix))
          renameSync(target + suffix, join(movedAside, basename(target) + suffix));
    }
    renameSync(incoming, target);
    return { store: folder, movedAside };
  } catch (error) {
    throw storeError(error);
  } finally {
    lock.release();
  }
}

function checkBackup(file: string): void {
  if (!existsSync(file)) throw new WiredeskError('unreadable', `${file} is not there.`);
  let damage: string | null;
  try {
    damage = checkDatabaseFile(file);
  } catch (error) {
    throw new WiredeskError('unreadable', `${file} cannot be read.`, { cause: error });
  }
  if (damage !== null) throw new WiredeskError('unreadable', `${file} is not a whole store: ${damage}.`);
  const database = new Database(file, { readonly: true });
  const version = storeVersion(database);
  database.close();
  if (version === 0)
    throw new WiredeskError('unreadable', `${file} is a database, but not a Wiredesk store.`);
  if (version > migrations.length)
    throw new WiredeskError('store-newer', `${file} was written by a newer Wiredesk. It was not restored.`);
}

/** Looks for damage in an open store. */
export function doctor(store: Store): readonly Problem[] {
  const problems: Problem[] = [];
  const integrity = guarded(() => store.database.pragma('integrity_check(20)', { simple: false })) as {
    integrity_check: string;
  }[];
  for (const { integrity_check: found } of integrity)
    if (found !== 'ok') problems.push(problem('error', 'database', `The database is damaged: ${found}.`));
  try {
    guarded(() => store.database.exec("INSERT INTO story_text (story_text) VALUES ('integrity-check')"));
  } catch (error) {
    problems.push(
      problem(
        'error',
        'search',
        `The search index is damaged: ${error instanceof Error ? error.message : error}.`,
      ),
    );
  }
  const files = allRows(store.database, sql`SELECT sha256, name FROM picture_files`, row => ({
    sha256: text(row, 'sha256'),
    name: text(row, 'name'),
  }));
  for (const { sha256, name } of files)
    if (!existsSync(picturePath(store, sha256)))
      problems.push(problem('error', 'picture-file', `The file of the picture "${name}" is missing.`));
  return problems;
}
