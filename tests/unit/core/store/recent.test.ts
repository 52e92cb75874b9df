import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeStore } from '../../../../main/core/store/care.ts';
import type { Store } from '../../../../main/core/store/open.ts';
import { noteOpened, recentStories } from '../../../../main/core/store/recent.ts';
import { purgeStory, saveStory } from '../../../../main/core/store/stories.ts';
import { makeStory, openTestStore, temporaryFolder } from '../../../support/store.ts';

const { folder, remove } = temporaryFolder();
let store: Store;
beforeAll(async () => {
  store = await openTestStore(folder);
});
afterAll(async () => {
  await closeStore(store);
  remove();
});

const names = (): readonly string[] => recentStories(store).map(({ name }) => name);

it('keeps the stories that were opened last, the last one first, over a restart', async () => {
  expect(names()).toEqual([]);
  const ids = Array.from({ length: 25 }, (_, number) => makeStory(store, { slugline: `LOCK-${number}` }).id);
  expect(names()).toEqual([]);
  for (const id of ids) expect(noteOpened(store, id)).toBe(true);
  const newest = Array.from({ length: 10 }, (_, number) => `LOCK-${24 - number}`);
  expect(names()).toEqual(newest);

  // Once more is no news; an older one comes to the front, and is there once.
  expect(noteOpened(store, ids[24] ?? '')).toBe(false);
  expect(noteOpened(store, ids[20] ?? '')).toBe(true);
  expect(names().slice(0, 2)).toEqual(['LOCK-20', 'LOCK-24']);
  expect(new Set(names()).size).toBe(10);

  // By the name that it has now; one that is gone leaves its place to the next.
  saveStory(store, {
    id: ids[20] ?? '',
    base: 1,
    author: 'Ida',
    session: 's1',
    patch: { fields: { slugline: 'QUAY' } },
  });
  purgeStory(store, ids[24] ?? '');
  const expected = ['QUAY', 'LOCK-23', 'LOCK-22', 'LOCK-21', 'LOCK-19', 'LOCK-18'];
  expect(names().slice(0, 6)).toEqual(expected);
  expect(names()).toHaveLength(10);

  await closeStore(store);
  store = await openTestStore(folder);
  expect(names().slice(0, 6)).toEqual(expected);
});
