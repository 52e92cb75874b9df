import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A store that was closed in order was checked page by page on the way: the backup made then is a copy of every page,
 * and was read back whole. A note says so, and of which state of the file, so that the next start need not read all
 * of it again: with 100,000 stories that took seconds. Without the note, or where the file is not as it was, all of
 * it is read.
 */
function notePath(file: string): string {
  return join(dirname(file), 'closed.json');
}

/** What a file that nobody wrote to keeps: its length, and when it was last written to, in nanoseconds. */
function stateOf(file: string): string {
  const { size, mtimeNs } = statSync(file, { bigint: true });
  return JSON.stringify({ bytes: String(size), changed: String(mtimeNs) });
}

/** Notes that the file is whole as it lies there; for after the last write. */
export function noteCleanClose(file: string): void {
  try {
    writeFileSync(notePath(file), stateOf(file), { mode: 0o600 });
  } catch {
    // On a full disk there is no note, or half of one: then the next start reads the whole file.
  }
}

/**
 * Whether the file lies there as it was closed. The note is taken away: from here on the file may be written to, and
 * only the next close in order says again that it is whole.
 */
export function takeCleanClose(file: string): boolean {
  try {
    const note = readFileSync(notePath(file), 'utf8');
    // What a crashed program had written beside the file belongs to it, whatever the note says.
    const unfinished = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
    return !unfinished && note === stateOf(file);
  } catch {
    // No note, or no file: not closed in order.
    return false;
  } finally {
    rmSync(notePath(file), { force: true });
  }
}
