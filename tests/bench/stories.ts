import { plainInlines } from '../../main/contract/body.ts';
import type { Story } from '../../main/contract/story.ts';
import { fullStory, withBody, withFields } from '../support/story.ts';

const words =
  'harbour lock storm council vote bridge ferry market school river island engine winter budget night morning gate ship crew tide'.split(
    ' ',
  );

/** Words without sense, the same for the same seed. */
export function sentence(seed: number, length: number): string {
  return Array.from(
    { length },
    (_, index) => words[(seed * 7 + index * index * 3 + index) % words.length],
  ).join(' ');
}

/** Stories as a wire has them, each its own: about 500 words in 16 paragraphs, fields filled, two pictures. */
export function benchStories(count: number): readonly Story[] {
  return Array.from({ length: count }, (_, number) => {
    const id = `0195a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
    const blocks = Array.from({ length: 16 }, (__, index) => ({
      id: `b${index}`,
      type: 'paragraph' as const,
      inlines: plainInlines(`${sentence(number + index, 32)}.`),
    }));
    const story = withFields(fullStory, {
      slugline: `BENCH-${number}`,
      headline: sentence(number, 7),
      embargo: null,
      editorialAction: 'new',
    });
    return withBody(
      { ...story, id, guid: `urn:newsml:bench.invalid:20260303:${id}`, version: 1 },
      { version: 1, blocks },
    );
  });
}
