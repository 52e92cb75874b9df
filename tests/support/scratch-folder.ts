import { realpathSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './store.ts';

/** An empty folder for the running test, gone with all that is in it when the test ends. */
export function scratchFolder(): string {
  const { folder, remove } = temporaryFolder();
  onTestFinished(remove);
  return realpathSync(folder);
}
