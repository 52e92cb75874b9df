import { WiredeskError } from '../../contract/failure.ts';
import type { RevisionInfo, SaveResult } from '../../contract/methods.ts';
import { applyPatch, type Draft, mergeFields, PatchMismatch, type StoryPatch } from '../../contract/patch.ts';
import { countBody, emptyFields, type NewStory, type Story, StoryState } from '../../contract/story.ts';
import type { Filing } from '../../contract/wire.ts';
import { markSeen, writeEmbargo } from './embargoes.ts';
import { type Authorship, foldStory, openStory, writeSnapshot } from './folding.ts';
import { appendFiling, listOverrides } from './log.ts';
import { noSuchStory, type Store } from './open.ts';
import { keepOpen, type StoredStory } from './open-stories.ts';
import { killPictures, writePictureUses } from './picture-uses.ts';
import { unpackSnapshot } from './snapshot.ts';
import { allRows, blob, firstRow, integer, run, sql, text, transaction } from './sql.ts';

/** A journal longer than this is folded: reading it back must stay quick. */
const foldAfterPatches = 200;
const foldAfterBytes = 256 * 1024;

/** Writes a new story as its first revision. */
export function createStory(
  store: Store,
  {
    story,
    author,
    session,
    cause,
    providerDomain,
  }: Authorship & { readonly story: NewStory; readonly providerDomain: string },
): Story {
  const id = store.ids();
  const now = store.clock.now().toISOString();
  const day = now.slice(0, 10).replaceAll('-', '');
  const made: StoredStory = {
    id,
    guid: story.guid ?? `urn:newsml:${providerDomain}:${day}:${id}`,
    version: story.version ?? 1,
    revision: 1,
    state: story.state ?? 'draft',
    created: story.created ?? now,
    updated: now,
    fields: mergeFields(emptyFields, story.fields),
    body: story.body,
    pictures: story.pictures,
  };
  requireDistinctBlocks(made);
  transaction(store.database, () => {
    run(
      store.database,
      sql`INSERT INTO stories (id, guid, version, revision, folded_revision, state, created, updated, author, session,
          slugline, headline, urgency, embargoed, words, pictures, snapshot)
        VALUES (${id}, ${made.guid}, ${made.version}, 1, 1, ${made.state}, ${made.created}, ${now}, ${author}, ${session},
          '', '', 5, 0, 0, 0, x'')`,
    );
    writeSnapshot(store, made, { author, session, cause });
  });
  keepOpen(store.openStories, {
    story: made,
    foldedRevision: 1,
    journalPatches: 0,
    journalBytes: 0,
    author,
    session,
  });
  return whole(store, made);
}

function requireDistinctBlocks(story: Pick<StoredStory, 'body'>): void {
  const ids = new Set(story.body.blocks.map(block => block.id));
  if (ids.size !== story.body.blocks.length)
    throw new WiredeskError('bad-request', 'Two blocks of the story have the same identifier.');
}

/**
 * A story as it is, or as it stood at a revision: the newest kept one not after it, since typing is kept in runs.
 * @throws WiredeskError 'not-found'
 */
export function loadStory(store: Store, id: string, revision?: number): Story {
  const { story } = openStory(store, id);
  if (revision === undefined || revision === story.revision) return whole(store, story);
  if (revision > story.revision)
    throw new WiredeskError(
      'not-found',
      `The story has ${story.revision} revisions; there is no revision ${revision}.`,
    );
  foldStory(store, id);
  const row = firstRow(
    store.database,
    sql`SELECT revision, time, state, version, snapshot FROM revisions WHERE story = ${id} AND revision <= ${revision}
      ORDER BY revision DESC LIMIT 1`,
    each => each,
  );
  if (!row) throw new WiredeskError('not-found', `Revision ${revision} of the story is not kept.`);
  return whole(store, {
    ...story,
    revision: integer(row, 'revision'),
    version: integer(row, 'version'),
    updated: text(row, 'time'),
    state: StoryState.parse(row.state),
    ...unpackSnapshot(blob(row, 'snapshot')),
  });
}

function whole(store: Store, story: StoredStory): Story {
  return {
    ...story,
    counts: countBody(story.body, story.fields.language),
    overrides: listOverrides(store, story.id),
  };
}

export interface Save {
  readonly id: string;
  /** The revision that the patch was made from. */
  readonly base: number;
  readonly session: string;
  readonly author: string;
  readonly patch: StoryPatch;
}

/**
 * Appends a patch to the story's journal as its next revision. Writes the patch, not the story. Where the story
 * has moved on since `base`, nothing is written and both sides are given back.
 * @throws WiredeskError 'not-found', 'bad-request' where the patch does not fit, 'disk'
 */
export function saveStory(store: Store, { id, base, session, author, patch }: Save): SaveResult {
  const open = openStory(store, id);
  if (base !== open.story.revision)
    return {
      status: 'conflict',
      base: loadStory(store, id, base),
      theirs: whole(store, open.story),
      theirAuthor: open.author,
    };
  const draft = applied(open.story, patch);
  const elsewhere =
    open.author !== author ||
    open.session !== session ||
    draft.state !== open.story.state ||
    longPause(store, open.story);
  if (elsewhere) foldStory(store, id);
  const before = openStory(store, id);
  const now = store.clock.now().toISOString();
  const story: StoredStory = { ...before.story, ...draft, revision: before.story.revision + 1, updated: now };
  const words = JSON.stringify(patch);
  transaction(store.database, () => {
    run(
      store.database,
      sql`INSERT INTO journal (story, revision, time, patch) VALUES (${id}, ${story.revision}, ${now}, ${words})`,
    );
    run(
      store.database,
      sql`UPDATE stories SET revision = ${story.revision}, updated = ${now}, author = ${author}, session = ${session},
        state = ${story.state}, slugline = ${story.fields.slugline}, headline = ${story.fields.headline} WHERE id = ${id}`,
    );
    // At once, not when the journal is folded: a kill has to find them now.
    if (patch.pictures !== undefined) writePictureUses(store, story);
    // And the clock has to know when to tell.
    if (patch.fields?.embargo !== undefined) writeEmbargo(store, story);
  });
  const journalPatches = before.journalPatches + 1;
  const journalBytes = before.journalBytes + words.length;
  keepOpen(store.openStories, { ...before, story, journalPatches, journalBytes, author, session });
  if (journalPatches > foldAfterPatches || journalBytes > foldAfterBytes) foldIfPossible(store, id);
  return { status: 'saved', revision: story.revision, savedAt: now };
}

/** The save is on the disk already: a disk too full for the snapshot leaves it in the journal until there is room. */
function foldIfPossible(store: Store, id: string): void {
  try {
    foldStory(store, id);
  } catch (error) {
    if (!(error instanceof WiredeskError && error.code === 'disk')) throw error;
  }
}

function applied(draft: Draft, patch: StoryPatch): Draft {
  try {
    return applyPatch(draft, patch);
  } catch (error) {
    if (error instanceof PatchMismatch)
      throw new WiredeskError('bad-request', `The change does not fit the story: ${error.message}.`, {
        cause: error,
      });
    throw error;
  }
}

function longPause(store: Store, story: StoredStory): boolean {
  return Math.abs(store.clock.now().getTime() - Date.parse(story.updated)) > 5 * 60_000;
}

/** Writes a whole new revision of a story: a restoration, a filing. */
function replaceStory(
  store: Store,
  id: string,
  authorship: Authorship,
  change: (story: StoredStory) => Partial<StoredStory>,
): Story {
  foldStory(store, id);
  const { story } = openStory(store, id);
  const next: StoredStory = {
    ...story,
    ...change(story),
    revision: story.revision + 1,
    updated: store.clock.now().toISOString(),
  };
  writeSnapshot(store, next, authorship);
  const { author, session } = authorship;
  keepOpen(store.openStories, {
    story: next,
    foldedRevision: next.revision,
    journalPatches: 0,
    journalBytes: 0,
    author,
    session,
  });
  return whole(store, next);
}

/** Makes an earlier revision the newest one. What was newest stays in the history. */
export function restoreStory(
  store: Store,
  {
    id,
    revision,
    author,
    session,
  }: { readonly id: string; readonly revision: number; readonly author: string; readonly session: string },
): Story {
  const { state, fields, body, pictures } = loadStory(store, id, revision);
  return forgettingOnFailure(store, id, () =>
    replaceStory(store, id, { author, session, cause: `restore ${revision}` }, () => ({
      state,
      fields,
      body,
      pictures,
    })),
  );
}

/** Takes what came over the wire as a story's next revision; within one transaction with what the caller adds. */
export function receiveStory(
  store: Store,
  id: string,
  authorship: Authorship,
  change: (story: StoredStory) => Partial<StoredStory>,
  beside: () => void,
): Story {
  return forgettingOnFailure(store, id, () => {
    beside();
    const story = replaceStory(store, id, authorship, change);
    if (story.state === 'killed') killPictures(store, story);
    return story;
  });
}

/** Records a filing: the version that went out, and the state it leaves the story in. */
export function fileStory(
  store: Store,
  {
    id,
    author,
    session,
    filing,
  }: { readonly id: string; readonly author: string; readonly session: string; readonly filing: Filing },
): Story {
  return forgettingOnFailure(store, id, () => {
    appendFiling(store, id, filing);
    // Whoever sends a story knows that it may go.
    markSeen(store, id);
    const story = replaceStory(store, id, { author, session, cause: 'file' }, before => ({
      version: filing.version,
      state: stateAfterFiling(before.fields.editorialAction),
    }));
    if (story.state === 'killed') killPictures(store, story);
    return story;
  });
}

function stateAfterFiling(action: StoredStory['fields']['editorialAction']): StoryState {
  if (action === 'kill') return 'killed';
  return action === 'withhold' ? 'withheld' : 'filed';
}

/** One transaction; where it fails, the story in memory is read again rather than believed. */
function forgettingOnFailure<T>(store: Store, id: string, work: () => T): T {
  try {
    return transaction(store.database, work);
  } catch (error) {
    store.openStories.delete(id);
    throw error;
  }
}

/** The saves of a story, newest first; a run of typing is one. */
export function listRevisions(store: Store, id: string): readonly RevisionInfo[] {
  foldStory(store, id);
  return allRows(
    store.database,
    sql`SELECT revision, time, author, session, state, cause, words FROM revisions WHERE story = ${id} ORDER BY revision DESC`,
    row => ({
      revision: integer(row, 'revision'),
      time: text(row, 'time'),
      author: text(row, 'author'),
      session: text(row, 'session'),
      state: StoryState.parse(row.state),
      cause: text(row, 'cause'),
      words: integer(row, 'words'),
    }),
  );
}

/** The explicit purge: the story, its history, its comments and its words are gone; the logs stay. */
export function purgeStory(store: Store, id: string): void {
  store.openStories.delete(id);
  transaction(store.database, () => {
    run(
      store.database,
      sql`DELETE FROM story_text WHERE rowid = (SELECT row FROM story_text_rows WHERE story = ${id})`,
    );
    if (run(store.database, sql`DELETE FROM stories WHERE id = ${id}`) === 0) throw noSuchStory(id);
  });
}
