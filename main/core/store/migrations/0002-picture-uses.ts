import { inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';

/** As much of a snapshot as says which files a story's pictures have, as version 1 wrote it. */
const Snapshot = z.object({
  pictures: z.array(z.object({ file: z.object({ sha256: z.string() }).nullable() })),
});
const Row = z.object({ snapshot: z.instanceof(Uint8Array) });

/** Fills `picture_uses` from the stories that are there. One that cannot be read is passed over: the doctor tells of it. */
export function fillPictureUses(database: Database): void {
  const insert = database.prepare('INSERT OR IGNORE INTO picture_uses (sha256, story) VALUES (?, ?)');
  const select = database.prepare('SELECT snapshot FROM stories WHERE id = ?');
  for (const id of database.prepare('SELECT id FROM stories WHERE pictures > 0').pluck().all())
    for (const sha256 of hashesIn(Row.parse(select.get(id)).snapshot)) insert.run(sha256, id);
}

function hashesIn(bytes: Uint8Array): readonly string[] {
  try {
    const { pictures } = Snapshot.parse(JSON.parse(inflateRawSync(bytes).toString('utf8')));
    return pictures.flatMap(({ file }) => (file ? [file.sha256] : []));
  } catch {
    return [];
  }
}
