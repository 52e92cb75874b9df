import type { App } from 'electron';
import type { Core } from '../../core/core.ts';
import { takeIn } from '../take-in.ts';
import type { Windows } from './windows.ts';

/** Takes in files that the system gave the program; a window in front shows what came of them, and says what did not. */
export async function openFiles(
  files: readonly string[],
  options: {
    readonly app: Pick<App, 'addRecentDocument'>;
    readonly core: Core;
    readonly windows: Windows;
    readonly report: (line: string) => void;
  },
): Promise<void> {
  const { app, core, windows, report } = options;
  const taken = await takeIn(core, files);
  for (const file of taken.files) app.addRecentDocument(file);
  if (taken.story !== null) windows.tell({ type: 'open-story', id: taken.story });
  if (taken.failures === '') return;
  report(taken.failures);
  windows.tell({ type: 'message', text: taken.failures });
}
