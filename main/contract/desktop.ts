import { z } from 'zod';
import { method, none } from './method.ts';
import type { ClientOf } from './rpc.ts';

/** What folders are chosen for: the one that was chosen last is remembered for each. */
export const folderPurposes = ['export', 'schemas', 'dictionaries', 'delivery'] as const;
export const FolderPurpose = z.enum(folderPurposes);
export type FolderPurpose = z.infer<typeof FolderPurpose>;

/** More files at once are dragged by their folder. */
export const mostDraggedFiles = 1_000;

export const longestPath = 4_000;
const path = z.string().min(1).max(longestPath);
const fileName = z.string().max(1_000);

/**
 * What a page asks of a program on the desktop, and no other host can do. It crosses by the same line and envelope as
 * a call to the core, which knows none of it.
 */
export const desktopMethods = {
  /** Asks for a folder by the system's dialog, which opens at `current` where that is one; null where none was chosen. */
  'desktop.chooseFolder': method(
    z.strictObject({ purpose: FolderPurpose, current: z.string().max(longestPath) }),
    z.strictObject({ folder: path.nullable() }),
  ),
  /** Asks where, and writes what the page would print as a PDF; null where the dialog was cancelled. */
  'desktop.savePdf': method(z.strictObject({ name: fileName }), z.strictObject({ file: path.nullable() })),
  /** A text that was let go, as a file of the program's own until it quits: there to be dragged elsewhere. */
  'desktop.textFile': method(
    z.strictObject({ name: fileName, text: z.string().max(20_000_000) }),
    z.strictObject({ file: path }),
  ),
  /** Shows a file that this program wrote in its folder. */
  'desktop.showFile': method(z.strictObject({ file: path }), none),
  /** Goes on with a drag that began in the page, with files that this program wrote. */
  'desktop.dragOut': method(
    z.strictObject({ files: z.array(path).min(1).max(mostDraggedFiles).readonly() }),
    none,
  ),
} as const;

export type DesktopClient = ClientOf<typeof desktopMethods>;
