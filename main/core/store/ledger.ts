import type { Picture } from '../../contract/picture.ts';
import { PictureUse } from '../../contract/rights.ts';
import type { EarlierUse } from '../rights/single-use.ts';
import type { Store } from './open.ts';
import { allRows, firstRow, run, type Sql, sql, text } from './sql.ts';

/** The ledger of where pictures went: append-only. */

export function appendPictureUse(store: Store, use: PictureUse): void {
  run(
    store.database,
    sql`INSERT INTO picture_departures (sha256, story, entry) VALUES (${use.sha256}, ${use.story}, ${JSON.stringify(use)})`,
  );
}

/** Every leaving of a picture file, oldest first. */
export function usesOfFile(store: Store, sha256: string): readonly PictureUse[] {
  return uses(store, sql`SELECT entry FROM picture_departures WHERE sha256 = ${sha256} ORDER BY number`);
}

/** Every leaving of a story's pictures, oldest first. */
export function usesOfStory(store: Store, story: string): readonly PictureUse[] {
  return uses(store, sql`SELECT entry FROM picture_departures WHERE story = ${story} ORDER BY number`);
}

function uses(store: Store, query: Sql): readonly PictureUse[] {
  return allRows(store.database, query, entry);
}

function entry(row: Readonly<Record<string, unknown>>): PictureUse {
  return PictureUse.parse(JSON.parse(text(row, 'entry')));
}

/** The first leaving of each of a story's picture files with another story, by hash. */
export function earlierUses(
  store: Store,
  { id, pictures }: { readonly id: string; readonly pictures: readonly Picture[] },
): ReadonlyMap<string, EarlierUse> {
  const hashes = new Set(pictures.flatMap(({ file }) => (file ? [file.sha256] : [])));
  return new Map(
    [...hashes].flatMap(sha256 => {
      const first = firstRow(
        store.database,
        sql`SELECT entry FROM picture_departures WHERE sha256 = ${sha256} AND story <> ${id} ORDER BY number LIMIT 1`,
        entry,
      );
      return first ? [[sha256, { time: first.time, name: first.name }] as const] : [];
    }),
  );
}
