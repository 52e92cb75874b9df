import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeStore } from '../../../../main/core/store/care.ts';
import { addComment, listComments } from '../../../../main/core/store/comments.ts';
import { appendFiling, listFilings } from '../../../../main/core/store/log.ts';
import type { Store } from '../../../../main/core/store/open.ts';
import { listStories } from '../../../../main/core/store/search.ts';
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
beforeAll(async () => {
  store = await openTestStore(folder, clock);
});
afterAll(async () => {
  await closeStore(store);
  remove();
});

const ida = { author: 'Ida', session: 's1' };
const type = (id: string, base: number, headline: string, who = ida) =>
  saveStory(store, { id, base, ...who, patch: { fields: { headline } } });
const filing = { time: 't', by: 'Ida', destination: 'D', format: 'text', version: 2, files: [] };
const history = (id: string): readonly string[] =>
  listRevisions(store, id).map(each => `${each.revision} ${each.cause}`);

describe('the history of a story', () => {
  it('keeps creation, restoration and filing apart from the typing around them', () => {
    const { id } = makeStory(store, { headline: 'First' });
    type(id, 1, 'Second');
    restoreStory(store, { id, revision: 1, ...ida });
    type(id, 3, 'Third');
    type(id, 4, 'Fourth');
    fileStory(store, { id, ...ida, filing });
    type(id, 6, 'Fifth');
    expect(history(id)).toEqual(['7 edit', '6 file', '5 edit', '3 restore 1', '2 edit', '1 create']);
    expect(loadStory(store, id, 6)).toMatchObject({
      version: 2,
      state: 'filed',
      fields: { headline: 'Fourth' },
    });
  });

  it('gives the nearest kept revision before the one asked for, and none that is to come', () => {
    const { id } = makeStory(store, { headline: '1' });
    for (let base = 1; base < 5; base += 1) type(id, base, `${base + 1}`);
    expect(loadStory(store, id, 5).fields.headline).toBe('5');
    expect(history(id)).toEqual(['5 edit', '1 create']);
    expect(loadStory(store, id, 3)).toMatchObject({ revision: 1, fields: { headline: '1' } });
    expect(() => loadStory(store, id, 6)).toThrowError(expect.objectContaining({ code: 'not-found' }));
  });

  it('has both sides of a conflict even where the base was one of a run of typing', () => {
    const { id } = makeStory(store, { headline: '1' });
    for (let base = 1; base < 5; base += 1) type(id, base, `${base + 1}`);
    expect(type(id, 3, 'Mine', { author: 'Tomas', session: 's2' })).toMatchObject({
      status: 'conflict',
      base: { revision: 1 },
      theirs: { revision: 5, fields: { headline: '5' } },
      theirAuthor: 'Ida',
    });
    expect(loadStory(store, id).revision).toBe(5);
  });

  it('is the same whether read from memory, from the journal or from the snapshot', () => {
    const step = fc.record({
      // As the contract lets a line through: its runs of white space are one space.
      headline: fc.string({ maxLength: 8 }).map(text => text.replace(/\s+/g, ' ')),
      author: fc.constantFrom('Ida', 'Tomas'),
      session: fc.constantFrom('s1', 's2'),
      minutes: fc.constantFrom(0, 1, 6, -30),
      after: fc.constantFrom('nothing', 'forget', 'fold', 'restore first'),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
        const { id } = makeStory(store, { headline: 'first' });
        let [revision, headline] = [1, 'first'];
        for (const { minutes, after, ...each } of steps) {
          clock.set(new Date(clock.now().getTime() + minutes * 60_000).toISOString());
          expect(type(id, revision, each.headline, each)).toMatchObject({ status: 'saved' });
          [revision, headline] = [revision + 1, each.headline];
          if (after === 'forget') store.openStories.clear();
          if (after === 'fold') listStories(store, { query: '', state: null, limit: 0, offset: 0 });
          if (after === 'restore first') {
            restoreStory(store, { id, revision: 1, ...ida });
            [revision, headline] = [revision + 1, 'first'];
          }
          expect(loadStory(store, id)).toMatchObject({ revision, fields: { headline } });
        }
        const kept = listRevisions(store, id);
        expect(kept.at(-1)).toMatchObject({ revision: 1, cause: 'create' });
        expect(kept[0]?.revision).toBe(revision);
        expect(loadStory(store, id, 1).fields.headline).toBe('first');
      }),
      { numRuns: 40 },
    );
  });
});

describe('a purge', () => {
  it('takes history, comments and words away, and leaves the logs and every other story', () => {
    const { id } = makeStory(store, { slugline: 'PURGED' }, ['Quetzal']);
    const other = makeStory(store, { slugline: 'OTHER' }, ['Quetzal too']).id;
    const comment = { block: null, quote: '', text: 'Is it so?', author: 'Ida' };
    addComment(store, { ...comment, story: id });
    addComment(store, { ...comment, story: other });
    type(id, 1, 'Typed');
    appendFiling(store, id, filing);
    purgeStory(store, id);
    const found = listStories(store, { query: 'quetzal', state: null, limit: 10, offset: 0 });
    expect(found.stories.map(story => story.slugline)).toEqual(['OTHER']);
    expect(found.total).toBe(1);
    expect(listComments(store, id)).toEqual([]);
    expect(listComments(store, other)).toHaveLength(1);
    expect(listRevisions(store, other)).toHaveLength(1);
    expect(listFilings(store, id)).toEqual([filing]);
    for (const gone of [() => purgeStory(store, id), () => listRevisions(store, id)])
      expect(gone).toThrowError(expect.objectContaining({ code: 'not-found' }));
  });

  it('cannot reach the log of filings', () => {
    expect(() => run(store.database, sql`DELETE FROM filings`)).toThrow('append-only');
    expect(() => run(store.database, sql`UPDATE filings SET filing = ''`)).toThrow('append-only');
  });
});
