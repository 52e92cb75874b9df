import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../main/contract/story.ts';
import type { SchemaFile } from '../../main/core/wire/schema-file.ts';
import { validateJson } from '../../main/core/wire/validate-json.ts';
import { arbitraryStory } from '../support/arbitrary-story.ts';
import { carriedStory } from '../support/carried-story.ts';
import { sharedFolder, sharedPath } from '../support/shared.ts';
import { fullStory } from '../support/story.ts';
import { writeOne } from '../support/write-one.ts';

/** The schema of a story leaves its elements open: each is checked here against the schema of its own type. */
async function elementProblems(story: Story): Promise<string[]> {
  const object: unknown = JSON.parse(writeOne('ans', story).text);
  const found: string[] = [];
  for (const element of elements(object)) {
    const type = String(element.type);
    const bytes = new TextEncoder().encode(JSON.stringify(element));
    const problems = await validateJson(bytes, schemaOf(type));
    found.push(...problems.map(each => `${type}: ${each.message}`));
  }
  return found;
}

/** A schema beside the story's own that only refers to the one of a type: so what that refers to is found. */
function schemaOf(type: string): SchemaFile {
  const folder = sharedPath('schemas', 'ans/0.10.9');
  const path = join(folder, type === 'image' ? 'image.json' : `story_elements/${type}.json`);
  const known: { readonly id?: string } = JSON.parse(readFileSync(path, 'utf8'));
  const wrapper = { $schema: 'http://json-schema.org/draft-04/schema#', $ref: known.id };
  return {
    folder,
    path: join(folder, `only-${type}.json`),
    schema: new TextEncoder().encode(JSON.stringify(wrapper)),
  };
}

/** Every object that stands in a list of content elements, at any depth, and every picture beside them. */
function elements(value: unknown): readonly { readonly type: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(elements);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = name === 'content_elements' || name === 'pictures' ? inner : name === 'basic' ? [inner] : [];
    return [...(Array.isArray(here) ? here.filter(hasType) : []), ...elements(inner)];
  });
}

function hasType(value: unknown): value is { readonly type: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value;
}

describe.skipIf(sharedFolder === null)('the elements of an ANS story', () => {
  it('fit the schemas of their types', async () => {
    expect(await elementProblems(fullStory)).toEqual([]);
  });

  it('fit them in any story', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(carriedStory, arbitraryStory), async story => {
        expect(await elementProblems(story)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
