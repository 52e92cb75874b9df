import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Core } from '../core/core.ts';

/** Files that the program was started with, or was asked to open, are taken in like dropped ones. */
export async function takeIn(
  core: Core,
  files: readonly string[],
  report: (line: string) => void,
): Promise<void> {
  const connection = core.connect(() => undefined);
  for (const file of files) {
    try {
      const data = (await readFile(file)).toString('base64');
      const input = {
        files: [{ name: basename(file), data }],
        session: 'start',
        job: `start:${file}`.slice(0, 64),
      };
      const result = await connection.dispatch('intake.import', input);
      if (!result.ok) report(`${file}: ${result.error.message}`);
    } catch (error) {
      report(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  connection.close();
}

/** The files among a program's arguments: switches are Electron's, and what is no switch is a file. */
export function filesIn(args: readonly string[], folder: string): readonly string[] {
  return args.filter(arg => !arg.startsWith('-')).map(arg => resolve(folder, arg));
}
