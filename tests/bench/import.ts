/**
 * Measures the import of 10,000 mixed wire files into one store (design 11): rate, and peak memory after a tenth of
 * them and after all. Prints one JSON. Every format that both writes and reads takes its turn.
 * Run: node_modules/.bin/node tests/bench/import.ts [count]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../main/core/core.ts';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { writeContext } from '../support/story.ts';
import { benchStories } from './stories.ts';

const count = Number(process.argv[2] ?? 10_000);
const all: readonly WireFormat[] = formats;
const both = all.filter(format => format.write && format.read);
const directory = mkdtempSync(join(tmpdir(), 'wiredesk-bench-'));
const core = await createCore({ directory });
const desk = core.connect(() => undefined);

let peak = 0;
const sample = (): number => {
  peak = Math.max(peak, process.memoryUsage.rss());
  return peak;
};

/** One file at a time is made and taken in: what stays in memory is the program's own. */
async function takeIn(number: number): Promise<number> {
  const [story] = benchStories(1).map(each => ({
    ...each,
    guid: `urn:newsml:bench.invalid:20260303:${number}`,
    pictures: [],
    fields: { ...each.fields, headline: `${each.fields.headline} ${number}` },
  }));
  const format = both[number % both.length];
  if (!story || !format) throw new Error('There is no format that writes and reads.');
  const [file] = format.write?.(story, format.options.parse({}), writeContext).files ?? [];
  const data = Buffer.from(file?.bytes ?? new Uint8Array()).toString('base64');
  const name = `bench-${number}.${format.extension}`;
  const result = await desk.dispatch('intake.import', {
    files: [{ name, data }],
    session: 'bench',
    job: `${number}`,
  });
  if (!result.ok) throw new Error(result.error.message);
  return file?.bytes.byteLength ?? 0;
}

const began = performance.now();
let bytes = 0;
let peakAtTenth = 0;
for (let number = 0; number < count; number += 1) {
  bytes += await takeIn(number);
  if (number % 50 === 0) sample();
  if (number === Math.floor(count / 10)) peakAtTenth = sample();
}
const seconds = (performance.now() - began) / 1000;
sample();
desk.close();
await core.close();
rmSync(directory, { recursive: true, force: true });

process.stdout.write(
  `${JSON.stringify(
    {
      files: count,
      formats: both.map(format => format.id),
      megabytes: Number((bytes / 1e6).toFixed(1)),
      filesPerSecond: Math.round(count / seconds),
      peakMegabytes: Math.round(peak / 1e6),
      /** How the peak grew over the last nine tenths: 1 is memory that does not depend on the number of files. */
      peakGrowth: Number((peak / peakAtTenth).toFixed(2)),
    },
    null,
    2,
  )}\n`,
);
