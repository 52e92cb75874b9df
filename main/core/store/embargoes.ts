import type { LiftedEmbargo } from '../../contract/embargoes.ts';
import { namedStory } from './named-story.ts';
import type { Store } from './open.ts';
import type { StoredStory } from './open-stories.ts';
import { allRows, firstRow, integer, run, sql, transaction } from './sql.ts';

/** When embargoes end, and of which ends somebody is still to be told. */

/**
 * Writes down when a story's embargo ends; within the transaction that writes the story. One whose time was over
 * before anybody waited for it is no news; one that was waited for and is brought forward into the past is.
 */
export function writeEmbargo(store: Store, { id, fields }: Pick<StoredStory, 'id' | 'fields'>): void {
  const { database, clock } = store;
  if (!fields.embargo?.until) {
    run(database, sql`DELETE FROM embargoes WHERE story = ${id}`);
    return;
  }
  const until = Date.parse(fields.embargo.until);
  const notice = until > clock.now().getTime() ? 'awaited' : 'seen';
  run(
    database,
    sql`INSERT INTO embargoes (story, until, notice) VALUES (${id}, ${until}, ${notice})
      ON CONFLICT (story) DO UPDATE SET until = excluded.until,
        notice = iif(excluded.notice = 'awaited', 'awaited', embargoes.notice)
      WHERE embargoes.until <> excluded.until`,
  );
}

/** A clock that is put right by less than this makes no new embargo of one that has lifted. */
const correctionMs = 60_000;

export interface Lifting {
  /** What has lifted since it was last asked, the latest first: told now, and not again. */
  readonly lifted: readonly LiftedEmbargo[];
  /** Whether a clock that was set back made embargoes stand again that were told already: they are told anew. */
  readonly standAgain: boolean;
}

/**
 * Marks what has lifted by now as told. A story that is withheld, killed or spiked waits for nothing, and is passed
 * over; one that is filed already, by a person's decision, went out with its embargo, and others wait for its end.
 */
export function takeLifted(store: Store): Lifting {
  const { database } = store;
  const now = store.clock.now().getTime();
  return transaction(database, () => {
    const standAgain = run(
      database,
      sql`UPDATE embargoes SET notice = 'awaited' WHERE notice IN ('told', 'seen') AND until > ${now + correctionMs}`,
    );
    const lifted = allRows(
      database,
      sql`SELECT stories.id, slugline, headline, until FROM embargoes JOIN stories ON stories.id = embargoes.story
        WHERE notice = 'awaited' AND until <= ${now} AND state NOT IN ('withheld', 'killed', 'spiked')
        ORDER BY until DESC`,
      readLifted,
    );
    for (const { story } of lifted)
      run(database, sql`UPDATE embargoes SET notice = 'told' WHERE story = ${story}`);
    run(database, sql`UPDATE embargoes SET notice = 'seen' WHERE notice = 'awaited' AND until <= ${now}`);
    return { lifted, standAgain: standAgain > 0 };
  });
}

/** When the next embargo lifts, in milliseconds since 1970; null where none does. */
export function nextLifting(store: Store): number | null {
  return firstRow(
    store.database,
    sql`SELECT until FROM embargoes WHERE notice = 'awaited' ORDER BY until LIMIT 1`,
    row => integer(row, 'until'),
  );
}

/** What has been told and nobody has taken note of, the latest first, of stories that may leave. */
export function unseenLifted(store: Store): readonly LiftedEmbargo[] {
  return allRows(
    store.database,
    sql`SELECT stories.id, slugline, headline, until FROM embargoes JOIN stories ON stories.id = embargoes.story
      WHERE notice = 'told' AND state NOT IN ('withheld', 'killed', 'spiked') ORDER BY until DESC LIMIT 1000`,
    readLifted,
  );
}

/** Somebody has taken note that a story's embargo lifted; nothing to do where it has none, or stands. */
export function markSeen(store: Store, story: string): void {
  run(store.database, sql`UPDATE embargoes SET notice = 'seen' WHERE story = ${story} AND notice = 'told'`);
}

function readLifted(row: Readonly<Record<string, unknown>>): LiftedEmbargo {
  const { id, name } = namedStory(row);
  return { story: id, name, until: new Date(integer(row, 'until')).toISOString() };
}
