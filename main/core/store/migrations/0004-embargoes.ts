import { inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';

/**
 * When embargoes end, so that the next one is found without reading a story. A table of its own: a column that is
 * added to stories stands behind the snapshot, and a list would read its pages to reach it.
 */
export const embargoes = `
CREATE TABLE embargoes (
  story TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
  -- Milliseconds since 1970: an offset can lead into years whose words do not sort.
  until INTEGER NOT NULL,
  -- 'awaited'; 'told' once it has ended and the windows know; 'seen' once somebody has taken note, or nobody waited.
  notice TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX embargoes_by_end ON embargoes (notice, until);
`;

const End = z.object({ until: z.iso.datetime({ offset: true }).nullable() }).nullable();
/** As much of a snapshot and of a patch as says when an embargo ends, as versions 1 to 3 wrote them. */
const Snapshot = z.object({ fields: z.object({ embargo: End.default(null) }) });
const Patch = z.object({ fields: z.object({ embargo: End.optional() }).optional() });
const StoryRow = z.object({ id: z.string(), snapshot: z.instanceof(Uint8Array) });
const PatchRow = z.object({ story: z.string(), patch: z.string() });

/**
 * Fills `embargoes` from the stories that are there and what is in their journals. What was over when a story was
 * last saved is no news; what ended after that is told at the first start. One that cannot be read is passed over:
 * the doctor tells of it.
 */
export function fillEmbargoes(database: Database): void {
  const ends = new Map<string, string | null>();
  for (const row of database.prepare('SELECT id, snapshot FROM stories WHERE embargoed = 1').iterate()) {
    const { id, snapshot } = StoryRow.parse(row);
    ends.set(
      id,
      readOrNull(() => Snapshot.parse(unpacked(snapshot)).fields.embargo?.until ?? null),
    );
  }
  for (const row of database.prepare('SELECT story, patch FROM journal ORDER BY story, revision').iterate()) {
    const { story, patch } = PatchRow.parse(row);
    const fields = readOrNull(() => Patch.parse(JSON.parse(patch)).fields ?? null);
    if (fields?.embargo !== undefined) ends.set(story, fields.embargo?.until ?? null);
  }
  const known = Date.parse(String(database.prepare('SELECT max(updated) FROM stories').pluck().get()));
  const insert = database.prepare('INSERT INTO embargoes (story, until, notice) VALUES (?, ?, ?)');
  for (const [story, until] of ends)
    if (until !== null) insert.run(story, Date.parse(until), Date.parse(until) > known ? 'awaited' : 'seen');
}

function unpacked(snapshot: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(snapshot).toString('utf8'));
}

function readOrNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
