import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type Block, plainInlines } from '../../main/contract/body.ts';
import type { Story } from '../../main/contract/story.ts';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { newsmlG2 } from '../../main/core/wire/newsml-g2/format.ts';
import { validateFile } from '../../main/core/wire/validate.ts';
import { sharedFolder, sharedPath } from '../support/shared.ts';
import {
  deepFreeze,
  fullBody,
  fullStory,
  minimalStory,
  withBody,
  withFields,
  writeContext,
} from '../support/story.ts';
import { writeOne } from '../support/write-one.ts';

const all: readonly WireFormat[] = formats;

const hostileText = `]]> <script>alert("x")</script> &amp; \u0000\u0008\u001f \ud800 \udfff \ufffe \u202e إن 中 ${'long '.repeat(20_000)}`;

const hostile: Story = {
  ...withBody(
    withFields(fullStory, {
      slugline: hostileText,
      headline: hostileText,
      edNote: hostileText,
      genre: hostileText,
      keywords: [hostileText],
      subjects: [{ scheme: hostileText, code: hostileText, name: hostileText }],
      sourceUri: `https://example.test/${hostileText}`,
    }),
    {
      version: 1,
      blocks: [
        { id: 'b', type: 'paragraph', inlines: [{ type: 'text', text: hostileText, marks: ['bold'] }] },
      ],
    },
  ),
  pictures: fullStory.pictures.map(picture => ({
    ...picture,
    caption: plainInlines(hostileText),
    altText: hostileText,
    webStatement: hostileText,
    digitalSourceType: hostileText,
  })),
};

const stories: Readonly<Record<string, Story>> = {
  full: fullStory,
  minimal: minimalStory,
  empty: withBody(withFields(minimalStory, { headline: '' }), { version: 1, blocks: [] }),
  kill: withFields(fullStory, { editorialAction: 'kill' }),
  withhold: withFields(fullStory, { editorialAction: 'withhold' }),
  correction: withFields(fullStory, { editorialAction: 'correction' }),
  advisory: withFields(fullStory, { editorialAction: 'advisory' }),
  'embargo without end': withFields(fullStory, { embargo: { until: null } }),
  'embargo that is over': withFields(fullStory, { embargo: { until: '2020-01-01T00:00Z' } }),
  'pictures without files': {
    ...fullStory,
    pictures: fullStory.pictures.map(picture => ({ ...picture, file: null })),
  },
  'guid that is no URI': { ...fullStory, guid: 'story 1 "é" <x>' },
  hostile,
  ...Object.fromEntries(
    fullBody.blocks.map((block: Block) => [
      `block ${block.type} alone (${block.id})`,
      withBody(fullStory, { version: 1, blocks: [block] }),
    ]),
  ),
};

describe.skipIf(sharedFolder === null)('official schemas', () => {
  for (const format of all.filter(each => each.schema !== undefined && each.write)) {
    for (const [name, story] of Object.entries(stories))
      it(`take ${format.id}: ${name}`, async () => {
        const { bytes } = writeOne(format, deepFreeze(story));
        expect(await validateFile(bytes, format.id, sharedPath('schemas'))).toEqual([]);
      });
  }

  for (const options of [
    { body: 'nitf' },
    { shape: 'items' },
    { version: '2.12', shape: 'items', body: 'nitf' },
    { version: '2.23', indent: false },
  ])
    it(`take every file of NewsML-G2 with ${JSON.stringify(options)}`, async () => {
      const { files } = newsmlG2.write?.(fullStory, newsmlG2.options.parse(options), writeContext) ?? {
        files: [],
      };
      expect(files.length).toBeGreaterThan(0);
      for (const { bytes } of files)
        expect(await validateFile(bytes, newsmlG2.id, sharedPath('schemas'))).toEqual([]);
    });

  it('take NITF in its namespace', async () => {
    const format = all.find(each => each.id === 'nitf');
    if (!format) throw new Error('no nitf');
    const { bytes, text } = writeOne(format, fullStory, { namespace: true });
    expect(text).toContain('xmlns="http://iptc.org/std/NITF/2006-10-18/"');
    expect(await validateFile(bytes, 'nitf', sharedPath('schemas'))).toEqual([]);
  });
});

describe('HTML', () => {
  const format = all.find(each => each.id === 'html');
  for (const [name, story] of Object.entries(stories))
    it(`parses without errors: ${name}`, () => {
      if (!format) throw new Error('no html');
      const errors: string[] = [];
      parse(writeOne(format, story).text, { onParseError: error => errors.push(error.code) });
      expect(errors).toEqual([]);
    });
});
