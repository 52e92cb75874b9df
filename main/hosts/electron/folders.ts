import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { type FolderPurpose, folderPurposes, longestPath } from '../../contract/desktop.ts';

/** What a dialog of the system asks a folder for; each has a memory of its own. */
export const folderPlaces = [...folderPurposes, 'pdf'] as const;
export type FolderPlace = FolderPurpose | 'pdf';

/** Where dialogs begin: Electron opens each in Downloads, whatever was chosen before. */
export interface Folders {
  /** The first of these that is a folder: the one that is named, the one that was chosen last, the usual one. */
  startAt(place: FolderPlace, named?: string): string;
  /** Notes what was chosen. */
  keep(place: FolderPlace, folder: string): void;
}

/**
 * @param file where what was chosen is kept from one start to the next
 * @param usual the folder where nothing was chosen yet
 */
export function createFolders(file: string, usual: () => string): Folders {
  const kept = new Map(readFolders(file));
  return {
    startAt: (place, named = '') =>
      [named, kept.get(place) ?? ''].find(folder => isAbsolute(folder) && isFolder(folder)) ?? usual(),
    keep(place, folder) {
      kept.set(place, folder);
      writeFolders(file, kept);
    },
  };
}

/** Larger than any that was written here. */
const largestFile = 1024 * 1024;

/** @returns what can be used of it; nothing where nothing was kept, or nothing that can be read */
export function readFolders(file: string): ReadonlyMap<FolderPlace, string> {
  try {
    if (statSync(file).size > largestFile) return new Map();
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof kept !== 'object' || kept === null) return new Map();
    const folders = new Map<string, unknown>(Object.entries(kept));
    return new Map(
      folderPlaces.flatMap(place => {
        const folder = folders.get(place);
        return isPath(folder) ? [[place, folder] as const] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

/** Folders that cannot be kept cost the next start its memory, and nothing else. */
function writeFolders(file: string, folders: ReadonlyMap<FolderPlace, string>): void {
  try {
    writeFileSync(file, JSON.stringify(Object.fromEntries(folders)));
  } catch {
    // Dialogs begin where they did before.
  }
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestPath && isAbsolute(value);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
