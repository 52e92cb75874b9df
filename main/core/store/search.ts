import type { MethodOutput, MethodRequest } from '../../contract/methods.ts';
import { StoryState, type StorySummary } from '../../contract/story.ts';
import { foldAll } from './folding.ts';
import type { Store } from './open.ts';
import { allRows, firstRow, integer, type Sql, text } from './sql.ts';

/**
 * The list of stories: newest first, or by how well they fit the words searched for. Put-aside (spiked) stories
 * are listed only where they are asked for, or where words are.
 */
export function listStories(
  store: Store,
  request: MethodRequest<'stories.list'>,
): MethodOutput<'stories.list'> {
  foldAll(store);
  const { database } = store;
  const match = matchExpression(request.query);
  const [count, list] = match === null ? listing(request) : searching(request, match);
  return {
    total: firstRow(database, count, row => integer(row, 'total')) ?? 0,
    stories: request.limit === 0 ? [] : allRows(database, list, readSummary),
  };
}

const columns =
  's.id, s.slugline, s.headline, s.state, s.words, s.updated, s.urgency, s.embargoed, e.until, s.pictures';

/** An embargo without a time stands until somebody releases it, and has no row. */
const embargoes = 'LEFT JOIN embargoes e ON e.story = s.id';

/** Exported for the test that asserts the indexes are used. */
export function listing({
  state,
  limit,
  offset,
}: MethodRequest<'stories.list'>): readonly [count: Sql, list: Sql] {
  const [where, values]: [string, unknown[]] =
    state === null ? ["s.state <> 'spiked'", []] : ['s.state = ?', [state]];
  return [
    { text: `SELECT count(*) AS total FROM stories s WHERE ${where}`, values },
    {
      text: `SELECT ${columns}, '' AS snippet FROM stories s ${embargoes} WHERE ${where} ORDER BY s.updated DESC, s.id DESC LIMIT ? OFFSET ?`,
      values: [...values, limit, offset],
    },
  ];
}

/** Marks around a match in a snippet: private use characters, so that no text can contain a mark by accident. */
const open = '\uE000';
const close = '\uE001';

/**
 * Ranked first, and only the rows to be shown are given a snippet: building one for each match is what costs.
 * Exported for the test that asserts the indexes are used.
 */
export function searching(
  { state, limit, offset }: MethodRequest<'stories.list'>,
  match: string,
): readonly [count: Sql, list: Sql] {
  const [where, values]: [string, unknown[]] = state === null ? ['', []] : [' AND s.state = ?', [state]];
  // Without a state there is nothing to look up for each match: every row of the index is a story's.
  const counted = state === null ? 'FROM story_text' : null;
  const from = 'FROM story_text t JOIN story_text_rows r ON r.row = t.rowid JOIN stories s ON s.id = r.story';
  return [
    {
      text: `SELECT count(*) AS total ${counted ?? from} WHERE story_text MATCH ?${where}`,
      values: [match, ...values],
    },
    {
      text: `SELECT ${columns}, snippet(story_text, -1, '${open}', '${close}', '…', 16) AS snippet ${from} ${embargoes}
        WHERE story_text MATCH ?${where} AND t.rank MATCH 'bm25(10, 8, 3, 1, 2)' ORDER BY t.rank LIMIT ? OFFSET ?`,
      values: [match, ...values, limit, offset],
    },
  ];
}

/**
 * What someone typed as an FTS5 expression: every word is a prefix, "quoted words" are a phrase, and nothing
 * typed can be taken for syntax.
 * @returns null where there is no word in it
 */
export function matchExpression(query: string): string | null {
  const terms: string[] = [];
  for (const [, phrase, word] of query.matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const plain = (phrase ?? word ?? '').replace(/[\u0000-\u001f"]/g, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(plain)) continue;
    terms.push(phrase === undefined ? `"${plain}" *` : `"${plain}"`);
  }
  return terms.length === 0 ? null : terms.join(' AND ');
}

function readSummary(row: Readonly<Record<string, unknown>>): StorySummary {
  return {
    id: text(row, 'id'),
    slugline: text(row, 'slugline'),
    headline: text(row, 'headline'),
    state: StoryState.parse(row.state),
    words: integer(row, 'words'),
    updated: text(row, 'updated'),
    urgency: integer(row, 'urgency'),
    embargo: integer(row, 'embargoed') === 1 ? { until: moment(row.until) } : null,
    pictures: integer(row, 'pictures'),
    snippet: text(row, 'snippet'),
  };
}

function moment(milliseconds: unknown): string | null {
  return typeof milliseconds === 'number' ? new Date(milliseconds).toISOString() : null;
}
