import { describe, expect, it } from 'vitest';
import { emptyFields } from '../../../../main/contract/story.ts';
import { readFile } from '../../../../main/core/intake/read.ts';
import type { WireFormat } from '../../../../main/core/wire/format.ts';
import { text } from '../../../../main/core/wire/text/format.ts';
import { docx } from '../../../support/zip.ts';
import { leftOut, outline, readOne, testContext } from './support.ts';

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const par = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

describe('Markdown', () => {
  it('keeps structure and reads front matter', async () => {
    const text = `---\ntitle: Lock opens\nauthor: Ida Marsh\nlang: en-GB\ntags: [harbour, locks]\nlayout: post\n---\n\nThe **harbour** opened its [lock](https://selwyn.example) on *Tuesday*.\n\n## Two years late\n\n> The town has waited.\n\n1. Gates\n2. Pumps\n\n| Ship | Length |\n|---|---|\n| Aurora | ~~120~~ |\n\n![Gates](https://selwyn.example/a.jpg)\n\nThe old gates were sold <script>x</script> last year.\n`;
    const story = await readOne('story', text);
    expect(story.format).toBe('markdown');
    expect(story.story.fields).toEqual({
      headline: 'Lock opens',
      byline: 'Ida Marsh',
      language: 'en-GB',
      keywords: ['harbour', 'locks'],
    });
    expect(outline(story.story.body.blocks)).toEqual([
      'p: The harbour opened its lock on Tuesday.',
      'h2: Two years late',
      'quote: The town has waited.',
      'list: Gates / Pumps',
      'table: Ship / Length / Aurora / 120',
      'picture',
      'p: The old gates were sold <script>x</script> last year.',
    ]);
    expect(leftOut(story)).toEqual(['layout: post']);
    expect(story.story.pictures[0]).toMatchObject({
      altText: 'Gates',
      original: { address: 'https://selwyn.example/a.jpg' },
    });
  });

  it('tells Markdown from mail by more than lists and marks of quotation', async () => {
    expect(
      (await readOne('a.txt', 'Lock opens\n\n- one thing\n- another\n\n> quoted words here.')).format,
    ).toBe('text');
    expect((await readOne('a.txt', '# Lock opens\n\nThe harbour opened.')).format).toBe('markdown');
    expect((await readOne('a.md', 'The harbour opened its lock on Tuesday.')).format).toBe('markdown');
  });
});

describe('Word documents', () => {
  it('keeps headings, marks, quotations and says what review marks were dropped', async () => {
    const body = [
      par(run('Lock opens'), '<w:pStyle w:val="Heading1"/>'),
      par(run('By Ida Marsh')),
      par(
        run('The ') +
          run('harbour', '<w:b/>') +
          run(' opened its ') +
          run('lock', '<w:u w:val="single"/>') +
          run(' on Tuesday.'),
      ),
      par(run('The town has waited long enough.'), '<w:ind w:left="720"/>'),
      par(
        `${run('Officials said so')}<w:del w:id="1"><w:r><w:delText>never</w:delText></w:r></w:del>${run(' in the town hall.')}`,
      ),
    ].join('');
    const story = await readOne('a.docx', docx(body));
    expect(story.format).toBe('docx');
    expect(story.story.fields).toEqual({
      headline: 'Lock opens',
      byline: 'Ida Marsh',
    });
    expect(outline(story.story.body.blocks)).toEqual([
      'p: The harbour opened its lock on Tuesday.',
      'quote: The town has waited long enough.',
      'p: Officials said so in the town hall.',
    ]);
    expect(story.story.body.blocks[0]).toMatchObject({
      inlines: [{ marks: [] }, { marks: ['bold'] }, {}, { marks: ['underline'] }, {}],
    });
    expect(leftOut(story)).toContain('never');
    expect(story.problems).toContainEqual(
      expect.objectContaining({
        code: 'repaired',
        message: expect.stringContaining('tracked changes'),
      }),
    );
  });
});

describe('Wiredesk’s own JSON', () => {
  const story = {
    id: 'old',
    guid: 'urn:newsml:selwyn.example:20261117:1',
    version: 3,
    revision: 9,
    state: 'ready',
    created: '',
    updated: '',
    fields: { ...emptyFields, headline: 'Lock opens', byline: 'Ida Marsh' },
    body: {
      version: 1,
      blocks: [
        {
          id: 'b1',
          type: 'paragraph',
          inlines: [{ type: 'text', text: 'The harbour opened.', marks: ['bold'] }],
        },
      ],
    },
    pictures: [
      {
        id: 'p1',
        creditLine: 'HNA',
        file: {
          sha256: 'a'.repeat(64),
          mediaType: 'image/jpeg',
          bytes: 1,
          width: 1,
          height: 1,
          name: 'gate.jpg',
        },
      },
    ],
    counts: { words: 3, characters: 19, readingMinutes: 1 },
  };

  it('keeps identity, version, state and block ids', async () => {
    const read = await readOne('s.json', JSON.stringify(story));
    expect(read.format).toBe('wiredesk');
    expect(read.story).toMatchObject({
      guid: story.guid,
      version: 3,
      state: 'ready',
      fields: { headline: 'Lock opens' },
      body: story.body,
    });
    expect(read.story).not.toHaveProperty('id');
    expect(read.story.pictures).toMatchObject([{ id: 'p1', creditLine: 'HNA', file: null }]);
    expect(read.problems.map(({ code }) => code)).toEqual(['picture-file']);
  });

  it('reads several, leaves out what is no field, and parts blocks of one id', async () => {
    const twice = {
      ...story.body,
      blocks: [...story.body.blocks, ...story.body.blocks],
    };
    const file = {
      stories: [story, { fields: { headline: 'Second', mood: 'calm' }, body: twice }],
    };
    const { stories } = await readFile(
      { name: 's.json', bytes: Buffer.from(JSON.stringify(file)) },
      testContext(),
    );
    expect(stories).toHaveLength(2);
    expect(new Set(stories[1]?.story.body.blocks.map(({ id }) => id)).size).toBe(2);
    expect(stories[1]?.problems.map(({ code }) => code).toSorted()).toEqual(['left-out', 'repaired']);
  });
});

describe('other files', () => {
  it('a picture makes a story that holds it', async () => {
    const bytes = new Uint8Array(Buffer.from(png, 'base64'));
    const story = await readOne('gate.dat', bytes);
    expect(story).toMatchObject({
      format: 'picture',
      files: [{ name: 'gate.dat', bytes }],
    });
    expect(story.files[0]?.picture).toBe(story.story.pictures[0]?.id);
  });

  it('a wire reader of the list goes before everything else', async () => {
    const reader: WireFormat = {
      ...text,
      id: 'harbour-wire',
      recognise: head => head.startsWith('\u0001HW'),
      read: bytes => [
        {
          story: {
            fields: { headline: `${bytes.length} bytes` },
            body: { version: 1, blocks: [] },
            pictures: [],
          },
          problems: [],
          media: [],
        },
      ],
    };
    const { format, stories } = await readFile(
      { name: 'x', bytes: Buffer.from('\u0001HW 1') },
      { ...testContext(), readers: [reader] },
    );
    expect({ format, headline: stories[0]?.story.fields.headline }).toEqual({
      format: 'harbour-wire',
      headline: '5 bytes',
    });
  });
});
