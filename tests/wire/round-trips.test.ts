import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockTexts } from '../../main/contract/body.ts';
import { type Story, Story as StorySchema } from '../../main/contract/story.ts';
import { anpa1312Problems } from '../../main/core/wire/anpa1312/grammar.ts';
import { transliterate } from '../../main/core/wire/ascii.ts';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { iptc7901Problems } from '../../main/core/wire/iptc7901/grammar.ts';
import { arbitraryStory } from '../support/arbitrary-story.ts';
import { carriedStory } from '../support/carried-story.ts';
import { fullStory, minimalStory, withBody, withFields } from '../support/story.ts';
import { carriedFields, copyOf, fieldsOf, pictureSeen, returned } from '../support/there-and-back.ts';
import { writeOne } from '../support/write-one.ts';

const all: readonly WireFormat[] = formats;
const both = all.filter(format => format.write && format.read);
const whole = both.filter(format => !format.plainCopy);
const plain = both.filter(format => format.plainCopy);

/** Everything of a story that must come back, in comparable form. */
function seen(format: WireFormat, story: Story): unknown {
  return {
    guid: story.guid,
    version: story.version,
    fields: carriedFields(format, story.fields),
    copy: copyOf(story.body, story.pictures),
    pictures: story.pictures.map(pictureSeen),
  };
}

/** The story that came back, made whole with what only the store knows. */
function back(format: WireFormat, story: Story): Story {
  const { story: read } = returned(format, story);
  return StorySchema.parse({
    ...story,
    guid: read.guid ?? story.guid,
    version: read.version ?? 1,
    state: read.state ?? story.state,
    fields: fieldsOf(read),
    body: read.body,
    pictures: read.pictures,
  });
}

describe.each(whole)('$id there and back', format => {
  it('keeps a full and a minimal story', () => {
    for (const story of [fullStory, minimalStory])
      expect(seen(format, back(format, story))).toEqual(seen(format, story));
  });

  it('keeps every story of an editor', () => {
    fc.assert(
      fc.property(carriedStory, story => {
        expect(seen(format, back(format, story))).toEqual(seen(format, story));
      }),
      { numRuns: 60 },
    );
  });

  it('settles: a story that came back goes out and comes back the same', () => {
    fc.assert(
      fc.property(carriedStory, story => {
        const once = back(format, story);
        expect(seen(format, back(format, once))).toEqual(seen(format, once));
      }),
      { numRuns: 30 },
    );
  });
});

/** A story's words alone, in the characters of the wire: paragraphs and headings, and what the fields table carries. */
function words(format: WireFormat, story: Story): unknown {
  const spelled = (value: unknown): unknown => {
    if (typeof value === 'string') return format.characters === 'ascii' ? asciiForm(value) : value;
    if (Array.isArray(value)) return value.map(spelled);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spelled(each)]));
    return value;
  };
  const copy = story.body.blocks.flatMap(block =>
    block.type === 'note' ? [] : blockTexts(block, { notes: false }),
  );
  return spelled({
    fields: carriedFields(format, story.fields),
    copy: copy.map(text => text.replace(/\s+/g, ' ').trim()).filter(text => text !== ''),
  });
}

/** As the wire has it: quotes come back as AP sets them, what has no plain form as a question mark. */
function asciiForm(text: string): string {
  const marked = text
    .replace(/[“«]/gu, '``')
    .replace(/[”»]/gu, "''")
    .replaceAll('<', '(')
    .replaceAll('>', ')');
  return transliterate(marked.normalize('NFC'))
    .text.replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Copy that plain paragraphs can carry: no pictures, lists or tables, which become words. */
const plainStory = carriedStory.map(story => {
  const blocks = story.body.blocks.filter(
    block =>
      (block.type === 'paragraph' || block.type === 'heading' || block.type === 'note') &&
      !('inlines' in block && block.inlines.some(inline => inline.type === 'link')),
  );
  // These wires know no story without a name or a category: they would send one of their own.
  const { slugline, category } = story.fields;
  const named = { slugline: slugline || 'LOCK', category: category || 'Transport' };
  return withBody({ ...withFields(story, named), pictures: [] }, { version: 1, blocks });
});

describe.each(plain)('$id there and back, in words', format => {
  it('keeps every word of an editor’s story, and its fields', () => {
    fc.assert(
      fc.property(plainStory, story => {
        // A soft hyphen alone is a word that seven bits cannot show.
        fc.pre(format.characters !== 'ascii' || !JSON.stringify(story).includes('\u00ad'));
        expect(words(format, back(format, story))).toEqual(words(format, story));
      }),
      { numRuns: 80 },
    );
  });

  it('is a message by the grammar of its lines, whatever the story says', () => {
    fc.assert(
      fc.property(fc.oneof(carriedStory, arbitraryStory), story => {
        expect(grammars[format.id]?.(writeOne(format, story).bytes)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

const grammars: Readonly<Record<string, (bytes: Uint8Array) => readonly unknown[]>> = {
  iptc7901: iptc7901Problems,
  anpa1312: anpa1312Problems,
};
