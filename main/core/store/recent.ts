import { z } from 'zod';
import { foldAll } from './folding.ts';
import { type NamedStory, namedStory } from './named-story.ts';
import type { Store } from './open.ts';
import { getMark, setMark } from './settings.ts';
import { allRows, sql } from './sql.ts';

/** The stories that were opened last: a menu's length of them. */
const most = 10;
const mark = 'recent-stories';
const Kept = z.array(z.string());

/** Notes that a story was opened. @returns whether the list is another for it */
export function noteOpened(store: Store, id: string): boolean {
  const before = kept(store);
  if (before[0] === id) return false;
  // A little longer than what is shown: a purged story leaves no gap.
  const next = [id, ...before.filter(each => each !== id)].slice(0, 2 * most);
  setMark(store, mark, JSON.stringify(next));
  return true;
}

/** @returns the stories that were opened last and are still there, under their names of now, the last one first */
export function recentStories(store: Store): readonly NamedStory[] {
  foldAll(store);
  const ids = kept(store);
  const found = allRows(
    store.database,
    sql`SELECT id, slugline, headline FROM stories WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    namedStory,
  );
  return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).slice(0, most);
}

function kept(store: Store): readonly string[] {
  return Kept.parse(JSON.parse(getMark(store, mark) ?? '[]'));
}
