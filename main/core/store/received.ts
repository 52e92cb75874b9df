import type { Store } from './open.ts';
import { allRows, firstRow, integer, run, sql, text } from './sql.ts';

/** What a version that came over the wire was: copy, or the order to use none. */
export type ReceivedAct = 'content' | 'kill';

/** The story that has an identity on the wire: the one changed last, where a copy was made. Null where there is none. */
export function storyByGuid(store: Store, guid: string): string | null {
  return firstRow(
    store.database,
    sql`SELECT id FROM stories WHERE guid = ${guid} ORDER BY updated DESC LIMIT 1`,
    row => text(row, 'id'),
  );
}

/** The highest version of each act that came in for a story; null where none did. */
export function receivedVersions(store: Store, story: string): Readonly<Record<ReceivedAct, number | null>> {
  const found = new Map(
    allRows(
      store.database,
      sql`SELECT act, max(version) AS version FROM received WHERE story = ${story} GROUP BY act`,
      row => [text(row, 'act'), integer(row, 'version')],
    ),
  );
  return { content: found.get('content') ?? null, kill: found.get('kill') ?? null };
}

/** Writes down that a version came in; within the transaction that takes it. */
export function noteReceived(store: Store, story: string, version: number, act: ReceivedAct): void {
  run(
    store.database,
    sql`INSERT INTO received (story, version, act, time)
      VALUES (${story}, ${version}, ${act}, ${store.clock.now().toISOString()}) ON CONFLICT DO NOTHING`,
  );
}
