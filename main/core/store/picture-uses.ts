import type { Picture } from '../../contract/picture.ts';
import type { EndingRights } from '../../contract/rights.ts';
import { storyName } from '../../contract/story.ts';
import type { KilledPicture } from '../rights/gate.ts';
import { limitsOf } from '../rights/limits.ts';
import { namedStory } from './named-story.ts';
import type { Store } from './open.ts';
import type { StoredStory } from './open-stories.ts';
import { allRows, run, sql, text } from './sql.ts';

/** Which stories use a picture file, and which files a kill has reached. */

/** Writes down which files a story's pictures have and when their time ends; within the transaction that writes the story. */
export function writePictureUses(store: Store, { id, pictures }: Pick<StoredStory, 'id' | 'pictures'>): void {
  run(store.database, sql`DELETE FROM picture_uses WHERE story = ${id}`);
  for (const sha256 of fileHashes(pictures))
    run(store.database, sql`INSERT INTO picture_uses (sha256, story) VALUES (${sha256}, ${id})`);
  run(store.database, sql`DELETE FROM picture_limits WHERE story = ${id}`);
  for (const { picture, ends, why } of pictures.flatMap(limitsOf))
    run(
      store.database,
      sql`INSERT INTO picture_limits (story, picture, ends, why) VALUES (${id}, ${picture}, ${ends}, ${why})`,
    );
}

function fileHashes(pictures: readonly Picture[]): ReadonlySet<string> {
  return new Set(pictures.flatMap(({ file }) => (file ? [file.sha256] : [])));
}

/** The other stories that use one of a story's picture files, by identifier and name. */
export function storiesSharingPictures(
  store: Store,
  id: string,
): readonly { readonly id: string; readonly name: string }[] {
  return allRows(
    store.database,
    sql`SELECT DISTINCT stories.id, slugline, headline FROM picture_uses AS mine
      JOIN picture_uses AS theirs ON theirs.sha256 = mine.sha256 AND theirs.story <> mine.story
      JOIN stories ON stories.id = theirs.story
      WHERE mine.story = ${id} ORDER BY stories.updated DESC LIMIT 1000`,
    namedStory,
  );
}

/** Marks every picture file of a killed story; a mark that stands already is kept. Within a transaction. */
export function killPictures(
  store: Store,
  { id, pictures, fields }: Pick<StoredStory, 'id' | 'pictures' | 'fields'>,
): void {
  const time = store.clock.now().toISOString();
  for (const sha256 of fileHashes(pictures))
    run(
      store.database,
      sql`INSERT INTO killed_pictures (sha256, story, name, reason, time)
        VALUES (${sha256}, ${id}, ${storyName(fields)}, ${fields.edNote}, ${time}) ON CONFLICT (sha256) DO NOTHING`,
    );
}

/** Those of some pictures whose file a kill has reached, by hash. */
export function killedAmong(store: Store, pictures: readonly Picture[]): ReadonlyMap<string, KilledPicture> {
  return new Map(
    [...fileHashes(pictures)].flatMap(sha256 =>
      allRows(
        store.database,
        sql`SELECT name, reason FROM killed_pictures WHERE sha256 = ${sha256}`,
        row => [sha256, { name: text(row, 'name'), reason: text(row, 'reason') }] as const,
      ),
    ),
  );
}

/** The stories that use a picture file now, by identifier and name, the newest first. */
export function storiesUsing(
  store: Store,
  sha256: string,
): readonly { readonly id: string; readonly name: string }[] {
  return allRows(
    store.database,
    sql`SELECT stories.id, slugline, headline FROM picture_uses JOIN stories ON stories.id = picture_uses.story
      WHERE sha256 = ${sha256} ORDER BY stories.updated DESC LIMIT 1000`,
    namedStory,
  );
}

/** Pictures whose time ends before a moment, in stories that somebody may still send; the earliest end first. */
export function endingBefore(store: Store, moment: string, now: string): readonly EndingRights[] {
  return allRows(
    store.database,
    sql`SELECT stories.id, slugline, headline, picture, ends, why FROM picture_limits
      JOIN stories ON stories.id = picture_limits.story
      WHERE ends < ${moment} AND state NOT IN ('spiked', 'killed') ORDER BY ends LIMIT 1000`,
    row => {
      const { id, name } = namedStory(row);
      const ends = text(row, 'ends');
      return {
        story: id,
        name,
        picture: text(row, 'picture'),
        ends,
        why: text(row, 'why'),
        ended: ends <= now,
      };
    },
  );
}
