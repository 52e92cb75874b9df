import fc from 'fast-check';
import { parse, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../main/contract/story.ts';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { checkForFormat } from '../../main/core/wire/required.ts';
import { validateFile } from '../../main/core/wire/validate.ts';
import { arbitraryStory } from '../support/arbitrary-story.ts';
import { sharedFolder, sharedPath } from '../support/shared.ts';
import { deepFreeze } from '../support/story.ts';
import { writeOne } from '../support/write-one.ts';

const all: readonly WireFormat[] = formats;
const runs = 100;

describe('any story the contract allows', () => {
  for (const format of all.filter(each => each.write)) {
    it.skipIf(sharedFolder === null || format.schema === undefined)(
      `is valid ${format.id} by the official schema`,
      async () => {
        await fc.assert(
          fc.asyncProperty(arbitraryStory, async story => {
            const { bytes } = writeOne(format, deepFreeze(story));
            expect(await validateFile(bytes, format.id, sharedPath('schemas'))).toEqual([]);
          }),
          { numRuns: runs },
        );
      },
    );

    it(`is written the same twice, and unchanged, as ${format.id}`, () => {
      fc.assert(
        fc.property(arbitraryStory, story => {
          const first = writeOne(format, deepFreeze(story));
          expect(writeOne(format, story).text).toBe(first.text);
          expect(() => checkForFormat(story, format)).not.toThrow();
        }),
        { numRuns: 40 },
      );
    });
  }

  it('is HTML without a parse error, and its structured data is JSON', () => {
    fc.assert(
      fc.property(arbitraryStory, story => {
        const { text } = writeOne('html', story);
        expect(parseErrors(text)).toEqual([]);
        const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
        expect(JSON.parse(data)).toMatchObject({ '@type': 'NewsArticle' });
      }),
      { numRuns: runs },
    );
  });

  it('is a ninjs body that HTML parses without error', () => {
    fc.assert(
      fc.property(arbitraryStory, (story: Story) => {
        const object = JSON.parse(writeOne('ninjs-3', story).text) as { bodies?: { value: string }[] };
        const errors: string[] = [];
        for (const { value } of object.bodies ?? [])
          parseFragment(value, { onParseError: error => errors.push(error.code) });
        expect(errors).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

function parseErrors(text: string): string[] {
  const errors: string[] = [];
  parse(text, { onParseError: error => errors.push(error.code) });
  return errors;
}
