import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { sharedFolder, sharedPath } from '../support/shared.ts';
import { fullStory, minimalStory, withFields, writeContext } from '../support/story.ts';

/** Enough to meet every branch now and then, few enough for a suite; the bounds of a thread are part of the promise. */
const runs = 250;
const memoryMb = 384;

const all: readonly WireFormat[] = formats;

/** What a format itself writes, and what `../shared` has of it. */
function seedsOf(format: WireFormat): Uint8Array[] {
  const own = format.write
    ? [fullStory, minimalStory, withFields(fullStory, { editorialAction: 'kill' })].flatMap(
        story => format.write?.(story, format.options.parse({}), writeContext).files.slice(0, 1) ?? [],
      )
    : [];
  return [...own.map(file => file.bytes), ...samplesOf(format)];
}

function samplesOf(format: WireFormat): Uint8Array[] {
  if (sharedFolder === null) return [];
  return filesBelow(sharedPath('samples'))
    .map(path => readFileSync(path))
    .filter(bytes => format.recognise?.(bytes.subarray(0, 65_536).toString('utf8')) ?? false);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile() && !/\.(?:md|jpe?g)$/.test(path));
}

describe('files that somebody broke', () => {
  it.each(all.filter(format => format.read || format.readBy))(
    '$id end in a story or a clear failure',
    async format => {
      const findings = await new Promise<unknown>((resolve, reject) => {
        const worker = new Worker(new URL('../support/fuzz-readers.ts', import.meta.url), {
          workerData: { seeds: seedsOf(format), runs, seed: 20260304 },
          resourceLimits: { maxOldGenerationSizeMb: memoryMb },
        });
        worker.once('message', resolve);
        worker.once('error', reject);
      });
      expect(findings).toEqual([]);
    },
  );
});
