import { crc32, deflateSync } from 'node:zlib';
import { pixels } from './pictures.ts';

/** A PNG chunk. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.byteLength, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A PNG with another chunk behind its header. */
export async function pngWith(type: string, data: Uint8Array): Promise<Uint8Array> {
  const png = Buffer.from(await pixels('png'));
  return Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)]);
}

/** A PNG whose header says it has so many pixels; there are none behind it. */
export function pngHeader(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An XMP packet with this in its description's structure. */
export function xmpPacket(inside: string): Buffer {
  return Buffer.from(
    `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
  );
}

/** XMP as PNG keeps it: an international text, packed or not (PNG 11.3.4.5). */
export function pngXmp(packet: Uint8Array, packed = false): Promise<Uint8Array> {
  return pngWith(
    'iTXt',
    Buffer.concat([
      Buffer.from('XML:com.adobe.xmp\0'),
      Buffer.from([packed ? 1 : 0, 0, 0, 0]),
      packed ? deflateSync(packet) : packet,
    ]),
  );
}

/** HEIC by its boxes: an AVIF whose brand and item types say HEVC, which is what a decoder without HEVC meets. */
export function asHeic(avif: Uint8Array): Uint8Array {
  const names = [
    ['avif', 'heic'],
    ['avis', 'hevc'],
    ['av01', 'hvc1'],
    ['av1C', 'hvcC'],
  ] as const;
  const bytes = Buffer.from(avif);
  for (const [name, other] of names)
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 4))
      bytes.write(other, at, 'latin1');
  return new Uint8Array(bytes);
}
