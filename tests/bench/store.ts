/**
 * Measures what the store writes and lists (design 11; `search.ts` measures its search) and prints one JSON: ratios
 * of one run, never asserted.
 * Run: node_modules/.bin/node tests/bench/store.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NewStory, type Story } from '../../main/contract/story.ts';
import { systemClock } from '../../main/core/clock.ts';
import { createIds } from '../../main/core/ids.ts';
import { closeStore } from '../../main/core/store/care.ts';
import { openStore } from '../../main/core/store/open.ts';
import { listStories } from '../../main/core/store/search.ts';
import { transaction } from '../../main/core/store/sql.ts';
import { createStory, saveStory } from '../../main/core/store/stories.ts';
import { percentile, timed } from './measure.ts';

const words =
  'harbour lock storm council vote bridge ferry market school river island engine winter budget night'.split(
    ' ',
  );
const sentence = (seed: number, length: number): string =>
  Array.from({ length }, (_, index) => words[(seed * 7 + index * index * 3 + index) % words.length]).join(
    ' ',
  );
const storyOf = (seed: number, wordCount: number): NewStory =>
  NewStory.parse({
    fields: { slugline: `BENCH-${seed}`, headline: sentence(seed, 7) },
    body: {
      version: 1,
      blocks: Array.from({ length: Math.max(1, wordCount / 30) }, (_, index) => ({
        id: `b${index}`,
        type: 'paragraph',
        inlines: [{ type: 'text', text: sentence(seed + index, 30) }],
      })),
    },
  });

const directory = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
const store = await openStore({ directory, clock: systemClock, ids: createIds(systemClock) });
const make = (seed: number, wordCount: number): Story =>
  createStory(store, {
    story: storyOf(seed, wordCount),
    author: 'bench',
    session: 's',
    cause: 'create',
    providerDomain: 'bench.invalid',
  });

/** The write of one changed paragraph, as autosave sends it. */
function keystrokes(wordCount: number): number {
  const story = make(wordCount, wordCount);
  let revision = story.revision;
  const times = Array.from({ length: 150 }, (_, index) =>
    timed(() => {
      const block = {
        id: 'b0',
        type: 'paragraph' as const,
        inlines: [{ type: 'text' as const, text: `${sentence(1, 30)} ${index}`, marks: [] }],
      };
      const patch = { blocks: { changed: [block], removed: [], inserted: [] } };
      const saved = saveStory(store, { id: story.id, base: revision, session: 's', author: 'bench', patch });
      if (saved.status === 'saved') revision = saved.revision;
    }),
  );
  return percentile(times, 0.95);
}

const short = keystrokes(3_000);
const long = keystrokes(30_000);
const count = Number(process.argv[2] ?? 100_000);
const filled = timed(() => {
  transaction(store.database, () => {
    for (let seed = 0; seed < count; seed += 1) make(seed, 60);
  });
});
const lists = Array.from({ length: 20 }, () =>
  timed(() => listStories(store, { query: '', state: null, limit: 100, offset: 0 })),
);
await closeStore(store);
rmSync(directory, { recursive: true });

process.stdout.write(
  `${JSON.stringify(
    {
      writeP95Ms: { words3000: short, words30000: long, ratio: long / short },
      stories: count,
      storiesWrittenPerSecond: (count / filled) * 1000,
      listP95Ms: percentile(lists, 0.95),
    },
    null,
    2,
  )}\n`,
);
