import { inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { limitsOf } from '../../rights/limits.ts';

/** Where pictures went, and when the time of those in stories ends. */
export const ledger = `
-- What left stays written down, whatever becomes of the story.
CREATE TABLE picture_departures (
  number INTEGER PRIMARY KEY,
  sha256 TEXT,
  story TEXT NOT NULL,
  entry TEXT NOT NULL
) STRICT;
CREATE INDEX picture_departures_by_file ON picture_departures (sha256);
CREATE INDEX picture_departures_by_story ON picture_departures (story);

CREATE TABLE picture_limits (
  story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
  picture TEXT NOT NULL,
  ends TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX picture_limits_by_end ON picture_limits (ends);
CREATE INDEX picture_limits_by_story ON picture_limits (story);
`;

/** As much of a snapshot as says when a picture's time ends, as versions 1 and 2 wrote it. */
const Snapshot = z.object({
  pictures: z.array(
    z.object({
      id: z.string(),
      restrictions: z.array(
        z.object({ kind: z.string(), until: z.string().nullable().default(null), text: z.string() }),
      ),
    }),
  ),
});
const Row = z.object({ snapshot: z.instanceof(Uint8Array) });

/** Fills `picture_limits` from the stories that are there. One that cannot be read is passed over: the doctor tells of it. */
export function fillPictureLimits(database: Database): void {
  const insert = database.prepare(
    'INSERT INTO picture_limits (story, picture, ends, why) VALUES (?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT snapshot FROM stories WHERE id = ?');
  for (const id of database.prepare('SELECT id FROM stories WHERE pictures > 0').pluck().all())
    for (const { picture, ends, why } of limitsIn(Row.parse(select.get(id)).snapshot))
      insert.run(id, picture, ends, why);
}

function limitsIn(bytes: Uint8Array): ReturnType<typeof limitsOf> {
  try {
    const { pictures } = Snapshot.parse(JSON.parse(inflateRawSync(bytes).toString('utf8')));
    return pictures.flatMap(picture => limitsOf({ ...picture, leases: [] }));
  } catch {
    return [];
  }
}
