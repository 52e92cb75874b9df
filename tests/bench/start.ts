/**
 * Measures how long a start takes to the first paint that can be used: the list of stories there and counted, the
 * search field ready (design 11). First start, empty store, 1,000 stories, 100,000 stories, after a clean close and
 * after a power cut, by the built program in the browser host and Chromium, in turns within one run. Prints one JSON:
 * medians, and ratios to the empty store's of the
 * same round.
 * Run: npm run -s build && node_modules/.bin/node tests/bench/start.ts [stories] [rounds]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { systemClock } from '../../main/core/clock.ts';
import { createCore } from '../../main/core/core.ts';
import { createIds } from '../../main/core/ids.ts';
import { closeStore } from '../../main/core/store/care.ts';
import { openStore } from '../../main/core/store/open.ts';
import { transaction } from '../../main/core/store/sql.ts';
import { createStory } from '../../main/core/store/stories.ts';
import { built, openBrowser } from './program.ts';
import { benchStories } from './stories.ts';

const many = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 7);
const program = join(built, 'main/cli/wiredesk.js');
const folder = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
const browser = await openBrowser();

interface Start {
  /** From the start of the program to the address it prints. */
  readonly host: number;
  /** From the start of the program to the first paint that can be used. */
  readonly paint: number;
}

/** A store of so many stories, closed as a program closes it; a tenth of them as long as a wire's stories are. */
async function fill(name: string, count: number): Promise<string> {
  const directory = join(folder, name);
  const core = await createCore({ directory, sample: true });
  const desk = core.connect(() => undefined);
  const info = await desk.dispatch('app.info', {});
  // The sample of the first start is not part of what is measured.
  const sample = info.ok ? (info.value as { sampleStory: string }).sampleStory : '';
  await desk.dispatch('stories.purge', { id: sample });
  desk.close();
  await core.close();
  const store = await openStore({ directory, clock: systemClock, ids: createIds(systemClock) });
  const [pattern] = benchStories(1);
  if (!pattern) throw new Error('There is no story to copy.');
  const { state, fields, body } = pattern;
  transaction(store.database, () => {
    for (let number = 0; number < count; number += 1)
      createStory(store, {
        story: {
          state,
          fields: { ...fields, slugline: `BENCH-${number}`, headline: `${fields.headline} ${number}` },
          body: number % 10 === 0 ? body : { version: 1, blocks: body.blocks.slice(0, 2) },
          pictures: [],
        },
        author: 'bench',
        session: 'bench',
        cause: 'create',
        providerDomain: 'bench.invalid',
      });
  });
  await closeStore(store);
  return directory;
}

async function start(directory: string, ending: NodeJS.Signals): Promise<Start> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const look = (): void => {
      const counted = /\d+ stor/.test(
        document.querySelector('.stories-head [role=status]')?.textContent ?? '',
      );
      if (!counted) return;
      watch.disconnect();
      // The second frame begins when the first has been painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          document.documentElement.dataset.usable = String(performance.timeOrigin + performance.now());
        }),
      );
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true, characterData: true });
  });
  const began = performance.timeOrigin + performance.now();
  const child = spawn(process.execPath, [program, 'serve', '--no-window', '--json', '--store', directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await address(child);
  const host = performance.timeOrigin + performance.now() - began;
  await page.goto(url);
  const usable = await page.waitForFunction(() => document.documentElement.dataset.usable);
  const paint = Number(await usable.jsonValue()) - began;
  await context.close();
  const gone = new Promise(done => child.once('exit', done));
  child.kill(ending);
  await gone;
  return { host, paint };
}

async function address(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The program has no output.');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line).url;
  throw new Error('The program ended before it was ready.');
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const empty = await fill('empty', 0);
const thousand = await fill('thousand', 1_000);
const large = await fill('many', many);
const crashed = join(folder, 'crashed');
cpSync(large, crashed, { recursive: true });
const measured: Record<string, Start[]> = {};
const cases: readonly (readonly [name: string, directory: string, ending: NodeJS.Signals])[] = [
  ['firstStart', join(folder, 'first'), 'SIGTERM'],
  ['emptyStore', empty, 'SIGTERM'],
  ['stories1000', thousand, 'SIGTERM'],
  [`stories${many}`, large, 'SIGTERM'],
  [`stories${many}AfterPowerCut`, crashed, 'SIGKILL'],
];
// The first round warms the machine's caches, and is not counted.
for (let round = 0; round <= rounds; round += 1)
  for (const [name, directory, ending] of cases) {
    if (name === 'firstStart') rmSync(directory, { recursive: true, force: true });
    const result = await start(directory, ending);
    if (round > 0) measured[name] = [...(measured[name] ?? []), result];
  }
await browser.close();
rmSync(folder, { recursive: true, force: true });

const rounded = (value: number): number => Number(value.toFixed(2));
/** Each start by the empty store's of the same round: what else the machine did then weighs on both. */
const ratios = (starts: readonly Start[], part: keyof Start): number =>
  rounded(median(starts.map((start, round) => start[part] / (measured.emptyStore?.[round]?.[part] ?? 1))));
process.stdout.write(
  `${JSON.stringify(
    {
      rounds,
      starts: Object.fromEntries(
        Object.entries(measured).map(([name, starts]) => [
          name,
          {
            hostMs: Math.round(median(starts.map(each => each.host))),
            firstUsablePaintMs: Math.round(median(starts.map(each => each.paint))),
            ratioToEmptyStore: ratios(starts, 'paint'),
            hostRatio: ratios(starts, 'host'),
          },
        ]),
      ),
    },
    null,
    2,
  )}\n`,
);
