import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive. Its name is a relative path with forward slashes. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** For bytes that are packed already, as pictures are. */
  readonly stored?: boolean;
}

/** 1 January 1980: the first day that the format knows, so that the same files give the same bytes (APPNOTE 4.4.6). */
const fixedDate = 0x0021;
const utf8Names = 0x0800;

/**
 * A ZIP archive (APPNOTE 4.3) of the files in their order. The same files always give the same bytes.
 * @param files at most 65,535, of less than 4 GB together: no ZIP64 is written
 * @throws RangeError beyond that
 */
export function zipArchive(files: readonly ZipFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, stored = false } of files) {
    const data = stored ? bytes : deflateRawSync(bytes, { level: 9 });
    const path = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(utf8Names, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt16LE(0, 6);
    common.writeUInt16LE(fixedDate, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, path, data);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, place, path);
    offset += 30 + path.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}
