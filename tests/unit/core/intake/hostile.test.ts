import { describe, expect, it } from 'vitest';
import { WiredeskError } from '../../../../main/contract/failure.ts';
import { readFile } from '../../../../main/core/intake/read.ts';
import { docx, zip } from '../../../support/zip.ts';
import { testContext } from './support.ts';

const entity = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;">]>';
const word = (content: string) => `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`;
const nested = (tag: string, depth: number) => `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(depth);
const truncated = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 40);
const bomb = Buffer.alloc(300 * 1024 * 1024, 'a');

const cases: readonly (readonly [string, string, string | Uint8Array, string, RegExp])[] = [
  ['an empty file', 'e.txt', '', 'unreadable', /empty/],
  ['white space alone', 'w.txt', ' \n\t\n', 'unreadable', /white space/],
  ['51 MB', 'big.txt', new Uint8Array(51 * 1024 * 1024), 'too-large', /51 MB/],
  [
    'random bytes',
    'r.bin',
    Uint8Array.from({ length: 500 }, (_, i) => (i * 73 + 11) % 256),
    'unreadable',
    /binary/,
  ],
  ['a PDF', 'p.pdf', '%PDF-1.7 x', 'unsupported', /PDF/],
  ['RTF', 'r.rtf', '{\\rtf1 hello}', 'unsupported', /RTF/],
  [
    'an old Word file',
    'o.doc',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    'unsupported',
    /\.docx/,
  ],
  ['a text that calls itself a picture', 'x.jpg', 'no picture', 'unreadable', /not a picture/],
  [
    'a JPEG of a header and nonsense',
    'y.jpg',
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6),
    'unreadable',
    /JPEG.*damaged/,
  ],
  [
    'a cut PNG',
    'y.png',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
    'unreadable',
    /PNG.*cut short/,
  ],
  ['an XML bomb', 'x.xml', `<?xml version="1.0"?>${entity}<x>&b;</x>`, 'unreadable', /entities/],
  [
    'an external entity',
    'x.xml',
    '<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/passwd">]><x>&s;</x>',
    'unreadable',
    /entities/,
  ],
  ['unknown XML', 'u.xml', '<?xml version="1.0"?><recipe/>', 'unsupported', /recipe/],
  ['cut XML', 'c.xml', '<?xml version="1.0"?>', 'unreadable', /cut short/],
  ['cut JSON', 'c.json', '{"fields": {"headline": "Lo', 'unreadable', /cut short/],
  ['unknown JSON', 'u.json', '{"a": 1}', 'unsupported', /JSON/],
  ['a ZIP of something', 'z.zip', zip([{ name: 'a.txt', data: Buffer.from('a') }]), 'unsupported', /ZIP/],
  ['a cut .docx', 'c.docx', truncated(docx(word('x'))), 'unreadable', /cut short/],
  ['a zip bomb', 'b.docx', docx(word('x'), [{ name: 'word/a.bin', data: bomb }]), 'too-large', /unpacks/],
  [
    'a zip bomb that lies',
    'b.docx',
    docx(word('x'), [
      {
        name: 'word/a.bin',
        data: bomb.subarray(0, 90_000_000),
        claimedSize: 10,
      },
    ]),
    'too-large',
    /unpacks/,
  ],
  [
    'too many entries',
    'm.docx',
    docx(
      word('x'),
      Array.from({ length: 2_001 }, (_, i) => ({
        name: `word/${i}`,
        data: Buffer.alloc(1),
      })),
    ),
    'too-large',
    /files/,
  ],
  [
    'a name that leaves the folder',
    'n.docx',
    docx(word('x'), [{ name: '../evil.xml', data: Buffer.from('x') }]),
    'unreadable',
    /leads out/,
  ],
  [
    'an absolute name',
    'n.docx',
    docx(word('x'), [{ name: '/etc/evil', data: Buffer.from('x') }]),
    'unreadable',
    /leads out/,
  ],
  [
    'entities in a .docx',
    'e.docx',
    docx(word('x'), [
      {
        name: 'word/styles.xml',
        data: Buffer.from(`<?xml version="1.0"?>${entity}<x/>`),
      },
    ]),
    'unreadable',
    /entities/,
  ],
  ['a .docx nested too deep', 'd.docx', docx(nested('w:sdt', 5_000)), 'too-large', /deep/],
  ['damaged XML in a .docx', 'd.docx', docx('<w:p><w:r></w:p>'), 'unreadable', /damaged/],
  ['HTML nested too deep', 'd.html', `<!doctype html>${'<div>'.repeat(200_000)}`, 'too-large', /deep/],
  [
    'HTML of too many elements',
    'm.html',
    `<!doctype html>${'<i></i>'.repeat(500_000)}`,
    'too-large',
    /elements/,
  ],
  ['Markdown nested too deep', 'd.md', `# T\n\n${'>'.repeat(5_000)} x`, 'too-large', /deep/],
  ['Markdown of brackets', 'b.md', `# T\n\n${'['.repeat(50_000)}`, 'too-large', /deep/],
  ['too many lines', 'l.txt', 'a b\n'.repeat(100_001), 'too-large', /lines/],
  [
    'a body that is none',
    'b.json',
    '{"fields": {}, "body": {"version": 1, "blocks": [{"type": "script"}]}}',
    'unreadable',
    /body/,
  ],
];

describe('files that cannot be taken in', () => {
  it.each(cases)('%s', async (_name, name, content, code, reason) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const error: unknown = await readFile({ name, bytes }, testContext()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WiredeskError);
    if (!(error instanceof WiredeskError)) return;
    expect({ code: error.code, message: error.message }).toEqual({
      code,
      message: expect.stringMatching(reason),
    });
    expect(error.message).toContain(name);
    expect(error.message).toMatch(/\.$/);
  });
});
