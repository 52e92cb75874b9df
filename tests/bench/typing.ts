/**
 * Measures the editor's promises of design 11 in stories of 3,000 and 30,000 words, with the built program in the
 * browser host and Chromium, in turns within one run: what a key costs the page's main thread until the frame that
 * shows it, against a plain contenteditable and bare Lexical with the same text in the same measure; what saving adds
 * in the pause after it; and how long a story takes to open, against bare Lexical. Prints one JSON: medians, and
 * ratios. The other half of saving, the store's write, is in store.ts.
 * Run: npm run -s build && node_modules/.bin/node tests/bench/typing.ts [rounds]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { plainInlines } from '../../main/contract/body.ts';
import { NewStory } from '../../main/contract/story.ts';
import { createCore } from '../../main/core/core.ts';
import { clickWork, type KeyWork, keyWork } from './main-thread.ts';
import { built, openBrowser, serve } from './program.ts';
import { sentence } from './stories.ts';

const rounds = Number(process.argv[2] ?? 3);
/** `plain` draws all of its text; `contained` leaves out what is off the screen, as the program and `lexical` do. */
const editors = ['wiredesk', 'plain', 'contained', 'lexical'] as const;
const lengths = [3_000, 30_000] as const;
const places = ['middle', 'end'] as const;
/** Words are typed as they are: in bursts, with a pause after each that is long enough for everything it starts. */
const bursts = 3;
const burst = 'harbour ';
const keyMs = 80;
const pauseMs = 1_000;
/** How often each story is opened in a page, in turns. */
const openingsOfEach = 4;

const folder = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
const directory = join(folder, 'store');
const copy = (words: number): readonly string[] =>
  Array.from({ length: words / 50 }, (_, number) => sentence(number, 50));
const nameOf = (words: number): string => `BENCH of ${words} words`;

const core = await createCore({ directory });
const desk = core.connect(() => undefined);
for (const words of lengths)
  await desk.dispatch('stories.create', {
    story: NewStory.parse({
      fields: { slugline: nameOf(words), language: 'en' },
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

const assets = join(built, 'renderer/assets');
const styles = readdirSync(assets)
  .filter(name => name.endsWith('.css'))
  .map(name => readFileSync(join(assets, name), 'utf8'));
const bundled = await build({
  configFile: false,
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    lib: { entry: join(import.meta.dirname, 'bare-pages.ts'), formats: ['iife'], name: 'bare' },
  },
});
const [bundle] = [bundled].flat();
const script = bundle && 'output' in bundle ? bundle.output[0].code : '';
/** A page of its own with the program's styles, so that the copy has the same measure, type and containment. */
const barePage = (editor: string): string => `<!doctype html><html lang="en"><meta charset="utf-8">
  <style>${styles.join('\n')}${editor === 'plain' ? '.copy > * { content-visibility: visible; }' : ''}</style>
  <body data-editor="${editor}"><div class="window"><div class="panes"><nav class="pane"></nav>
  <section class="pane">${lengths
    .map(words => `<button role="option" value='${JSON.stringify(copy(words))}'>${nameOf(words)}</button>`)
    .join('')}</section>
  <main class="pane story"><div class="story-scroll">
  <div class="copy" contenteditable="true" spellcheck="false"></div>
  </div></main></div></div><script>${script}</script>`;

const browser = await openBrowser();
const { url, stop } = await serve(directory);

/** Notes with each click how long it takes from there to the paint of a story that can be edited. */
function noteOpening(): void {
  document.addEventListener(
    'click',
    ({ target, timeStamp }) => {
      const option = target instanceof Element ? target.closest('[role=option]') : null;
      const words = Number(/BENCH of (\d+)/.exec(option?.textContent ?? '')?.[1]);
      if (!words) return;
      const watch = new MutationObserver(() => {
        if (document.querySelectorAll('[contenteditable=true] > p').length !== words / 50) return;
        watch.disconnect();
        // The second frame begins when the first has been painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            document.documentElement.dataset.opened = String(performance.now() - timeStamp);
          }),
        );
      });
      watch.observe(document, { childList: true, subtree: true });
    },
    { capture: true },
  );
}

async function load(editor: (typeof editors)[number]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.addInitScript(noteOpening);
  if (editor !== 'wiredesk')
    await page.route('http://bench.invalid/', route =>
      route.fulfill({ contentType: 'text/html', body: barePage(editor) }),
    );
  await page.goto(editor === 'wiredesk' ? url : 'http://bench.invalid/');
  await page.getByRole('option').first().waitFor();
  await page.waitForTimeout(500);
  return page;
}

interface Opening {
  /** By the clock, from the click to the paint. */
  readonly ms: number;
  /** The work of the page's main thread in it. */
  readonly work: number;
}

async function open(page: Page, words: number): Promise<Opening> {
  await page.evaluate(() => {
    delete document.documentElement.dataset.opened;
  });
  const work = await clickWork(page, async () => {
    await page.getByRole('option', { name: nameOf(words) }).click();
    await page.waitForFunction(() => document.documentElement.dataset.opened);
  });
  const ms = Number(await page.evaluate(() => document.documentElement.dataset.opened));
  // What a story that was opened puts off is not the next one's.
  await page.waitForTimeout(pauseMs);
  return { ms, work };
}

async function type(page: Page, place: (typeof places)[number], words: number): Promise<readonly KeyWork[]> {
  await page
    .locator('.copy > p')
    .nth(place === 'middle' ? words / 100 : words / 50 - 1)
    .click();
  await page.keyboard.press('End');
  await page.waitForTimeout(pauseMs);
  const works = await keyWork(page, async () => {
    // The first burst pays for what has never run, and is not counted.
    for (let count = 0; count <= bursts; count += 1) {
      await page.keyboard.type(burst, { delay: keyMs });
      await page.waitForTimeout(pauseMs);
    }
  });
  return works.slice(burst.length);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number): number => Number(value.toFixed(2));
const openings = new Map<string, Opening[]>();
const typings = new Map<string, KeyWork[]>();
const note = <Value>(into: Map<string, Value[]>, key: string, values: readonly Value[]): void =>
  void into.set(key, [...(into.get(key) ?? []), ...values]);

try {
  for (let round = 0; round < rounds; round += 1)
    for (const editor of editors) {
      const page = await load(editor);
      for (const words of lengths) await open(page, words);
      for (let count = 0; count < openingsOfEach; count += 1)
        for (const words of lengths) note(openings, `${editor} ${words}`, [await open(page, words)]);
      for (const words of lengths) {
        await open(page, words);
        for (const place of places)
          note(typings, `${editor} ${words} ${place}`, await type(page, place, words));
      }
      await page.close();
    }
} finally {
  await browser.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
}

const opening = (editor: string, words: number): Opening => {
  const all = openings.get(`${editor} ${words}`) ?? [];
  return {
    ms: rounded(median(all.map(each => each.ms))),
    work: rounded(median(all.map(each => each.work))),
  };
};
const typing = (editor: string, words: number, place: string) => {
  const works = typings.get(`${editor} ${words} ${place}`) ?? [];
  const at = (part: keyof KeyWork, ofBurst: (index: number) => boolean): number =>
    median(works.filter((_, index) => ofBurst(index % burst.length)).map(work => work[part]));
  const last = burst.length - 1;
  return {
    keyMs: rounded(at('toFrame', () => true)),
    firstKeyMs: rounded(at('toFrame', index => index === 0)),
    betweenKeysMs: rounded(at('after', index => index < last)),
    pauseMs: rounded(at('after', index => index === last)),
    longestInPauseMs: rounded(at('longestAfter', index => index === last)),
  };
};
const key = (editor: string, words: number, place: string): number => typing(editor, words, place).keyMs;
const [short, long] = lengths;
const byPlace = <Value>(of: (place: string) => Value): Readonly<Record<string, Value>> =>
  Object.fromEntries(places.map(place => [place, of(place)]));
console.log(
  JSON.stringify(
    {
      rounds,
      ratios: {
        keyOverPlain: byPlace(place => rounded(key('wiredesk', long, place) / key('plain', long, place))),
        keyOverContained: byPlace(place =>
          rounded(key('wiredesk', long, place) / key('contained', long, place)),
        ),
        keyOverLexical: byPlace(place => rounded(key('wiredesk', long, place) / key('lexical', long, place))),
        growthOfKey: byPlace(place => rounded(key('wiredesk', long, place) / key('wiredesk', short, place))),
        longestInPauseOverFrame: byPlace(place =>
          rounded(typing('wiredesk', long, place).longestInPauseMs / (1_000 / 60)),
        ),
        openingOverLexical: rounded(opening('wiredesk', long).ms / opening('lexical', long).ms),
        openingWorkOverLexical: rounded(opening('wiredesk', long).work / opening('lexical', long).work),
      },
      opening: Object.fromEntries(
        editors.flatMap(editor => lengths.map(words => [`${editor} ${words}`, opening(editor, words)])),
      ),
      typing: Object.fromEntries(
        editors.flatMap(editor =>
          lengths.flatMap(words =>
            places.map(place => [`${editor} ${words} ${place}`, typing(editor, words, place)]),
          ),
        ),
      ),
    },
    null,
    2,
  ),
);
