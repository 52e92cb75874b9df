import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { _electron, type BrowserContext, type Page } from '@playwright/test';
import { electronBinary } from './electron-binary.ts';
import { end, ended, environment, type Said, said } from './programs.ts';
import { launchStandIn } from './stand-in.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a test's function in the main process is given: `import … from 'electron'`. */
export type Electron = typeof import('electron');

/** The desktop host's program, in Electron or on the stand-in: the same to a test. */
export interface Desktop {
  readonly process: ChildProcess;
  /** Where its windows are. */
  readonly context: BrowserContext;
  /** Its windows, the first one first. */
  windows(): Page[];
  /** The next window that opens. */
  nextWindow(): Promise<Page>;
  /** Runs a function in the main process; it uses nothing from outside itself but its argument. */
  evaluate<Value, Argument>(
    ask: (electron: Electron, argument: Argument) => Value | Promise<Value>,
    argument: Argument,
  ): Promise<Value>;
  /** Starts the program again beside the running one. @returns its exit status */
  startAgain(files: readonly string[]): Promise<number | null>;
  /** Resolves when the program is gone. @returns its exit status, null where a signal ended it */
  ended(): Promise<number | null>;
  /** Runs the program as a command of the terminal, beside the running one. */
  command(words: readonly string[]): Promise<Said>;
  quit(): Promise<void>;
  kill(): Promise<void>;
}

/** Starts the desktop host: in Electron where its binary is, else on the stand-in. */
export function launchDesktop(
  context: BrowserContext,
  store: string,
  files: readonly string[],
): Promise<Desktop> {
  const binary = electronBinary();
  return binary ? launchElectron(binary, store, files) : launchStandIn(context, store, files);
}

async function launchElectron(
  executablePath: string,
  store: string,
  files: readonly string[],
): Promise<Desktop> {
  const env = environment(store);
  const app = await _electron.launch({ executablePath, args: [root, ...files], env });
  return {
    process: app.process(),
    context: app.context(),
    windows: () => app.windows(),
    nextWindow: () => app.waitForEvent('window'),
    // Playwright's own types have its arguments unwrapped of handles, of which there are none here.
    evaluate: (ask, argument) => app.evaluate(ask as never, argument as never),
    startAgain: again => ended(spawn(executablePath, [root, ...again], { env, stdio: 'inherit' })),
    command: words =>
      said(spawn(executablePath, [root, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] })),
    ended: () => ended(app.process()),
    quit: async () => {
      // One that is gone already has nobody to ask.
      if (app.process().exitCode === null) await app.close();
    },
    kill: () => end(app.process(), 'SIGKILL'),
  };
}
