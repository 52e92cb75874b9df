import { bodyText, inlineText } from '../../contract/body.ts';
import { applyPatch, StoryPatch } from '../../contract/patch.ts';
import { countBody, fieldNames, type StoryFields, StoryState, storyFields } from '../../contract/story.ts';
import { writeEmbargo } from './embargoes.ts';
import { noSuchStory, type Store } from './open.ts';
import { keepOpen, type OpenStory, type StoredStory } from './open-stories.ts';
import { writePictureUses } from './picture-uses.ts';
import { packSnapshot, unpackSnapshot } from './snapshot.ts';
import { allRows, blob, firstRow, integer, run, sql, text, transaction } from './sql.ts';

/**
 * The story as of its newest acknowledged revision: the snapshot with its journal applied.
 * @throws WiredeskError 'not-found'
 */
export function openStory(store: Store, id: string): OpenStory {
  const known = store.openStories.get(id);
  if (known) return known;
  const row = firstRow(store.database, sql`SELECT * FROM stories WHERE id = ${id}`, each => each);
  if (!row) throw noSuchStory(id);
  const journal = allRows(
    store.database,
    sql`SELECT patch FROM journal WHERE story = ${id} ORDER BY revision`,
    each => text(each, 'patch'),
  );
  const state = StoryState.parse(row.state);
  const draft = journal.reduce((before, patch) => applyPatch(before, StoryPatch.parse(JSON.parse(patch))), {
    state,
    ...unpackSnapshot(blob(row, 'snapshot')),
  });
  const story: StoredStory = {
    id,
    guid: text(row, 'guid'),
    version: integer(row, 'version'),
    revision: integer(row, 'revision'),
    created: text(row, 'created'),
    updated: text(row, 'updated'),
    ...draft,
  };
  const open: OpenStory = {
    story,
    foldedRevision: integer(row, 'folded_revision'),
    journalPatches: journal.length,
    journalBytes: journal.reduce((sum, patch) => sum + patch.length, 0),
    author: text(row, 'author'),
    session: text(row, 'session'),
  };
  keepOpen(store.openStories, open);
  return open;
}

/** Writes what the journal holds into snapshot, history and search. Nothing to do where it holds nothing. */
export function foldStory(store: Store, id: string): void {
  const open = openStory(store, id);
  if (open.foldedRevision === open.story.revision) return;
  transaction(store.database, () => {
    writeSnapshot(store, open.story, { author: open.author, session: open.session, cause: 'edit' });
    run(store.database, sql`DELETE FROM journal WHERE story = ${id}`);
  });
  keepOpen(store.openStories, {
    ...open,
    foldedRevision: open.story.revision,
    journalPatches: 0,
    journalBytes: 0,
  });
}

/** Folds every story that has a journal: before a search, and before the store is closed. */
export function foldAll(store: Store): void {
  const ids = allRows(store.database, sql`SELECT DISTINCT story FROM journal`, row => text(row, 'story'));
  for (const id of ids) foldStory(store, id);
}

export interface Authorship {
  readonly author: string;
  readonly session: string;
  readonly cause: string;
}

/** A run of typing is one row of history while it has one author, session and state and no long pause. */
const longPauseMs = 5 * 60_000;

/**
 * Writes a story's snapshot, its row of history and its words for search; within a transaction. Typing replaces
 * the newest row of history where it goes on from it; every other cause adds one.
 */
export function writeSnapshot(
  store: Store,
  story: StoredStory,
  { author, session, cause }: Authorship,
): void {
  const { database } = store;
  const { id, fields, state, revision, version, updated } = story;
  const snapshot = packSnapshot(story);
  const { words } = countBody(story.body, fields.language);
  const embargoed = fields.embargo === null ? 0 : 1;
  run(
    database,
    sql`UPDATE stories SET version = ${version}, revision = ${revision}, folded_revision = ${revision}, state = ${state},
      updated = ${updated}, author = ${author}, session = ${session}, slugline = ${fields.slugline},
      headline = ${fields.headline}, urgency = ${fields.urgency}, embargoed = ${embargoed}, words = ${words},
      pictures = ${story.pictures.length}, snapshot = ${snapshot} WHERE id = ${id}`,
  );
  if (cause === 'edit') {
    const last = firstRow(
      database,
      sql`SELECT revision, time, author, session, state, cause FROM revisions WHERE story = ${id} ORDER BY revision DESC LIMIT 1`,
      row => row,
    );
    const goesOn =
      last !== null &&
      last.cause === 'edit' &&
      last.author === author &&
      last.session === session &&
      last.state === state &&
      Math.abs(Date.parse(updated) - Date.parse(String(last.time))) < longPauseMs;
    if (goesOn) run(database, sql`DELETE FROM revisions WHERE story = ${id} AND revision = ${last.revision}`);
  }
  run(
    database,
    sql`INSERT INTO revisions (story, revision, time, author, session, state, cause, words, version, snapshot)
      VALUES (${id}, ${revision}, ${updated}, ${author}, ${session}, ${state}, ${cause}, ${words}, ${version}, ${snapshot})`,
  );
  writePictureUses(store, story);
  writeEmbargo(store, story);
  writeSearchText(store, story);
}

function writeSearchText(store: Store, story: StoredStory): void {
  const { database } = store;
  const { id, fields, state } = story;
  const known = firstRow(database, sql`SELECT row FROM story_text_rows WHERE story = ${id}`, row =>
    integer(row, 'row'),
  );
  const words = fieldNames
    .filter(name => storyFields[name].search && name !== 'slugline' && name !== 'headline')
    .map(name => fieldWords(fields[name]))
    .join('\n');
  const pictures = story.pictures
    .map(each =>
      [
        inlineText(each.caption),
        each.description,
        each.headline,
        each.altText,
        each.creator,
        each.creditLine,
      ].join('\n'),
    )
    .join('\n');
  const body = bodyText(story.body, { notes: true });
  if (known !== null) run(database, sql`DELETE FROM story_text WHERE rowid = ${known}`);
  run(
    database,
    sql`INSERT INTO story_text (rowid, slugline, headline, fields, body, pictures)
      VALUES (${known}, ${fields.slugline}, ${fields.headline}, ${words}, ${body}, ${pictures})`,
  );
  if (known === null)
    run(
      database,
      sql`INSERT INTO story_text_rows (row, story, state) VALUES (last_insert_rowid(), ${id}, ${state})`,
    );
  else run(database, sql`UPDATE story_text_rows SET state = ${state} WHERE row = ${known}`);
}

/** Every word in a field's value, whatever its shape. */
function fieldWords(value: StoryFields[keyof StoryFields]): string {
  if (value === null) return '';
  return typeof value === 'object'
    ? Object.values(value)
        .map(each =>
          typeof each === 'object' && each !== null ? Object.values(each).join(' ') : String(each),
        )
        .join('\n')
    : String(value);
}
