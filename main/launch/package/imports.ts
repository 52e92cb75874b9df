import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a program loads, from its entries on. */
export interface Walk {
  /** Files of the tree, with slashes, sorted. */
  readonly reached: readonly string[];
  /** What is named and not in the tree. */
  readonly missing: readonly { readonly from: string; readonly target: string }[];
  /** What only the host gives: 'electron'. */
  readonly external: readonly string[];
}

/**
 * Follows every import of a program in an unpacked tree, as Node resolves them.
 * @param entries scripts, from the tree's root
 */
export async function walkImports(tree: string, entries: readonly string[]): Promise<Walk> {
  const args = ['--experimental-import-meta-resolve', join(import.meta.dirname, 'walk.ts'), tree, ...entries];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  // Printed by walk.ts, which types it.
  return JSON.parse(stdout) as Walk;
}
