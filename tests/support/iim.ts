import { pixels } from './pictures.ts';

/** A data set of IIM: record, number, bytes (IIM 4.2, part 1.5 c). */
export function dataSet(record: number, number: number, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from([0x1c, record, number, bytes.byteLength >> 8, bytes.byteLength & 0xff]),
    bytes,
  ]);
}

/** A JPEG whose only metadata is this IIM block, as agencies' old systems write it. */
export async function jpegWithIim(...dataSets: readonly Uint8Array[]): Promise<Uint8Array> {
  const block = Buffer.concat(dataSets);
  const resource = Buffer.concat([
    Buffer.from('Photoshop 3.0\0', 'latin1'),
    Buffer.from('8BIM\x04\x04\0\0', 'latin1'),
    Buffer.from([0, 0, block.length >> 8, block.length & 0xff]),
    block,
    Buffer.alloc(block.length % 2),
  ]);
  const length = resource.length + 2;
  const jpeg = await pixels('jpeg');
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xed, length >> 8, length & 0xff]),
    resource,
    jpeg.subarray(2),
  ]);
}
