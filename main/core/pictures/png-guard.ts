import { inflateSync } from 'node:zlib';

/** More than any program writes into a picture's texts, and little enough to unpack at once. */
const longestUnpacked = 16 * 1024 * 1024;

/**
 * Whether a PNG's packed texts unpack to more than a picture's texts ever are. exiftool unpacks them whole, which
 * takes minutes and gigabytes for a file that was made for that.
 */
export function hasPackedBomb(bytes: Uint8Array): boolean {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (png.toString('latin1', 1, 4) !== 'PNG') return false;
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, Math.min(at + 8 + length, png.length));
    if (['zTXt', 'iTXt', 'iCCP', 'zxIf'].includes(type) && unpacksTooFar(data)) return true;
    at += 12 + length;
  }
  return false;
}

/** The packed part's beginning is not parsed for but looked for: a zlib stream begins with 0x78 after some header. */
function unpacksTooFar(data: Buffer): boolean {
  const start = data.indexOf(0x78, 1);
  for (let at = start; at >= 0 && at < 4_096; at = data.indexOf(0x78, at + 1)) {
    if (((data[at] ?? 0) * 256 + (data[at + 1] ?? 1)) % 31 !== 0) continue;
    try {
      inflateSync(data.subarray(at), { maxOutputLength: longestUnpacked });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return true;
    }
  }
  return false;
}
