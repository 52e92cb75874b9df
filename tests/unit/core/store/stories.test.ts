import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeStore } from '../../../../main/core/store/care.ts';
import { appendOverride, listOverrides } from '../../../../main/core/store/log.ts';
import type { Store } from '../../../../main/core/store/open.ts';
import { run, sql } from '../../../../main/core/store/sql.ts';
import {
  fileStory,
  listRevisions,
  loadStory,
  purgeStory,
  restoreStory,
  saveStory,
} from '../../../../main/core/store/stories.ts';
import { makeStory, openTestStore, temporaryFolder, testClock } from '../../../support/store.ts';

const { folder, remove } = temporaryFolder();
const clock = testClock();
let store: Store;
let number = 0;
beforeEach(async () => {
  clock.set('2026-11-23T10:00:00.000Z');
  number += 1;
  store = await openTestStore(`${folder}/${number}`, clock);
});
afterEach(async () => {
  await closeStore(store);
  if (number === 9) remove();
});

const headline = (text: string) => ({ fields: { headline: text } });
const save = (id: string, base: number, patch: object, who: { author?: string; session?: string } = {}) =>
  saveStory(store, { id, base, author: 'Ida', session: 's1', ...who, patch });

describe('a story in the store', () => {
  it('is what was saved last, and every acknowledged save counts', () => {
    const { id } = makeStory(store, { slugline: 'LOCK' });
    expect(save(id, 1, headline('One'))).toMatchObject({ status: 'saved', revision: 2 });
    expect(save(id, 2, headline('Two'))).toMatchObject({ status: 'saved', revision: 3 });
    store.openStories.clear();
    expect(loadStory(store, id)).toMatchObject({
      revision: 3,
      fields: { headline: 'Two', slugline: 'LOCK' },
    });
  });

  it('gives both sides of a conflict and writes neither', () => {
    const { id } = makeStory(store, {});
    save(id, 1, headline('Theirs'), { author: 'Tomas', session: 's2' });
    expect(save(id, 1, headline('Mine'))).toMatchObject({
      status: 'conflict',
      base: { revision: 1 },
      theirs: { revision: 2, fields: { headline: 'Theirs' } },
      theirAuthor: 'Tomas',
    });
    expect(loadStory(store, id)).toMatchObject({ revision: 2, fields: { headline: 'Theirs' } });
  });

  it('refuses a patch that does not fit, and is unchanged', () => {
    const { id } = makeStory(store, {});
    const patch = { blocks: { changed: [], removed: ['not there'], inserted: [] } };
    expect(() => save(id, 1, patch)).toThrowError(expect.objectContaining({ code: 'bad-request' }));
    expect(loadStory(store, id).revision).toBe(1);
  });

  it('keeps a run of typing as one row of history, but never across authors, sessions, states or a long pause', () => {
    const { id } = makeStory(store, {});
    let base = 1;
    const next = (patch: object, who = {}) => save(id, base++, patch, who);
    next(headline('a'));
    next(headline('ab'));
    expect(listRevisions(store, id).map(each => each.revision)).toEqual([3, 1]);
    next(headline('abc'));
    next(headline('b'), { session: 's2' });
    next(headline('c'), { session: 's2', author: 'Tomas' });
    next({ state: 'edit' }, { session: 's2', author: 'Tomas' });
    clock.set('2026-11-23T10:30:00.000Z');
    next(headline('d'), { session: 's2', author: 'Tomas' });
    expect(listRevisions(store, id).map(each => [each.revision, each.author, each.state])).toEqual([
      [8, 'Tomas', 'edit'],
      [7, 'Tomas', 'edit'],
      [6, 'Tomas', 'draft'],
      [5, 'Ida', 'draft'],
      [4, 'Ida', 'draft'],
      [1, 'Ida', 'draft'],
    ]);
  });

  it('goes on where the clock jumps back', () => {
    const { id } = makeStory(store, {});
    clock.set('2020-01-01T00:00:00.000Z');
    expect(save(id, 1, headline('Earlier'))).toMatchObject({ status: 'saved', revision: 2 });
    expect(listRevisions(store, id).map(each => each.revision)).toEqual([2, 1]);
  });

  it('restores a revision as a new one, and forgets nothing', () => {
    const { id } = makeStory(store, { headline: 'First' });
    save(id, 1, headline('Second'), { session: 's2' });
    expect(restoreStory(store, { id, revision: 1, author: 'Ida', session: 's3' })).toMatchObject({
      revision: 3,
      fields: { headline: 'First' },
    });
    expect(loadStory(store, id, 2).fields.headline).toBe('Second');
    expect(listRevisions(store, id)[0]?.cause).toBe('restore 1');
  });

  it('is filed as a version, and a kill leaves it killed', () => {
    const { id } = makeStory(store, { editorialAction: 'kill' });
    const filing = { time: 't', by: 'Ida', destination: 'D', format: 'text', version: 4, files: [] };
    const filed = fileStory(store, { id, author: 'Ida', session: 's1', filing });
    expect(filed).toMatchObject({ version: 4, state: 'killed' });
  });

  it('takes no change to its logs', () => {
    const { id } = makeStory(store, {});
    const entry = { time: 't', by: 'Ida', reason: 'r', destination: null, format: 'text', overridden: ['x'] };
    appendOverride(store, id, entry);
    expect(() => run(store.database, sql`DELETE FROM overrides`)).toThrow('append-only');
    expect(() => run(store.database, sql`UPDATE overrides SET story = ''`)).toThrow('append-only');
    purgeStory(store, id);
    expect(listOverrides(store, id)).toEqual([entry]);
    expect(() => loadStory(store, id)).toThrowError(expect.objectContaining({ code: 'not-found' }));
  });

  it('says that it is not there', () => {
    expect(() => loadStory(store, 'nothing')).toThrowError(expect.objectContaining({ code: 'not-found' }));
  });
});
