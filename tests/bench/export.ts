/**
 * Measures the writing of 1,000 stories in every format (design 11) against serialising the very same trees with a
 * library alone: libxml2 for XML, JSON.stringify for JSON. Prints one JSON: rates, and ratios of one run.
 * Run: node_modules/.bin/node tests/bench/export.ts [count]
 */
import { XmlDocument } from 'libxml2-wasm';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { writeContext } from '../support/story.ts';
import { benchStories } from './stories.ts';

const count = Number(process.argv[2] ?? 1_000);
const stories = benchStories(count);
const all: readonly WireFormat[] = formats;

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The library's own time for the trees that a format's files hold; null for a format that is no tree. */
function libraryAlone(files: readonly Uint8Array[]): number | null {
  const [first] = files;
  const start = first ? Buffer.from(first.subarray(0, 5)).toString('latin1') : '';
  if (start.startsWith('{')) {
    const trees: unknown[] = files.map(file => JSON.parse(Buffer.from(file).toString('utf8')));
    return timed(() => {
      for (const tree of trees) Buffer.from(JSON.stringify(tree, null, 2));
    });
  }
  if (!start.startsWith('<?xml')) return null;
  const trees = files.map(file => XmlDocument.fromBuffer(file));
  const time = timed(() => {
    for (const tree of trees) Buffer.from(tree.toString({ format: true }));
  });
  for (const tree of trees) tree.dispose();
  return time;
}

const result = all.flatMap(format => {
  const { write } = format;
  if (!write) return [];
  const options = format.options.parse({});
  const make = (): Uint8Array[] =>
    stories.map((story, index) => {
      const [file] =
        format.write?.(story, options, { ...writeContext, baseName: `bench-${index}` }).files ?? [];
      if (!file) throw new Error(`${format.id} wrote no file`);
      return file.bytes;
    });
  make();
  let files: Uint8Array[] = [];
  const time = timed(() => {
    files = make();
  });
  const alone = libraryAlone(files);
  const bytes = files.reduce((sum, file) => sum + file.byteLength, 0);
  return [
    {
      format: format.id,
      storiesPerSecond: Math.round((count / time) * 1000),
      megabytes: Number((bytes / 1e6).toFixed(1)),
      /** The share of the library's own speed that the whole writer reaches: 0.5 is the target. */
      ofLibrarySpeed: alone === null ? null : Number((alone / time).toFixed(2)),
    },
  ];
});
process.stdout.write(`${JSON.stringify({ stories: count, formats: result }, null, 2)}\n`);
