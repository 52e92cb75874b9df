/**
 * Measures what spelling costs. In the core: reading a dictionary of 50,000 stems, and finding the unknown words of
 * 30,000, as a ratio to finding words at all with Intl.Segmenter. In the window, by the built program in the browser
 * host and Chromium: main-thread work per key in stories of 3,000 and 30,000 words, with a dictionary and (a language
 * that has none) without, and how much text is asked when the story opens and after a pause in typing. Prints one JSON.
 * Run: npm run -s build && node_modules/.bin/node tests/bench/spelling.ts [keys]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainInlines } from '../../main/contract/body.ts';
import { NewStory } from '../../main/contract/story.ts';
import { createCore } from '../../main/core/core.ts';
import { misspelt } from '../../main/core/spelling/check.ts';
import { createSpeller } from '../../main/core/spelling/speller.ts';
import { english, keepDictionary } from '../support/dictionaries.ts';
import { openBrowser, serve } from './program.ts';

const keys = Number(process.argv[2] ?? 60);
const folder = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
const directory = join(folder, 'store');

const stem = (number: number): string =>
  Array.from({ length: 4 }, (_, place) => 'bdfgklmnprst'[Math.floor(number / 12 ** place) % 12]).join('a');
const stems = Array.from({ length: 50_000 }, (_, number) => `${stem(number)}${number % 7 ? 'o' : 'e'}/SDM`);
const dictionary = { affixes: english.affixes, words: `${stems.length}\n${stems.join('\n')}\n` };
/** Of fifty words one is in no dictionary. */
const paragraph = (number: number): string =>
  Array.from({ length: 50 }, (_, at) =>
    at === 25
      ? `wrong${'x'.repeat(number % 5)}`
      : `${stems[((number * 50 + at) * 7) % 50_000]?.split('/')[0]}s`,
  ).join(' ');
const copy = (words: number): readonly string[] =>
  Array.from({ length: words / 50 }, (_, number) => paragraph(number));

const timed = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
const load = timed(() => createSpeller(dictionary.affixes, dictionary.words, 'bench'));
const speller = createSpeller(dictionary.affixes, dictionary.words, 'bench');
const texts = copy(30_000);
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const segmenting = timed(() => texts.map(text => [...segmenter.segment(text)].length));
const first = timed(() => misspelt(speller, [], 'en', texts));
const again = timed(() => misspelt(speller, [], 'en', texts));

keepDictionary(join(folder, 'dictionaries'), 'en', dictionary);
const core = await createCore({ directory });
const desk = core.connect(() => undefined);
await desk.dispatch('settings.set', { settings: { dictionaryFolder: join(folder, 'dictionaries') } });
for (const words of [3_000, 30_000])
  for (const language of ['en', 'cs'])
    await desk.dispatch('stories.create', {
      story: NewStory.parse({
        fields: { slugline: `BENCH-${words}-${language}`, language },
        body: {
          version: 1,
          blocks: copy(words).map((text, index) => ({
            id: `b${index}`,
            type: 'paragraph',
            inlines: plainInlines(text),
          })),
        },
      }),
      session: 'bench',
    });
await core.close();

const browser = await openBrowser();
const { url, stop } = await serve(directory);

async function type(words: number, language: string) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  let asked = 0;
  page.on('websocket', socket =>
    socket.on('framesent', ({ payload }) => {
      const text = String(payload);
      if (text.includes('"spelling.check"')) asked += text.length;
    }),
  );
  await page.goto(url);
  await page.getByRole('option', { name: `BENCH-${words}-${language}` }).click();
  const body = page.getByRole('textbox', { name: 'Story body' });
  await body
    .locator('p')
    .nth(words / 100)
    .click();
  await page.waitForTimeout(2_000);
  const opened = asked;
  const client = await page.context().newCDPSession(page);
  // The processor's time of the page's own thread: what else the machine does does not count.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const work = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return (metrics.find(each => each.name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const before = await work();
  for (let key = 0; key < keys; key += 1) await page.keyboard.press('a', { delay: 20 });
  const typed = await work();
  await page.waitForTimeout(1_500);
  const paused = await work();
  const underlined = await page.evaluate(() => CSS.highlights.get('misspelt')?.size ?? 0);
  await page.close();
  return {
    perKeyMs: (typed - before) / keys,
    pauseMs: paused - typed,
    askedOnOpening: opened,
    askedWhileTyping: asked - opened,
    underlined,
  };
}

try {
  // The first page of a browser and the first story of a host pay for both.
  await type(3_000, 'en');
  const short = { with: await type(3_000, 'en'), without: await type(3_000, 'cs') };
  const long = { with: await type(30_000, 'en'), without: await type(30_000, 'cs') };
  console.log(
    JSON.stringify(
      {
        core: {
          loadMs: load,
          firstOverSegmenter: first / segmenting,
          againOverSegmenter: again / segmenting,
          firstMs: first,
        },
        window: { 3000: short, 30000: long },
        perKey: {
          withOverWithout30000: long.with.perKeyMs / long.without.perKeyMs,
          growthWith: long.with.perKeyMs / short.with.perKeyMs,
          growthWithout: long.without.perKeyMs / short.without.perKeyMs,
        },
      },
      null,
      2,
    ),
  );
} finally {
  await browser.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
