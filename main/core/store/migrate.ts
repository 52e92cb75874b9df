import type { Database } from 'better-sqlite3';
import { WiredeskError } from '../../contract/failure.ts';
import { first } from './migrations/0001-first.ts';
import { fillPictureUses } from './migrations/0002-picture-uses.ts';
import { received } from './migrations/0002-received.ts';
import { fillPictureLimits, ledger } from './migrations/0003-ledger.ts';
import { embargoes, fillEmbargoes } from './migrations/0004-embargoes.ts';
import { search } from './migrations/0005-search.ts';

/** A change of the store's shape, and of what it holds where SQL alone cannot make it. */
export interface Migration {
  readonly sql: string;
  readonly fill?: (database: Database) => void;
}

/** Every migration in order; a store's user_version is how many it has had. */
export const migrations: readonly Migration[] = [
  { sql: first },
  { sql: received, fill: fillPictureUses },
  { sql: ledger, fill: fillPictureLimits },
  { sql: embargoes, fill: fillEmbargoes },
  { sql: search },
];

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
      for (const migration of migrations.slice(version, upTo)) {
        database.exec(migration.sql);
        migration.fill?.(database);
      }
      database.pragma(`user_version = ${upTo}`);
    })
    .immediate();
}
