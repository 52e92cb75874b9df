import type { Entry, ZipFile } from 'yauzl';
import yauzl from 'yauzl';
import { WiredeskError } from '../../contract/failure.ts';

/** What an archive may unpack to. Measured while it unpacks: the sizes in its headers are its author's claim. */
export interface ZipLimits {
  readonly entries: number;
  readonly bytes: number;
  /** Unpacked to packed, for entries beyond a megabyte: prose packs to a tenth, bombs to a thousandth. */
  readonly ratio: number;
}

/**
 * The files of an archive by name, unpacked within limits.
 * @throws WiredeskError('too-large') beyond a limit
 * @throws WiredeskError('unreadable') damaged, encrypted, or with a name that leaves its folder
 */
export async function readZip(
  bytes: Uint8Array,
  fileName: string,
  limits: ZipLimits,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let total = 0;
  try {
    const archive = await yauzl.fromBufferPromise(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      {
        validateEntrySizes: false,
        decodeStrings: true,
      },
    );
    if (archive.entryCount > limits.entries)
      throw new WiredeskError(
        'too-large',
        `${fileName} holds ${archive.entryCount} files; a document has at most ${limits.entries}.`,
      );
    for await (const entry of archive.eachEntry()) {
      refuseName(entry.fileName, fileName);
      if (entry.isEncrypted())
        throw new WiredeskError('unreadable', `${fileName} is encrypted; save it without a password.`);
      if (entry.fileName.endsWith('/')) continue;
      const data = await inflate(archive, entry, {
        left: limits.bytes - total,
        ratio: limits.ratio,
        fileName,
      });
      total += data.length;
      files.set(entry.fileName, data);
    }
  } catch (error) {
    if (error instanceof WiredeskError) throw error;
    // The archive library refuses such names before we see them.
    const name =
      error instanceof Error
        ? /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/su.exec(
            error.message,
          )?.[1]
        : undefined;
    if (name !== undefined) throw leavesFolder(name, fileName);
    throw new WiredeskError(
      'unreadable',
      `${fileName} is a damaged archive (${String(error instanceof Error ? error.message : error)}).`,
      { cause: error },
    );
  }
  return files;
}

function refuseName(name: string, fileName: string): void {
  if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:/u.test(name) || name.includes('\u0000'))
    throw leavesFolder(name, fileName);
}

function leavesFolder(name: string, fileName: string): WiredeskError {
  return new WiredeskError(
    'unreadable',
    `${fileName} holds a file whose name leads out of its folder (“${name.slice(0, 100)}”), which is refused.`,
  );
}

async function inflate(
  archive: ZipFile,
  entry: Entry,
  limit: { left: number; ratio: number; fileName: string },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = await archive.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    const bomb = size > 1_048_576 && size > entry.compressedSize * limit.ratio;
    if (size > limit.left || bomb) {
      stream.destroy();
      throw new WiredeskError(
        'too-large',
        `${limit.fileName} unpacks to far more than a document holds, which is refused.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
