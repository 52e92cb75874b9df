/**
 * Measures search as you type (design 11) as `stories.list` does it: an exact count, and a ranked page of 100 with
 * snippets, for each length that a query has on its way, in milliseconds. Once over stories whose words are as
 * frequent as a language has them, once over stories that all have the same fifteen words, so that each query finds
 * every one: the worst there is. Prints one JSON.
 * Run: node_modules/.bin/node tests/bench/search.ts [count] [language | fifteenWords]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NewStory, type StoryState } from '../../main/contract/story.ts';
import { systemClock } from '../../main/core/clock.ts';
import { createIds } from '../../main/core/ids.ts';
import { openStore, releaseStore, type Store, storeFileName } from '../../main/core/store/open.ts';
import { listStories } from '../../main/core/store/search.ts';
import { transaction } from '../../main/core/store/sql.ts';
import { createStory } from '../../main/core/store/stories.ts';
import { spread, timed } from './measure.ts';
import { chance, textOf, vocabulary, wordOf } from './vocabulary.ts';

const count = Number(process.argv[2] ?? 100_000);
const only = process.argv[3];
const atOnce = 5_000;
const states: readonly StoryState[] = ['draft', 'draft', 'edit', 'ready', ...Array(6).fill('filed')];

/** Where the words of a store's stories come from, and those of its sluglines, which are rarer. */
interface Language {
  readonly text: (length: number) => string;
  readonly name: () => string;
}

const next = chance(1);
const language: Language = {
  text: length => textOf(next, length),
  name: () => vocabulary[200 + Math.floor(next() ** 2 * 20_000)] ?? '',
};
const few =
  'harbour lock storm council vote bridge ferry market school river island engine winter budget night'.split(
    ' ',
  );
const fewWords: Language = {
  text: length => Array.from({ length }, (_, index) => few[index % few.length]).join(' '),
  name: () => few[Math.floor(next() * few.length)] ?? '',
};

function fill(store: Store, { text, name }: Language): void {
  for (let done = 0; done < count; done += atOnce)
    transaction(store.database, () => {
      for (let number = done; number < Math.min(count, done + atOnce); number += 1)
        createStory(store, {
          story: NewStory.parse({
            state: number % 997 === 0 ? 'spiked' : states[number % states.length],
            fields: { slugline: `${name()}-${name()}`.toUpperCase(), headline: text(8) },
            body: {
              version: 1,
              blocks: Array.from({ length: 5 }, (_, index) => ({
                id: `b${index}`,
                type: 'paragraph',
                inlines: [{ type: 'text', text: text(30) }],
              })),
            },
          }),
          author: 'bench',
          session: 's',
          cause: 'create',
          providerDomain: 'bench.invalid',
        });
    });
}

/** Everything that stands in the search box while somebody types two words. */
function typing(first: string, second: string): readonly string[] {
  const whole = `${first} ${second}`;
  return Array.from(whole, (_, index) => whole.slice(0, index + 1)).filter(query => !query.endsWith(' '));
}

const lengthOf = (query: string): string => {
  if (query.includes(' ')) return 'two words';
  return query.length > 5 ? 'letters: 6 and more' : `letters: ${query.length}`;
};

function search(store: Store, queries: readonly string[], state: StoryState | null): object {
  const taken = queries.map(query => ({
    length: lengthOf(query),
    time: timed(() => listStories(store, { query, state, limit: 100, offset: 0 })),
  }));
  const lengths = Map.groupBy(taken, ({ length }) => length);
  const times = (each: typeof taken): ReturnType<typeof spread> => spread(each.map(({ time }) => time));
  return {
    all: times(taken),
    ...Object.fromEntries([...lengths].sort().map(([length, each]) => [length, times(each)])),
  };
}

async function measured(from: Language, queries: readonly string[]): Promise<object> {
  const directory = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
  const store = await openStore({ directory, clock: systemClock, ids: createIds(systemClock) });
  const seconds = timed(() => fill(store, from)) / 1_000;
  const megabytes = Math.round(statSync(join(directory, storeFileName)).size / 1e6);
  const result = {
    fillSeconds: Math.round(seconds),
    megabytes,
    queries: queries.length,
    everyState: search(store, queries, null),
    filed: search(store, queries, 'filed'),
    spiked: search(store, queries, 'spiked'),
    listed: spread(
      Array.from({ length: 20 }, () =>
        timed(() => listStories(store, { query: '', state: null, limit: 100, offset: 0 })),
      ),
    ),
  };
  releaseStore(store, false);
  rmSync(directory, { recursive: true });
  return result;
}

/** Words of four letters and more: half as they come in running text, half as names have them. */
const wanted = Array.from({ length: 40 }, (_, index) => {
  for (;;) {
    const word = index % 2 === 0 ? wordOf(next) : language.name();
    if (word.length >= 4) return word;
  }
});
const typed = wanted.flatMap((word, index) => typing(word, wanted[(index + 1) % wanted.length] ?? ''));
const worst = few.flatMap((word, index) => typing(word, few[(index + 4) % few.length] ?? ''));

const result = {
  stories: count,
  ...(only === 'fifteenWords' ? {} : { language: await measured(language, typed) }),
  ...(only === 'language' ? {} : { fifteenWords: await measured(fewWords, worst) }),
};
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
