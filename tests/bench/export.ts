/**
 * Measures the writing of 1,000 stories in every format (design 11) against serialising the very same trees with a
 * library alone: libxml2 for XML, JSON.stringify for JSON. Writer and library take turns, so that whatever else the
 * machine does slows both; the middle of the rounds counts. Prints one JSON: rates, and ratios of one run.
 * Run: node_modules/.bin/node tests/bench/export.ts [count] [format]
 */
import { XmlDocument } from 'libxml2-wasm';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { writeContext } from '../support/story.ts';
import { percentile, timed } from './measure.ts';
import { benchStories } from './stories.ts';

const rounds = 7;
const count = Number(process.argv[2] ?? 1_000);
const only = process.argv[3];
const stories = benchStories(count);
const all: readonly WireFormat[] = formats;

const middle = (numbers: readonly number[]): number => percentile(numbers, 0.5);

/** The library's own serialising of the trees that a format's files hold; null for a format that is no tree. */
function libraryAlone(files: readonly Uint8Array[]): { run: () => void; done: () => void } | null {
  const [first] = files;
  const start = first ? Buffer.from(first.subarray(0, 5)).toString('latin1') : '';
  if (start.startsWith('{')) {
    const trees: unknown[] = files.map(file => JSON.parse(Buffer.from(file).toString('utf8')));
    return {
      run: () => {
        for (const tree of trees) Buffer.from(JSON.stringify(tree, null, 2));
      },
      done: () => trees.splice(0),
    };
  }
  if (!start.startsWith('<?xml')) return null;
  const trees = files.map(file => XmlDocument.fromBuffer(file));
  return {
    run: () => {
      for (const tree of trees) Buffer.from(tree.toString({ format: true }));
    },
    done: () => {
      for (const tree of trees) tree.dispose();
    },
  };
}

function measured(format: WireFormat): object {
  const options = format.options.parse({});
  const make = (): Uint8Array[] =>
    stories.map((story, index) => {
      const [file] =
        format.write?.(story, options, { ...writeContext, baseName: `bench-${index}` }).files ?? [];
      if (!file) throw new Error(`${format.id} wrote no file`);
      return file.bytes;
    });
  const files = make();
  const library = libraryAlone(files);
  library?.run();
  const times = Array.from({ length: rounds }, () => {
    const alone = library === null ? null : timed(library.run);
    return { writer: timed(make), alone };
  });
  library?.done();
  return {
    format: format.id,
    storiesPerSecond: Math.round((count / middle(times.map(({ writer }) => writer))) * 1000),
    megabytes: Number((files.reduce((sum, file) => sum + file.byteLength, 0) / 1e6).toFixed(1)),
    /** The share of the library's own speed that the whole writer reaches: 0.5 is the target. */
    ofLibrarySpeed:
      library === null
        ? null
        : Number(middle(times.map(({ writer, alone }) => (alone ?? 0) / writer)).toFixed(2)),
  };
}

const result = all
  .filter(({ write, id }) => write !== undefined && (only === undefined || id === only))
  .map(measured);
process.stdout.write(`${JSON.stringify({ stories: count, rounds, formats: result }, null, 2)}\n`);
