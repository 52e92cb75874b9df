import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../../main/contract/body.ts';
import type { Story } from '../../../../../main/contract/story.ts';
import { docx } from '../../../../../main/core/wire/docx/format.ts';
import { childElements, descendants, readXml, type XmlNode } from '../../../../../main/core/wire/xml-read.ts';
import { intake } from '../../../../support/round-trip.ts';
import {
  fullStory,
  minimalStory,
  secretWords,
  withBody,
  withFields,
  writeContext,
} from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';
import { unzip } from '../../../../support/zip.ts';

function partsOf(story: Story, options: unknown = {}) {
  return unzip(writeOne(docx, story, options).bytes);
}

function documentOf(story: Story) {
  const part = partsOf(story).get('word/document.xml');
  if (!part) throw new Error('no document');
  return readXml(part);
}

/** By the local name, whatever its namespace is. */
function attributeValue(node: XmlNode, local: string): string | undefined {
  return node.attributes.find(each => each.local === local)?.value;
}

const hostile = withBody(
  withFields(fullStory, {
    headline: '<w:p/> & ]]> \u0000 \ud800',
    edNote: 'a\nb',
    genre: `"${'x'.repeat(600)}😀`,
  }),
  {
    version: 1,
    blocks: [
      {
        id: 'a',
        type: 'paragraph',
        inlines: [
          {
            type: 'link',
            href: 'https://x.example/a b"<>',
            inlines: [{ type: 'text', text: 'x', marks: [] }],
          },
        ],
      },
    ],
  },
);

describe('a Word document', () => {
  it.each([
    ['full', fullStory],
    ['minimal', minimalStory],
    ['hostile', hostile],
    ['killed', withFields(fullStory, { editorialAction: 'kill' })],
    ['without pictures', { ...fullStory, pictures: [] }],
  ])('is well-formed in every part, and every relationship leads somewhere: %s', (_name, story) => {
    const parts = partsOf(story);
    for (const [name, data] of parts)
      if (/\.(?:xml|rels)$/u.test(name)) expect(() => readXml(data)).not.toThrow();
    const types = readXml(parts.get('[Content_Types].xml') ?? '');
    const extensions = childElements(types, 'Default').map(each => attributeValue(each, 'Extension'));
    for (const name of parts.keys()) expect(extensions).toContain(name.split('.').at(-1));
    for (const each of childElements(types, 'Override'))
      expect([...parts.keys()]).toContain((attributeValue(each, 'PartName') ?? '').slice(1));
    const related = childElements(readXml(parts.get('word/_rels/document.xml.rels') ?? ''), 'Relationship');
    const ids = related.map(each => attributeValue(each, 'Id'));
    for (const each of related)
      if (attributeValue(each, 'TargetMode') !== 'External')
        expect([...parts.keys()]).toContain(`word/${attributeValue(each, 'Target')}`);
    const document = readXml(parts.get('word/document.xml') ?? '');
    for (const link of descendants(document, 'hyperlink')) expect(ids).toContain(attributeValue(link, 'id'));
    for (const blip of descendants(document, 'blip')) expect(ids).toContain(attributeValue(blip, 'embed'));
    const numbers = descendants(readXml(parts.get('word/numbering.xml') ?? ''), 'num').map(each =>
      attributeValue(each, 'numId'),
    );
    for (const each of descendants(document, 'numId')) expect(numbers).toContain(attributeValue(each, 'val'));
    const known = descendants(readXml(parts.get('word/styles.xml') ?? ''), 'style').map(each =>
      attributeValue(each, 'styleId'),
    );
    for (const name of ['pStyle', 'rStyle', 'tblStyle'])
      for (const each of descendants(document, name)) expect(known).toContain(attributeValue(each, 'val'));
  });

  it('ends every table cell with a paragraph', () => {
    const table = { id: 't', type: 'table', rows: [[{ header: true, inlines: plainInlines('x') }]] } as const;
    const body = { version: 1, blocks: [{ id: 'b', type: 'box', title: '', blocks: [table] }] } as const;
    for (const story of [fullStory, withBody(fullStory, body)])
      for (const cell of descendants(documentOf(story), 'tc'))
        expect(childElements(cell).at(-1)?.local).toBe('p');
  });

  it('has addresses that Word takes for links', () => {
    const parts = partsOf(hostile);
    const [link] = childElements(
      readXml(parts.get('word/_rels/document.xml.rels') ?? ''),
      'Relationship',
    ).filter(each => attributeValue(each, 'TargetMode') === 'External');
    expect(link && attributeValue(link, 'Target')).toBe('https://x.example/a%20b%22%3C%3E');
  });

  it('runs from right to left where the language does', () => {
    const arabic = documentOf(withFields(fullStory, { language: 'ar' }));
    const paragraphs = descendants(arabic, 'p');
    expect(descendants(arabic, 'bidi').length).toBeGreaterThanOrEqual(paragraphs.length);
    expect(descendants(arabic, 'rtl').length).toBeGreaterThan(10);
    expect(descendants(documentOf(fullStory), 'bidi')).toEqual([]);
  });

  it('keeps property texts within what Word keeps', () => {
    const custom = readXml(partsOf(hostile).get('docProps/custom.xml') ?? '');
    for (const each of descendants(custom, 'lpwstr'))
      expect(each.children.join('').length).toBeLessThanOrEqual(255);
  });

  it('holds the pictures themselves, or only their words, as the option says', () => {
    expect([...partsOf(fullStory).keys()]).toContain('word/media/picture-1.jpg');
    const bare = partsOf(fullStory, { pictures: false });
    expect([...bare.keys()].filter(name => name.includes('media'))).toEqual([]);
    expect(bare.get('word/document.xml')?.toString()).toContain('Northern Gate');
  });

  it('says which pictures Word cannot show', () => {
    const [picture] = fullStory.pictures;
    if (!picture?.file) throw new Error('no picture');
    const webp = {
      ...fullStory,
      pictures: [{ ...picture, file: { ...picture.file, mediaType: 'image/webp' } }],
    };
    const { problems } = docx.write?.(webp, { pictures: true }, writeContext) ?? { problems: [] };
    expect(problems.map(({ code, severity, picture: id }) => [code, severity, id])).toEqual([
      ['picture-not-embedded', 'warning', 'picture-one'],
    ]);
  });

  it('is the same file every time', () => {
    expect(writeOne(docx, fullStory).bytes).toEqual(writeOne(docx, structuredClone(fullStory)).bytes);
  });

  it('is read by mammoth without a complaint but for our own styles', async () => {
    const { value, messages } = await mammoth.convertToHtml({
      buffer: Buffer.from(writeOne(docx, fullStory).bytes),
    });
    expect(messages.filter(({ message }) => !message.startsWith('Unrecognised'))).toEqual([]);
    expect(value).toContain('<h2>Two years of work</h2>');
    for (const words of secretWords) expect(value).not.toContain(words);
  });

  it('brings its pictures’ bytes and names back', async () => {
    const [read] = (await intake('a.docx', writeOne(docx, fullStory).bytes)).stories;
    const [picture] = fullStory.pictures;
    const bytes = picture ? writeContext.mediaFile(picture) : null;
    expect(read?.files.map(file => [file.name, file.bytes.length])).toEqual([
      ['lock opening.jpg', bytes?.length],
    ]);
    expect(read?.files[0]?.picture).toBe(read?.story.pictures[0]?.id);
  });

  const office = ['soffice', 'libreoffice'].find(name => spawnSync(name, ['--version']).status === 0);
  it.skipIf(office === undefined)('opens in LibreOffice', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'wiredesk-docx-'));
    try {
      writeFileSync(join(folder, 'story.docx'), writeOne(docx, fullStory).bytes);
      spawnSync(office ?? '', [
        '--headless',
        '--convert-to',
        'txt:Text',
        '--outdir',
        folder,
        join(folder, 'story.docx'),
      ]);
      expect(readFileSync(join(folder, 'story.txt'), 'utf8')).toContain('Two years of work');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
