import type { Database, Statement } from 'better-sqlite3';
import { WiredeskError } from '../../contract/failure.ts';

/** A handle that may read. */
export type ReadableDatabase = Database & { readonly __readable: never };
/** A handle that may also write; a function that takes a ReadableDatabase cannot, by type. */
export type WritableDatabase = ReadableDatabase & { readonly __writable: never };

/** SQL with its values bound, never spliced. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** sql`SELECT … WHERE id = ${id}`: every value becomes a parameter. */
export function sql(parts: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  return { text: parts.join('?'), values };
}

const statements = new WeakMap<Database, Map<string, Statement>>();

function prepare(database: Database, text: string): Statement {
  const known = statements.get(database) ?? new Map<string, Statement>();
  statements.set(database, known);
  const found = known.get(text);
  if (found) return found;
  const statement = database.prepare(text);
  known.set(text, statement);
  return statement;
}

/** The rows, each checked or narrowed by `read`. */
export function allRows<Row>(
  database: ReadableDatabase,
  query: Sql,
  read: (row: Readonly<Record<string, unknown>>) => Row,
): Row[] {
  return guarded(() => prepare(database, query.text).all(...query.values)).map(row => read(asRecord(row)));
}

/** The first row, or null. */
export function firstRow<Row>(
  database: ReadableDatabase,
  query: Sql,
  read: (row: Readonly<Record<string, unknown>>) => Row,
): Row | null {
  const row = guarded(() => prepare(database, query.text).get(...query.values));
  return row === undefined ? null : read(asRecord(row));
}

/** Runs a statement that writes. @returns how many rows it changed */
export function run(database: WritableDatabase, statement: Sql): number {
  return guarded(() => prepare(database, statement.text).run(...statement.values)).changes;
}

/** One visible transaction; nests by savepoints, and cannot be asynchronous. */
export function transaction<T>(database: WritableDatabase, work: () => T): T {
  return guarded(() => database.transaction(work).immediate());
}

/** A column of text. */
export function text(row: Readonly<Record<string, unknown>>, column: string): string {
  const value = row[column];
  if (typeof value !== 'string')
    throw new WiredeskError('store-damaged', `Column ${column} of the store holds no text.`);
  return value;
}

/** A column of a whole number. */
export function integer(row: Readonly<Record<string, unknown>>, column: string): number {
  const value = row[column];
  if (typeof value !== 'number')
    throw new WiredeskError('store-damaged', `Column ${column} of the store holds no number.`);
  return value;
}

/** A column of bytes. */
export function blob(row: Readonly<Record<string, unknown>>, column: string): Buffer {
  const value = row[column];
  if (!Buffer.isBuffer(value))
    throw new WiredeskError('store-damaged', `Column ${column} of the store holds no bytes.`);
  return value;
}

function asRecord(row: unknown): Readonly<Record<string, unknown>> {
  if (typeof row !== 'object' || row === null)
    throw new WiredeskError('store-damaged', 'The store gave no row.');
  return row as Readonly<Record<string, unknown>>;
}

const diskCodes =
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN)|ENOSPC|EDQUOT|EFBIG|EISDIR|EACCES|EROFS|EPERM|ENOTDIR|EEXIST|EIO)/;
const damageCodes = /^SQLITE_(CORRUPT|NOTADB)/;

/** Runs `work`; what the disk or a damaged file makes of it becomes a failure in words. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(error);
  }
}

/** The failure that stands for an error of the disk or the database; any other error as it is. */
export function storeError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof WiredeskError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC')
    return new WiredeskError('disk', 'The disk is full: nothing more can be saved until there is room.', {
      cause: error,
    });
  if (diskCodes.test(code))
    return new WiredeskError('disk', `The disk does not take what is to be saved: ${error.message}.`, {
      cause: error,
    });
  if (damageCodes.test(code))
    return new WiredeskError('store-damaged', 'The store is damaged.', { cause: error });
  if (code === 'SQLITE_BUSY')
    return new WiredeskError('store-busy', 'The store is in use by another program.', { cause: error });
  return error;
}
