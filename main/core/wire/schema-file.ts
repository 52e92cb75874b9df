import { isAbsolute, relative, resolve } from 'node:path';

/** A schema and the folder that it and what it refers to must lie in. */
export interface SchemaFile {
  readonly folder: string;
  readonly path: string;
  readonly schema: Uint8Array;
}

/** Whether a path lies in a folder, links aside. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, resolve(path));
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
