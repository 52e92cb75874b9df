import { Override } from '../../contract/rights.ts';
import { Filing } from '../../contract/wire.ts';
import type { Store } from './open.ts';
import { allRows, run, sql, text } from './sql.ts';

/** Adds a named person's decision to the log. */
export function appendOverride(store: Store, story: string, override: Override): void {
  run(
    store.database,
    sql`INSERT INTO overrides (story, override) VALUES (${story}, ${JSON.stringify(override)})`,
  );
}

/** Every decision to send a story against a rule, oldest first. */
export function listOverrides(store: Store, story: string): readonly Override[] {
  return allRows(
    store.database,
    sql`SELECT override FROM overrides WHERE story = ${story} ORDER BY number`,
    row => Override.parse(JSON.parse(text(row, 'override'))),
  );
}

/** Adds a filing to the log. */
export function appendFiling(store: Store, story: string, filing: Filing): void {
  run(store.database, sql`INSERT INTO filings (story, filing) VALUES (${story}, ${JSON.stringify(filing)})`);
}

/** Every filing of a story, oldest first. */
export function listFilings(store: Store, story: string): readonly Filing[] {
  return allRows(
    store.database,
    sql`SELECT filing FROM filings WHERE story = ${story} ORDER BY number`,
    row => Filing.parse(JSON.parse(text(row, 'filing'))),
  );
}
