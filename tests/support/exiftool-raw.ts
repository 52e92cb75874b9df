import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exiftoolPath } from 'exiftool-vendored';

/** What exiftool itself prints of a picture, as JSON, by a process of its own. */
export async function exiftoolPrints(
  bytes: Uint8Array,
  ...args: readonly string[]
): Promise<Readonly<Record<string, unknown>>> {
  const folder = mkdtempSync(join(tmpdir(), 'wiredesk-exiftool-'));
  try {
    const file = join(folder, 'picture');
    writeFileSync(file, bytes);
    const said = execFileSync(
      await exiftoolPath(),
      ['-config', '', '-j', '-n', '-G1', '-struct', ...args, file],
      {
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    const [tags]: readonly Readonly<Record<string, unknown>>[] = JSON.parse(said);
    return tags ?? {};
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes tags as the given arguments of exiftool say, for files as others make them. */
export async function exiftoolWrites(bytes: Uint8Array, ...args: readonly string[]): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'wiredesk-exiftool-'));
  try {
    const file = join(folder, 'picture');
    writeFileSync(file, bytes);
    execFileSync(await exiftoolPath(), ['-config', '', '-q', '-overwrite_original', ...args, file]);
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
