import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeStore } from '../../../../main/core/store/care.ts';
import type { Store } from '../../../../main/core/store/open.ts';
import { listing, listStories, searching } from '../../../../main/core/store/search.ts';
import { saveStory } from '../../../../main/core/store/stories.ts';
import { makeStory, openTestStore, temporaryFolder } from '../../../support/store.ts';

const { folder, remove } = temporaryFolder();
let store: Store;
beforeAll(async () => {
  store = await openTestStore(folder);
  makeStory(store, { slugline: 'FERRY-STRIKE', headline: 'Crews walk out' }, [
    'The crossing to Port Selwyn is closed.',
  ]);
  makeStory(store, { slugline: 'HARBOUR' }, ['A ferry was seen. Überfahrt fällt aus.']);
  const { id } = makeStory(store, { slugline: 'SPIKED-FERRY' });
  saveStory(store, { id, base: 1, session: 's1', author: 'Ida', patch: { state: 'spiked' } });
});
afterAll(async () => {
  await closeStore(store);
  remove();
});

const found = (query: string, state: 'spiked' | null = null): readonly string[] =>
  listStories(store, { query, state, limit: 10, offset: 0 }).stories.map(story => story.slugline);

describe('search as you type', () => {
  it('finds beginnings of words, wherever they stand, names first', () => {
    expect(found('fer').toSorted()).toEqual(['FERRY-STRIKE', 'HARBOUR', 'SPIKED-FERRY']);
    expect(found('fer').at(-1)).toBe('HARBOUR');
    expect(found('selw cross')).toEqual(['FERRY-STRIKE']);
    expect(found('uberfahrt')).toEqual(['HARBOUR']);
    expect(found('"port selwyn"')).toEqual(['FERRY-STRIKE']);
    expect(found('"selwyn port"')).toEqual([]);
  });

  it('keeps what was put aside out of the list, unless it is asked for', () => {
    expect(found('')).not.toContain('SPIKED-FERRY');
    expect(found('', 'spiked')).toEqual(['SPIKED-FERRY']);
  });

  it('marks what it found', () => {
    const [story] = listStories(store, { query: 'selwyn', state: null, limit: 1, offset: 0 }).stories;
    expect(story?.snippet).toContain('\uE000Selwyn\uE001');
  });

  it('takes anything that can be typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), query => {
        expect(listStories(store, { query, state: null, limit: 5, offset: 0 }).total).toBeGreaterThanOrEqual(
          0,
        );
      }),
      { numRuns: 400 },
    );
    for (const query of ['"', '""', 'a OR', 'NEAR(', '*', '-', 'slugline:x', 'AND', "';--", '\u0000'])
      expect(found(query)).toBeInstanceOf(Array);
  });

  it('uses its indexes', () => {
    const plan = ({ text, values }: { text: string; values: readonly unknown[] }): string =>
      JSON.stringify(store.database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values));
    const request = { query: '', state: null, limit: 10, offset: 0 } as const;
    expect(plan(listing(request)[1])).toContain('stories_by_updated');
    expect(plan(listing({ ...request, state: 'draft' })[1])).toContain('stories_by_state');
    const [count, list] = searching(request, '"ferry" *');
    expect(plan(list)).toContain('VIRTUAL TABLE INDEX');
    expect(plan(list)).not.toContain('SCAN s');
    for (const found of [plan(listing(request)[1]), plan(list)]) expect(found).not.toContain('SCAN e');
    expect(plan(count)).not.toContain('SEARCH s');
  });
});
