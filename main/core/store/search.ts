import type { MethodOutput, MethodRequest } from '../../contract/methods.ts';
import { StoryState, type StorySummary } from '../../contract/story.ts';
import { foldAll } from './folding.ts';
import type { Store } from './open.ts';
import { allRows, firstRow, integer, type ReadableDatabase, type Sql, text } from './sql.ts';

/**
 * The list of stories: newest first, or what fits the words searched for best first. Put-aside (spiked) stories are
 * listed only where they are asked for, or where words are.
 * @returns also how many there are in all, exactly
 */
export function listStories(
  store: Store,
  request: MethodRequest<'stories.list'>,
): MethodOutput<'stories.list'> {
  foldAll(store);
  const match = readQuery(request.query);
  return match === null ? listed(store, request) : found(store, request, match);
}

function listed({ database }: Store, request: MethodRequest<'stories.list'>): MethodOutput<'stories.list'> {
  const [count, list] = listing(request);
  return {
    total: counted(database, count),
    stories: request.limit === 0 ? [] : allRows(database, list, readSummary),
  };
}

/**
 * Past this many matches, as for the first letters of a word, those made last stand first within their tier: to weigh
 * each against all others costs the more the less it says. All are still counted, and all are reached by paging on.
 */
export const mostWeighed = 2_000;

function found(
  { database }: Store,
  { state, limit, offset }: MethodRequest<'stories.list'>,
  match: Match,
): MethodOutput<'stories.list'> {
  const matches = counted(database, counting(match.beginnings, null));
  const total = state === null ? matches : counted(database, counting(match.beginnings, state));
  const order = matches > mostWeighed ? 'newest' : 'fitting';
  const wanted = Math.min(limit, total - offset);
  const stories: StorySummary[] = [];
  let passOver = offset;
  for (const tier of tiers(match)) {
    if (stories.length >= wanted) break;
    const rest = { state, limit: wanted - stories.length, offset: passOver };
    const here = allRows(database, searching(tier, order, rest), readSummary);
    stories.push(...here);
    if (here.length > 0) passOver = 0;
    else if (passOver > 0) passOver -= counted(database, counting(tier, state));
  }
  return { total, stories };
}

function counted(database: ReadableDatabase, count: Sql): number {
  return firstRow(database, count, row => integer(row, 'total')) ?? 0;
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

/** The words searched for, as FTS5 expressions. */
export interface Match {
  /** Every word as the beginning of one. */
  readonly beginnings: string;
  /** Every word whole. */
  readonly words: string;
}

/**
 * What matches, in the order it is shown, nothing twice: slugline and headline have the words whole; they have words
 * that begin so; the words stand elsewhere.
 */
export function tiers({ beginnings, words }: Match): readonly string[] {
  const inNames = (expression: string): string => `{slugline headline} : (${expression})`;
  return [
    inNames(words),
    `${inNames(beginnings)} NOT ${inNames(words)}`,
    `(${beginnings}) NOT ${inNames(beginnings)}`,
  ];
}

/** How many stories match. Without a state every row of the index is one. Exported, as the next, for the test of plans. */
export function counting(expression: string, state: StoryState | null): Sql {
  const count = 'SELECT count(*) AS total FROM story_text t';
  if (state === null) return { text: `${count} WHERE story_text MATCH ?`, values: [expression] };
  return { text: `${count} ${rows} WHERE story_text MATCH ? AND r.state = ?`, values: [expression, state] };
}

/** A CROSS JOIN, as the index has to be asked first, whatever the planner thinks of the others. */
const rows = 'CROSS JOIN story_text_rows r ON r.row = t.rowid';

/** A page of what matches. Either order is the index's own: only the rows that are shown are given a snippet. */
export function searching(
  expression: string,
  order: 'fitting' | 'newest',
  { state, limit, offset }: Omit<MethodRequest<'stories.list'>, 'query'>,
): Sql {
  const [where, values]: [string, unknown[]] = state === null ? ['', []] : ['AND r.state = ?', [state]];
  const ordered =
    order === 'newest' ? 'ORDER BY t.rowid DESC' : "AND t.rank MATCH 'bm25(10, 8, 3, 1, 2)' ORDER BY t.rank";
  return {
    text: `SELECT ${columns}, snippet(story_text, -1, '${open}', '${close}', '…', 16) AS snippet
      FROM story_text t ${rows} CROSS JOIN stories s ON s.id = r.story ${embargoes}
      WHERE story_text MATCH ? ${where} ${ordered} LIMIT ? OFFSET ?`,
    values: [expression, ...values, limit, offset],
  };
}

/**
 * What someone typed as FTS5 expressions: every word may be the beginning of one, "quoted words" are a phrase, and
 * nothing typed can be taken for syntax.
 * @returns null where there is no word in it
 */
function readQuery(query: string): Match | null {
  const terms: { readonly text: string; readonly isPhrase: boolean }[] = [];
  for (const [, phrase, word] of query.matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
    const plain = (phrase ?? word ?? '').replace(/[\u0000-\u001f"]/g, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(plain)) terms.push({ text: `"${plain}"`, isPhrase: phrase !== undefined });
  }
  if (terms.length === 0) return null;
  return {
    beginnings: terms.map(({ text: term, isPhrase }) => (isPhrase ? term : `${term} *`)).join(' AND '),
    words: terms.map(({ text: term }) => term).join(' AND '),
  };
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
