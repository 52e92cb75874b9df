/** Kinds of files told by their first bytes. */

export interface Signature {
  readonly kind: 'picture' | 'zip' | 'other';
  /** 'is a PDF; …': what the file is, and what to do about it. */
  readonly words: string;
}

interface Rule extends Signature {
  readonly offset: number;
  readonly bytes: readonly (number | null)[];
}

function ascii(text: string): number[] {
  return Array.from(text, char => char.charCodeAt(0));
}

function rule(kind: Signature['kind'], words: string, bytes: readonly (number | null)[], offset = 0): Rule {
  return { kind, words, bytes, offset };
}

const any4 = [null, null, null, null];
const rules: readonly Rule[] = [
  rule('picture', 'is a JPEG picture', [0xff, 0xd8, 0xff]),
  rule('picture', 'is a PNG picture', [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]),
  rule('picture', 'is a GIF picture', ascii('GIF8')),
  rule('picture', 'is a WebP picture', [...ascii('RIFF'), ...any4, ...ascii('WEBP')]),
  rule('picture', 'is a TIFF picture', [0x49, 0x49, 0x2a, 0x00]),
  rule('picture', 'is a TIFF picture', [0x4d, 0x4d, 0x00, 0x2a]),
  rule('picture', 'is an AVIF picture', ascii('ftypavif'), 4),
  rule('other', 'is a HEIC picture, which cannot be read here; save it as JPEG', ascii('ftyphei'), 4),
  rule('other', 'is a HEIC picture, which cannot be read here; save it as JPEG', ascii('ftypmif1'), 4),
  rule('other', 'is a Photoshop file; save the picture as JPEG or TIFF', ascii('8BPS')),
  rule('zip', 'is a ZIP archive', [0x50, 0x4b, 0x03, 0x04]),
  rule('zip', 'is a ZIP archive', [0x50, 0x4b, 0x05, 0x06]),
  rule('other', 'is a PDF; open it and copy its text', ascii('%PDF-')),
  rule('other', 'is an RTF document; save it as .docx', ascii('{\\rtf')),
  rule(
    'other',
    'is a document of an old Office program (.doc); save it as .docx',
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ),
  rule('other', 'is a gzip archive; unpack it first', [0x1f, 0x8b]),
  rule('other', 'is a bzip2 archive; unpack it first', ascii('BZh9')),
  rule('other', 'is an xz archive; unpack it first', [0xfd, ...ascii('7zXZ')]),
  rule('other', 'is a 7-Zip archive; unpack it first', [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c]),
  rule('other', 'is a RAR archive; unpack it first', ascii('Rar!')),
  rule('other', 'is a video or sound file', ascii('ftyp'), 4),
  rule('other', 'is a video or sound file', [0x1a, 0x45, 0xdf, 0xa3]),
  rule('other', 'is a sound file', [...ascii('ID3'), 0x03]),
  rule('other', 'is a sound file', [...ascii('ID3'), 0x04]),
  rule('other', 'is a sound file', ascii('OggS')),
  rule('other', 'is a sound file', [...ascii('RIFF'), ...any4, ...ascii('WAVE')]),
  rule('other', 'is a program', [0x7f, ...ascii('ELF')]),
  rule('other', 'is a program', ascii('MZ').concat([0x90, 0x00])),
  rule('other', 'is a database', ascii('SQLite format 3')),
];

/** What the first bytes of a file say it is, or null where they say nothing. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  return (
    rules.find(({ offset, bytes: wanted }) =>
      wanted.every((byte, index) => byte === null || bytes[offset + index] === byte),
    ) ?? null
  );
}

/** Whether a picture has its frame and its end: enough to tell a cut or faked file, not to decode it. */
export function isWholePicture(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff) return hasJpegFrame(buffer) && buffer.includes(Buffer.of(0xff, 0xd9));
  if (buffer[0] === 0x89) return buffer.includes('IHDR', 8, 'latin1') && buffer.includes('IEND', 8, 'latin1');
  if (buffer.subarray(0, 4).toString('latin1') === 'RIFF')
    return buffer.length >= 20 && buffer.readUInt32LE(4) <= buffer.length - 8;
  return buffer.length > 20;
}

/** ITU-T T.81 B.1.1: marker segments one after the other up to a frame header. */
function hasJpegFrame(buffer: Buffer): boolean {
  let offset = 2;
  while (offset + 4 <= buffer.length && buffer[offset] === 0xff) {
    const marker = buffer[offset + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return true;
    offset += marker === 0xff ? 1 : 2 + buffer.readUInt16BE(offset + 2);
  }
  return false;
}
