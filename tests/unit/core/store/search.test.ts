import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeStore } from '../../../../main/core/store/care.ts';
import type { Store } from '../../../../main/core/store/open.ts';
import {
  counting,
  listing,
  listStories,
  mostWeighed,
  searching,
  tiers,
} from '../../../../main/core/store/search.ts';
import { transaction } from '../../../../main/core/store/sql.ts';
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
    for (const found of listing(request).map(plan)) expect(found).not.toContain('SCAN e');
    const match = { beginnings: '"ferry" *', words: '"ferry"' };
    expect(plan(counting(match.beginnings, null))).not.toMatch(/ r\b| s\b/);
    expect(plan(counting(match.beginnings, 'draft'))).not.toContain('SCAN r');
    for (const tier of tiers(match))
      for (const order of ['fitting', 'newest'] as const)
        for (const state of [null, 'draft'] as const) {
          const found = plan(searching(tier, order, { ...request, state }));
          expect(found).toContain('SCAN t VIRTUAL TABLE INDEX');
          expect(found).not.toMatch(/SCAN [rse]\b|TEMP B-TREE/);
        }
  });
});

describe('a search that finds more than can be weighed', () => {
  const { folder: other, remove: removeOther } = temporaryFolder();
  let many: Store;
  const count = mostWeighed + 50;
  beforeAll(async () => {
    many = await openTestStore(other);
    transaction(many.database, () => {
      for (let number = 0; number < count; number += 1) {
        const slugline = { 7: 'FERRY', 8: 'FERRYMAN', 9: 'FERRY-STRIKE' }[number] ?? `OTHER-${number}`;
        const { id } = makeStory(many, { slugline }, ['A ferry was seen.']);
        if (number % 500 === 0)
          saveStory(many, { id, base: 1, session: 's1', author: 'Ida', patch: { state: 'ready' } });
      }
    });
  });
  afterAll(async () => {
    await closeStore(many);
    removeOther();
  });

  it('has the word in a name first, then its beginning in one, each newest first', () => {
    const { total, stories } = listStories(many, { query: 'ferry', state: null, limit: 5, offset: 0 });
    expect(total).toBe(count);
    expect(stories.map(story => story.slugline)).toEqual([
      'FERRY-STRIKE',
      'FERRY',
      'FERRYMAN',
      `OTHER-${count - 1}`,
      `OTHER-${count - 2}`,
    ]);
  });

  const offsets = Array.from({ length: count }, (_, offset) => offset);
  it.each([
    [700, offsets.filter(offset => offset % 700 === 0)],
    [1, offsets.slice(0, 6)],
    [2, [...offsets.slice(0, 6), count - 1, count, count + 1]],
  ])('shows each story once to who pages on, %i at a time', (limit, begins) => {
    const query = 'fer';
    const whole = listStories(many, { query, state: null, limit: count, offset: 0 }).stories;
    expect(new Set(whole.map(story => story.id)).size).toBe(count);
    for (const offset of begins)
      expect(listStories(many, { query, state: null, limit, offset })).toEqual({
        total: count,
        stories: whole.slice(offset, offset + limit),
      });
  });

  it('counts and pages through one state', () => {
    const ready = { query: 'f', state: 'ready', limit: 2 } as const;
    const pages = [0, 2, 4].map(offset => listStories(many, { ...ready, offset }));
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
    expect(pages.flatMap(({ stories }) => stories.map(story => story.slugline))).toEqual(
      [2_000, 1_500, 1_000, 500, 0].map(number => `OTHER-${number}`),
    );
  });
});
