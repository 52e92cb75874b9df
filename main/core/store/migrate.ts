import type { Database } from 'better-sqlite3';
import { WiredeskError } from '../../contract/failure.ts';
import { first } from './migrations/0001-first.ts';

/** Every migration in order; a store's user_version is how many it has had. */
export const migrations: readonly string[] = [first];

/** How many migrations a store has had. */
export function storeVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** @throws WiredeskError 'store-newer' where the store has had more migrations than this program knows */
export function requireKnownVersion(database: Database, upTo = migrations.length): void {
  const version = storeVersion(database);
  if (version > upTo)
    throw new WiredeskError(
      'store-newer',
      `The store was written by a newer Wiredesk (its version is ${version}, this program knows ${upTo}). It was not opened.`,
    );
}

/**
 * Runs the migrations that the store has not had, all in one transaction.
 * @throws WiredeskError 'store-newer' where the store has had more than this program knows
 */
export function migrate(database: Database, upTo = migrations.length): void {
  requireKnownVersion(database, upTo);
  const version = storeVersion(database);
  if (version === upTo) return;
  database
    .transaction(() => {
      for (const migration of migrations.slice(version, upTo)) database.exec(migration);
      database.pragma(`user_version = ${upTo}`);
    })
    .immediate();
}
