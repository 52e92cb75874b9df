import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Embargo } from '../../../../main/contract/story.ts';
import { closeStore } from '../../../../main/core/store/care.ts';
import { markSeen, nextLifting, takeLifted, unseenLifted } from '../../../../main/core/store/embargoes.ts';
import { migrations } from '../../../../main/core/store/migrate.ts';
import { listStories } from '../../../../main/core/store/search.ts';
import { packSnapshot, unpackSnapshot } from '../../../../main/core/store/snapshot.ts';
import { purgeStory, restoreStory, saveStory } from '../../../../main/core/store/stories.ts';
import { makeStory, openTestStore, temporaryFolder, testClock } from '../../../support/store.ts';

let folder = '';
let remove = (): void => undefined;
const clock = testClock();
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  clock.set('2026-11-23T10:00:00.000Z');
});
afterEach(() => remove());

const until = (time: string): Embargo => ({ until: time });

describe('the ends of embargoes', () => {
  it('are compared as moments, whatever their offset and year', async () => {
    const store = await openTestStore(folder, clock);
    const make = (slugline: string, time: string) => makeStory(store, { slugline, embargo: until(time) });
    make('EAST', '2026-11-23T13:30:00+02:00');
    make('UTC', '2026-11-23T11:40:00Z');
    make('FAR', '9999-12-31T23:59:59-12:00');
    expect(nextLifting(store)).toBe(Date.parse('2026-11-23T11:30:00Z'));
    clock.set('2026-11-23T12:00:00Z');
    expect(takeLifted(store).lifted.map(({ name, until: end }) => [name, end])).toEqual([
      ['UTC', '2026-11-23T11:40:00.000Z'],
      ['EAST', '2026-11-23T11:30:00.000Z'],
    ]);
    expect(takeLifted(store).lifted).toEqual([]);
    expect(nextLifting(store)).toBe(Date.parse('9999-12-31T23:59:59-12:00'));
    await closeStore(store);
  });

  it('follow a story that is typed in, restored and purged', async () => {
    const store = await openTestStore(folder, clock);
    const { id } = makeStory(store, { embargo: until('2026-11-24T00:00:00Z') });
    const save = (base: number, embargo: Embargo | null): unknown =>
      saveStory(store, { id, base, session: 's1', author: 'Ida', patch: { fields: { embargo } } });
    save(1, until('2026-11-25T00:00:00Z'));
    expect(nextLifting(store)).toBe(Date.parse('2026-11-25T00:00:00Z'));
    save(2, { until: null });
    expect(nextLifting(store)).toBeNull();
    restoreStory(store, { id, revision: 1, author: 'Ida', session: 's1' });
    expect(nextLifting(store)).toBe(Date.parse('2026-11-24T00:00:00Z'));
    purgeStory(store, id);
    expect(nextLifting(store)).toBeNull();
    await closeStore(store);
  });

  it('stand in the list of stories, held ones without a time', async () => {
    const store = await openTestStore(folder, clock);
    makeStory(store, { slugline: 'TIMED', embargo: until('2026-11-23T13:30:00+02:00') });
    makeStory(store, { slugline: 'OVER', embargo: until('2026-11-22T00:00:00Z') });
    makeStory(store, { slugline: 'HELD', embargo: { until: null } });
    makeStory(store, { slugline: 'FREE' });
    const { stories } = listStories(store, { query: '', state: null, limit: 10, offset: 0 });
    expect(Object.fromEntries(stories.map(({ slugline, embargo }) => [slugline, embargo]))).toEqual({
      TIMED: { until: '2026-11-23T11:30:00.000Z' },
      OVER: { until: '2026-11-22T00:00:00.000Z' },
      HELD: { until: null },
      FREE: null,
    });
    await closeStore(store);
  });

  it('are found by their indexes', async () => {
    const store = await openTestStore(folder, clock);
    const prepare = vi.spyOn(store.database, 'prepare');
    takeLifted(store);
    nextLifting(store);
    unseenLifted(store);
    markSeen(store, 'none');
    const statements = prepare.mock.calls.map(([words]) => words);
    prepare.mockRestore();
    expect(statements.length).toBeGreaterThan(4);
    for (const words of statements) {
      const values = Array.from(words.matchAll(/\?/g), () => 0);
      const plan = JSON.stringify(store.database.prepare(`EXPLAIN QUERY PLAN ${words}`).all(...values));
      expect(plan, words).toContain('SEARCH embargoes');
      expect(plan, words).not.toMatch(/SCAN|TEMP B-TREE/);
    }
    await closeStore(store);
  });
});

describe('a store of before', () => {
  const versions = migrations.map((_, index) => index + 1).filter(version => version < 4);
  // The story of the stored databases was saved for the last time at 03:04:05 on 2 January 2026.
  const cases: readonly (readonly [string, Embargo | null, Embargo | undefined, number])[] = [
    ['that was over is no news', until('2026-01-02T03:00:00Z'), undefined, 0],
    ['that ended after the last save is told', until('2026-01-02T04:05:00+01:00'), undefined, 1],
    [
      'in the journal is the one that counts',
      until('2026-01-02T03:00:00Z'),
      until('2026-01-02T09:00:00Z'),
      1,
    ],
    ['that was taken away in the journal is none', until('2026-01-02T09:00:00Z'), { until: null }, 0],
    ['without an end is not told', { until: null }, undefined, 0],
    ['that is none is not told', null, undefined, 0],
  ];

  it.each(versions.flatMap(version => cases.map(each => [version, ...each] as const)))(
    'of version %i: an embargo %s',
    async (version, _what, snapshotted, typed, told) => {
      const database = new Database(join(folder, 'wiredesk.sqlite'));
      const fixture = join(import.meta.dirname, `../../../fixtures/store/version-${version}.sql`);
      database.exec(readFileSync(fixture, 'utf8'));
      const old = unpackSnapshot(database.prepare('SELECT snapshot FROM stories').pluck().get() as Buffer);
      const snapshot = packSnapshot({ ...old, fields: { ...old.fields, embargo: snapshotted } });
      database
        .prepare('UPDATE stories SET snapshot = ?, embargoed = ?')
        .run(snapshot, snapshotted === null ? 0 : 1);
      if (typed) {
        const patch = JSON.stringify({ fields: { headline: 'Lantern festival, corrected', embargo: typed } });
        database.prepare('UPDATE journal SET patch = ?').run(patch);
      }
      database.close();
      const store = await openTestStore(folder, clock);
      expect(takeLifted(store).lifted).toHaveLength(told);
      await closeStore(store);
    },
  );

  it('opens with a story that cannot be read, and passes it over', async () => {
    const database = new Database(join(folder, 'wiredesk.sqlite'));
    database.exec(readFileSync(join(import.meta.dirname, '../../../fixtures/store/version-3.sql'), 'utf8'));
    database.exec("UPDATE stories SET snapshot = x'00', embargoed = 1");
    database.close();
    const store = await openTestStore(folder, clock);
    expect(takeLifted(store).lifted).toEqual([]);
    store.database.exec('DELETE FROM stories');
    await closeStore(store);
  });
});
