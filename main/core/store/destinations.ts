import { WiredeskError } from '../../contract/failure.ts';
import { Destination } from '../../contract/rights.ts';
import type { Store } from './open.ts';
import { allRows, run, sql, text } from './sql.ts';

/** The destinations by name. */
export function listDestinations(store: Store): readonly Destination[] {
  return allRows(store.database, sql`SELECT destination FROM destinations ORDER BY name`, row =>
    Destination.parse(JSON.parse(text(row, 'destination'))),
  );
}

/** Adds a destination, or replaces the one of that name, case aside. */
export function setDestination(store: Store, destination: Destination): void {
  const words = JSON.stringify(destination);
  run(
    store.database,
    sql`INSERT INTO destinations (name, destination) VALUES (${destination.name}, ${words})
      ON CONFLICT (name) DO UPDATE SET destination = excluded.destination`,
  );
}

/** @throws WiredeskError 'not-found' */
export function removeDestination(store: Store, name: string): void {
  if (run(store.database, sql`DELETE FROM destinations WHERE name = ${name}`) === 0)
    throw new WiredeskError('not-found', `There is no destination "${name}".`);
}
