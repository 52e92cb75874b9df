import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WiredeskError } from '../../main/contract/failure.ts';
import { NewStory } from '../../main/contract/story.ts';
import { formatById } from '../../main/core/wire/formats.ts';
import { fullStory } from '../support/story.ts';
import { readContext } from '../support/there-and-back.ts';
import { writeOne } from '../support/write-one.ts';

const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'wire', name));

const seeds = {
  ans: [fixture('ans-arc.json'), Buffer.from(writeOne('ans', fullStory).bytes)],
  rss: [
    ...['wordpress', 'atom', 'atom-03', 'rdf', 'press-release', 'media'].map(name =>
      fixture(`feed-${name}.xml`),
    ),
    Buffer.from(writeOne('rss', fullStory).bytes),
    Buffer.from(writeOne('rss', fullStory, { feed: 'atom' }).bytes),
  ],
};

/** Bytes cut, doubled, overwritten and swapped for what breaks parsers. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  put: fc.oneof(
    fc.constantFrom('', '<', '>', '&', '"', '{', '[', ']]>', '</p>', '<p>', 'null', '-1', '1e999', '&#0;'),
    fc.constantFrom('<![CDATA[', '<!--', '\u0000', '<item>', '</item>', ':', 'xmlns:media=""', '\ud83d'),
    fc.string({ maxLength: 8 }),
  ),
});

function mutated(seed: Buffer, changes: readonly { at: number; length: number; put: string }[]): Buffer {
  return changes.reduce((bytes, { at, length, put }) => {
    const start = Math.floor(at * bytes.length);
    return Buffer.concat([bytes.subarray(0, start), Buffer.from(put), bytes.subarray(start + length)]);
  }, seed);
}

describe.each(Object.entries(seeds))('%s of any bytes', (id, files) => {
  it('is read as stories of the contract, or refused in words', () => {
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (which, changes) => {
          const bytes = mutated(files[which] ?? Buffer.alloc(0), changes);
          try {
            for (const { story } of formatById(id)?.read?.(bytes, readContext) ?? []) NewStory.parse(story);
          } catch (error) {
            expect(error).toBeInstanceOf(WiredeskError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is recognised for what it is, and by no other format', () => {
    for (const file of files) expect(formatById(id)?.recognise?.(file.toString('utf8'))).toBe(true);
    for (const other of ['ans', 'rss', 'newsml-g2'].filter(each => each !== id))
      for (const file of files) expect(formatById(other)?.recognise?.(file.toString('utf8'))).toBe(false);
  });
});
