import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainInlines } from '../../main/contract/body.ts';
import { NewStory, type Story } from '../../main/contract/story.ts';
import { createIds } from '../../main/core/ids.ts';
import { openStore, type Store } from '../../main/core/store/open.ts';
import { createStory } from '../../main/core/store/stories.ts';

/** A clock that a test sets. */
export interface TestClock {
  now(): Date;
  set(time: string): void;
}

export function testClock(time = '2026-11-23T10:00:00.000Z'): TestClock {
  let current = time;
  return {
    now: () => new Date(current),
    set: next => {
      current = next;
    },
  };
}

/** A folder for one test's store, and what removes it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'wiredesk-store-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function openTestStore(directory: string, clock: TestClock = testClock()): Promise<Store> {
  return openStore({ directory, clock, ids: createIds(clock) });
}

/** A story of these paragraphs, under these names. */
export function makeStory(
  store: Store,
  fields: NewStory['fields'],
  paragraphs: readonly string[] = ['The lock opened.'],
): Story {
  const blocks = paragraphs.map((text, index) => ({
    id: `p${index}`,
    type: 'paragraph' as const,
    inlines: plainInlines(text),
  }));
  const story = NewStory.parse({ fields, body: { version: 1, blocks } });
  return createStory(store, {
    story,
    author: 'Ida',
    session: 's1',
    cause: 'create',
    providerDomain: 'd.example',
  });
}
