import { WiredeskError } from '../../contract/failure.ts';
import type { Comment } from '../../contract/methods.ts';
import { noSuchStory, type Store } from './open.ts';
import { allRows, firstRow, run, sql, text } from './sql.ts';

/** The comments on a story, oldest first. */
export function listComments(store: Store, story: string): readonly Comment[] {
  return allRows(
    store.database,
    sql`SELECT * FROM comments WHERE story = ${story} ORDER BY time, id`,
    readComment,
  );
}

/** @throws WiredeskError 'not-found' where the story is not there */
export function addComment(
  store: Store,
  comment: Pick<Comment, 'story' | 'block' | 'quote' | 'text' | 'author'>,
): Comment {
  const known = firstRow(store.database, sql`SELECT id FROM stories WHERE id = ${comment.story}`, row => row);
  if (!known) throw noSuchStory(comment.story);
  const made: Comment = {
    ...comment,
    id: store.ids(),
    time: store.clock.now().toISOString(),
    resolved: null,
  };
  run(
    store.database,
    sql`INSERT INTO comments (id, story, block, quote, text, author, time)
      VALUES (${made.id}, ${made.story}, ${made.block}, ${made.quote}, ${made.text}, ${made.author}, ${made.time})`,
  );
  return made;
}

/** @throws WiredeskError 'not-found' */
export function resolveComment(
  store: Store,
  { id, by }: { readonly id: string; readonly by: string },
): Comment {
  const time = store.clock.now().toISOString();
  run(
    store.database,
    sql`UPDATE comments SET resolved_by = ${by}, resolved_time = ${time} WHERE id = ${id} AND resolved_time IS NULL`,
  );
  const comment = firstRow(store.database, sql`SELECT * FROM comments WHERE id = ${id}`, readComment);
  if (!comment) throw new WiredeskError('not-found', 'That comment is not there.');
  return comment;
}

function readComment(row: Readonly<Record<string, unknown>>): Comment {
  return {
    id: text(row, 'id'),
    story: text(row, 'story'),
    block: row.block === null ? null : text(row, 'block'),
    quote: text(row, 'quote'),
    text: text(row, 'text'),
    author: text(row, 'author'),
    time: text(row, 'time'),
    resolved:
      row.resolved_time === null ? null : { by: text(row, 'resolved_by'), time: text(row, 'resolved_time') },
  };
}
