import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WiredeskError } from '../../../../main/contract/failure.ts';
import { formatInfos } from '../../../../main/core/wire/formats.ts';
import { zipArchive } from '../../../../main/core/wire/zip.ts';
import { intake } from '../../../support/round-trip.ts';
import { fullStory } from '../../../support/story.ts';
import { writeOne } from '../../../support/write-one.ts';
import { unzip } from '../../../support/zip.ts';

/** Bytes cut out, doubled and overwritten at random places, as broken transfers and hostile hands leave them. */
function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat({ max: bytes.length - 1 });
  const change = fc.record({
    at,
    cut: fc.nat({ max: 40 }),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom(
          '---\n',
          '<aside class="box">',
          '</aside>',
          '"',
          '- ',
          '  ',
          '> '.repeat(30),
          '{',
          '\n\n',
        )
        .map(text => new TextEncoder().encode(text)),
    ),
  });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map(changes =>
    changes.reduce((now, each) => {
      const place = Math.min(each.at, now.length);
      return new Uint8Array(
        Buffer.concat([now.subarray(0, place), each.put, now.subarray(place + each.cut)]),
      );
    }, bytes),
  );
}

async function onlyWiredeskErrors(name: string, bytes: Uint8Array): Promise<void> {
  try {
    const { stories } = await intake(name, bytes);
    expect(stories.length).toBeGreaterThan(0);
  } catch (error) {
    expect(error).toBeInstanceOf(WiredeskError);
  }
}

describe('documents that this program wrote, damaged', () => {
  it.each([
    ['markdown', 'story.md'],
    ['html', 'story.html'],
  ])('give a story or a reason: %s', async (format, name) => {
    const { bytes } = writeOne(format, fullStory);
    await fc.assert(
      fc.asyncProperty(mutated(bytes), damaged => onlyWiredeskErrors(name, damaged)),
      { numRuns: 200 },
    );
  });

  it('give a story or a reason: docx, as an archive and within its parts', async () => {
    const { bytes } = writeOne('docx', fullStory);
    await fc.assert(
      fc.asyncProperty(mutated(bytes), damaged => onlyWiredeskErrors('story.docx', damaged)),
      { numRuns: 60 },
    );
    const parts = [...unzip(bytes)].map(([name, data]) => ({ name, bytes: new Uint8Array(data) }));
    for (const part of ['word/document.xml', 'docProps/custom.xml', 'word/_rels/document.xml.rels']) {
      const whole = parts.find(({ name }) => name === part);
      if (!whole) throw new Error(`no ${part}`);
      await fc.assert(
        fc.asyncProperty(mutated(whole.bytes), damaged =>
          onlyWiredeskErrors(
            'story.docx',
            zipArchive(parts.map(each => (each === whole ? { name: part, bytes: damaged } : each))),
          ),
        ),
        { numRuns: 40 },
      );
    }
  });
});

describe('documents in our form that mean harm', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const head = '---\nwiredesk: 1\ntitle: x\n---\n\n';
  const spaces = ' '.repeat(400_000);
  const open = '{"@type": "NewsArticle", "x": "';

  it.each([
    ['nested emphasis', 'a.md', `${head}${'*a '.repeat(700)}${'a* '.repeat(700)}`],
    ['nested elements', 'a.md', `${head}${'<em>'.repeat(9_000)}x${'</em>'.repeat(9_000)}`],
    ['unclosed boxes', 'a.md', `${head}${'<aside class="box">\n\n'.repeat(3_000)}x`],
    [
      'nested front matter',
      'a.md',
      `---\nwiredesk: 1\n${Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')}\n---\nx`,
    ],
    ['white space in front matter', 'a.md', `---\nwiredesk: 1\ntitle: a${spaces}b\n---\nx`],
    [
      'white space in structured data',
      'a.html',
      `<html><script type="application/ld+json">${spaces}x${spaces}y${spaces}</script><p>It opened.</p>`,
    ],
    [
      'an open string in structured data',
      'a.html',
      `<html><script type="application/ld+json">${open}${'\\" '.repeat(100_000)}</script><p>It opened.</p>`,
    ],
  ])('are read or refused: %s', async (_name, file, text) => {
    await onlyWiredeskErrors(file, encode(text));
  });
});

describe('formats that are documents', () => {
  it('say that they are read', () => {
    const read = formatInfos()
      .filter(info => info.read)
      .map(({ id }) => id);
    expect(read).toEqual(expect.arrayContaining(['text', 'html', 'markdown', 'docx']));
  });

  it('are read by anyone’s hand: front matter of the documented form', async () => {
    const text = [
      '---',
      'wiredesk: 1',
      '# A comment',
      "title: 'It''s open'",
      'byline: Ida Marsh # the reporter',
      'keywords: [harbour, "sea lock"]',
      'embargo: open-ended',
      'dateline:',
      '  place: Port Selwyn',
      'pictures:',
      '- file: lock.jpg',
      '  caption: The *gate*',
      '  usageTerms: EDITORIAL USE ONLY',
      'colour: blue',
      '---',
      '',
      'It **opened**.',
      '',
      '![A gate](lock.jpg)',
      '',
      '![Another](other.jpg "The other gate")',
      '',
    ].join('\n');
    const [read] = (await intake('note.md', new TextEncoder().encode(text))).stories;
    expect(read?.story.fields).toMatchObject({
      headline: "It's open",
      byline: 'Ida Marsh',
      keywords: ['harbour', 'sea lock'],
      embargo: { until: null },
      dateline: { place: 'Port Selwyn' },
    });
    expect(read?.story.body.blocks.map(({ type }) => type)).toEqual(['paragraph', 'picture', 'picture']);
    expect(read?.story.pictures.map(({ restrictions, altText }) => [restrictions[0]?.kind, altText])).toEqual(
      [
        ['editorial-only', ''],
        [undefined, 'Another'],
      ],
    );
    expect(read?.media.map(({ href }) => href)).toEqual(['lock.jpg', 'other.jpg']);
    expect(read?.problems.map(({ message }) => message).join()).toContain('colour: blue');
  });

  it('are read as before where the front matter is another’s, or no YAML of ours', async () => {
    const texts = [
      '---\ntitle: Open\n---\n\nIt opened.\n',
      '---\nwiredesk: 1\ntitle: [[x]]\n---\n\nIt opened.\n',
    ];
    for (const text of texts) {
      const [read] = (await intake('note.md', new TextEncoder().encode(text))).stories;
      expect(read?.story.body.blocks.at(-1)).toMatchObject({ type: 'paragraph' });
    }
  });
});

describe('zipArchive', () => {
  it('packs what it was given, the same every time', () => {
    const files = [
      { name: 'a.txt', bytes: new TextEncoder().encode('words '.repeat(100)) },
      { name: 'ü/b.bin', bytes: new Uint8Array([1, 2, 3]), stored: true },
      { name: 'empty', bytes: new Uint8Array() },
    ];
    const archive = zipArchive(files);
    expect(zipArchive(files)).toEqual(archive);
    expect(archive.length).toBeLessThan(600);
    const back = unzip(archive);
    for (const { name, bytes } of files) expect(new Uint8Array(back.get(name) ?? [9])).toEqual(bytes);
  });
});
