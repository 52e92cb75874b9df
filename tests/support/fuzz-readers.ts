import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { WiredeskError } from '../../main/contract/failure.ts';
import { readFile } from '../../main/core/intake/read.ts';
import { parseCaption } from '../../main/core/pictures/caption/parse.ts';
import { formats } from '../../main/core/wire/formats.ts';

/**
 * Reads mutated files of one format on a thread whose memory is bounded, and tells of each that ended in anything but
 * a story or a WiredeskError. Every mutation follows from the seed, so that a finding can be looked at again.
 */

const Work = z.object({ seeds: z.array(z.instanceof(Uint8Array)), runs: z.number(), seed: z.number() });
const { seeds, runs, seed } = Work.parse(workerData);

/** Mulberry32: small, seedable, good enough to shuffle bytes. */
function random(state: number): () => number {
  let at = state;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const evil = [
  '<!ENTITY a "b">',
  ']]>',
  '<![CDATA[',
  '&nbsp;',
  '&#0;',
  '\u0000',
  '\u0001\u0002\u0003\u0004',
  '<a><a><a><a>',
  '{"a":',
  '"__proto__":',
  '\ud800',
  '99999999999999999999',
  '\r\n\r\n',
];

function mutated(source: Uint8Array, next: () => number): Uint8Array {
  let bytes = Buffer.from(source);
  const place = (): number => Math.floor(next() * (bytes.length + 1));
  for (let count = 1 + Math.floor(next() * 4); count > 0; count -= 1) {
    const [from, to] = [place(), place()].toSorted((a, b) => a - b);
    switch (Math.floor(next() * 6)) {
      case 0:
        if (bytes.length > 0) bytes[Math.min(from ?? 0, bytes.length - 1)] = Math.floor(next() * 256);
        break;
      case 1:
        bytes = bytes.subarray(0, from);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)]);
        break;
      case 4: {
        const words = Buffer.from(evil[Math.floor(next() * evil.length)] ?? '');
        bytes = Buffer.concat([bytes.subarray(0, from), words, bytes.subarray(from)]);
        break;
      }
      default:
        bytes = Buffer.concat([bytes.subarray(from), bytes.subarray(0, from)]);
    }
  }
  return bytes;
}

const findings: string[] = [];
let ids = 0;
for (let run = 0; run < runs; run += 1) {
  const next = random(seed + run);
  const source = seeds[Math.floor(next() * seeds.length)] ?? new Uint8Array();
  const bytes = mutated(source, next);
  try {
    await readFile(
      { name: 'fuzzed', bytes },
      {
        ids: () => {
          ids += 1;
          return `id-${ids}`;
        },
        now: new Date('2026-03-04T12:00:00Z'),
        parseCaption,
        readers: formats,
      },
    );
  } catch (error) {
    if (!(error instanceof WiredeskError))
      findings.push(
        `run ${run} (seed ${seed + run}): ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      );
  }
}
parentPort?.postMessage(findings);
