/**
 * Measures what issue "the picture desk" asks of dropping 500 pictures of 20 megapixels at once: the longest time the
 * page does not answer, the whole time, and the peak memory of page and host; then a second look at the thumbnails.
 * Everything is real: the browser host, Chromium, files on the disk, a drop. Prints one JSON.
 * Run: npm run -s build && node_modules/.bin/node tests/bench/pictures.ts [count]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';

const count = Number(process.argv[2] ?? 500);
const root = resolve(import.meta.dirname, '../..');
const folder = await mkdtemp(join(tmpdir(), 'wiredesk-bench-'));
const size = { width: 5472, height: 3648 };

/** One picture of 20 megapixels with detail everywhere, as a camera's has. */
async function basePicture(): Promise<Buffer> {
  const noise = await sharp({
    create: { ...size, channels: 3, background: '#777', noise: { type: 'gaussian', mean: 128, sigma: 12 } },
  })
    .jpeg({ quality: 82 })
    .toBuffer();
  return noise;
}

/** The same pixels under another caption: distinct bytes, and distinct words to read, for the price of a copy. */
function distinct(base: Buffer, number: number): Buffer {
  const packet = Buffer.from(
    `http://ns.adobe.com/xap/1.0/\0<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Harbour Pictures" photoshop:Instructions="BELGIUM OUT - NO ARCHIVE"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">Ada Lindqvist opens sea lock ${number} in Port Selwyn, 3 March 2026. (Tomas Reyl/Harbour Pictures)</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
  );
  const marker = Buffer.from([0xff, 0xe1, (packet.length + 2) >> 8, (packet.length + 2) & 0xff]);
  return Buffer.concat([base.subarray(0, 2), marker, packet, base.subarray(2)]);
}

async function makeFiles(): Promise<readonly string[]> {
  const base = await basePicture();
  const paths: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const path = join(folder, `lock-${String(number).padStart(3, '0')}.jpg`);
    await writeFile(path, distinct(base, number));
    paths.push(path);
  }
  return paths;
}

function serve(): { readonly child: ChildProcess; readonly url: Promise<string> } {
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'main/cli/wiredesk.ts'), 'serve', '--no-window', '--json', '--store', join(folder, 'store')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { stdout } = child;
  const first = async (): Promise<string> => {
    for await (const line of createInterface({ input: stdout })) {
      const { url } = JSON.parse(line) as { url: string };
      return url;
    }
    throw new Error('The host ended before it was ready.');
  };
  return { child, url: first() };
}

/** Peak resident memory of a process in megabytes, as Linux counts it. */
function peakMegabytes(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

interface Watched {
  readonly longestTaskMs: number;
  readonly tasksOver200Ms: number;
  readonly longestFrameGapMs: number;
  readonly peakHeapMegabytes: number;
}

/** Watches the page's main thread from inside, from now on. */
async function watch(page: Page): Promise<() => Promise<Watched>> {
  await page.evaluate(() => {
    const seen = { tasks: [] as number[], gap: 0, heap: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
    }).observe({ type: 'longtask' });
    let last = performance.now();
    const frame = (now: number): void => {
      seen.gap = Math.max(seen.gap, now - last);
      last = now;
      const { memory } = performance as unknown as { memory?: { usedJSHeapSize: number } };
      seen.heap = Math.max(seen.heap, memory?.usedJSHeapSize ?? 0);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return () =>
    page.evaluate(() => {
      const { seen } = window as unknown as { seen: { tasks: number[]; gap: number; heap: number } };
      return {
        longestTaskMs: Math.round(Math.max(0, ...seen.tasks)),
        tasksOver200Ms: seen.tasks.filter(each => each > 200).length,
        longestFrameGapMs: Math.round(seen.gap),
        peakHeapMegabytes: Math.round(seen.heap / 1e6),
      };
    });
}

const chrome = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({
  ...(chrome ? { executablePath: chrome } : {}),
  args: ['--no-sandbox'],
});
const { child, url } = serve();
try {
  const paths = await makeFiles();
  const bytes = readFileSync(paths[0] ?? '').byteLength;
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(await url);
  await page.getByRole('button', { name: 'New story' }).click();
  await page.getByRole('textbox', { name: 'Headline' }).fill('Sea locks');
  await page.getByRole('tab', { name: 'Pictures' }).click();
  await page.getByRole('button', { name: 'Add picture' }).waitFor();
  // Real files of the disk: a file field has them, a drop carries them on.
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'bench';
    document.body.append(input);
  });
  await page.setInputFiles('#bench', [...paths]);
  const hostBefore = peakMegabytes(child.pid);
  // The same window with nothing to do, on the same machine as it is just now.
  const idly = await watch(page);
  await page.waitForTimeout(10_000);
  const idle = await idly();
  const watched = await watch(page);
  const began = performance.now();
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#bench');
    const data = new DataTransfer();
    for (const file of input?.files ?? []) data.items.add(file);
    input?.remove();
    document
      .querySelector('.tab-content')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  // Looked at once a second: a tool that looks all the time is itself what holds the page up.
  await page.waitForFunction(
    words => document.querySelector('[aria-label="Adding pictures"]')?.textContent?.includes(words),
    `${count} of ${count} pictures added`,
    { timeout: 3_600_000, polling: 1_000 },
  );
  const seconds = (performance.now() - began) / 1000;
  const page1 = await watched();
  const hostPeak = peakMegabytes(child.pid);
  const hash = await page.evaluate(
    () => document.querySelector<HTMLImageElement>('img[src^="pictures/"]')?.src ?? '',
  );
  const thumbnail = (): Promise<number> =>
    page.evaluate(
      async address => {
        const started = performance.now();
        await (await fetch(address, { cache: 'no-store' })).arrayBuffer();
        return Math.round(performance.now() - started);
      },
      hash.replace('thumbnail', 'preview'),
    );
  const [fresh, again] = [await thumbnail(), await thumbnail()];
  process.stdout.write(
    `${JSON.stringify(
      {
        pictures: count,
        megapixels: (size.width * size.height) / 1e6,
        megabytesEach: Number((bytes / 1e6).toFixed(1)),
        seconds: Number(seconds.toFixed(1)),
        picturesPerSecond: Number((count / seconds).toFixed(2)),
        idle,
        page: page1,
        longestFrameGapToIdle: Number((page1.longestFrameGapMs / idle.longestFrameGapMs).toFixed(1)),
        host: { beforeMegabytes: hostBefore, peakMegabytes: hostPeak },
        /** How much more the host held than one of the pictures has bytes. */
        hostGrowthInPictures: Number((((hostPeak - hostBefore) * 1e6) / bytes).toFixed(1)),
        previewMs: { fresh, again, ratio: Number((fresh / Math.max(1, again)).toFixed(1)) },
      },
      null,
      2,
    )}\n`,
  );
} finally {
  await browser.close();
  const ended = new Promise(done => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}
