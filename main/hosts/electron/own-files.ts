import { existsSync } from 'node:fs';
import { WiredeskError } from '../../contract/failure.ts';

/** The files that this program wrote since it was started: the only ones of the disk that a page may point at. */
export interface OwnFiles {
  add(file: string): void;
  /** @throws WiredeskError 'forbidden' where the program did not write it, 'not-found' where it is not there any more */
  demand(file: string): void;
}

export function createOwnFiles(): OwnFiles {
  const files = new Set<string>();
  return {
    add: file => void files.add(file),
    demand(file) {
      if (!files.has(file)) throw new WiredeskError('forbidden', `This program did not write ${file}.`);
      if (!existsSync(file)) throw new WiredeskError('not-found', `${file} is not there any more.`);
    },
  };
}
