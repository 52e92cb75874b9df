import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(process.env.WIREDESK_SHARED ?? resolve(import.meta.dirname, '../../../shared'));

/** The folder of official schemas, samples and seeds beside the checkout; null where there is none. */
export const sharedFolder: string | null = existsSync(folder) ? folder : null;

/** A path in that folder. Only for tests that are skipped where it does not exist. */
export function sharedPath(...parts: readonly string[]): string {
  return resolve(folder, ...parts);
}

if (sharedFolder === null)
  process.stderr.write(
    'Skipped where they need it: no shared folder beside the checkout (set WIREDESK_SHARED).\n',
  );
