import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWholeFile } from '../../core/whole-file.ts';
import { safeFileName } from '../../core/wire/text.ts';

/** Texts that were let go, as files: what is dragged to another program has to lie on the disk. */
export interface TextFiles {
  /** @returns the file's path; none takes another's place. @throws WiredeskError 'disk' */
  write(name: string, text: string): Promise<string>;
  /** Takes all of them away, those that a killed program left too. */
  clear(): void;
}

/** @param folder that holds nothing else */
export function createTextFiles(folder: string): TextFiles {
  return {
    write: (name, text) =>
      writeWholeFile(join(folder, randomUUID()), safeName(name), new TextEncoder().encode(text)),
    clear() {
      try {
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // Another program holds one of them: it goes at the next start.
      }
    },
  };
}

/** With its ending, a name that the file systems of all platforms take. */
const longestStem = 200;

/** A file's name as every file system takes it, that leads nowhere; its ending is kept where it is one. */
export function safeName(name: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]{1,10})?$/is.exec(name) ?? [];
  return `${safeFileName(stem, longestStem)}${ending}`;
}
