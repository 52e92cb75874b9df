/** A test's question to the host's main process: a function's source, and what it is called with. */
export interface TestQuestion {
  readonly id: number;
  readonly source: string;
  readonly argument: unknown;
}

export type TestAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

/**
 * Runs a test's functions in the main process, with what `import … from 'electron'` gives, as Playwright's
 * `ElectronApplication.evaluate` does in Electron itself.
 */
export function answerTests(electron: object): void {
  process.on('message', async ({ id, source, argument }: TestQuestion) => {
    process.send?.(await answer(electron, { id, source, argument }));
  });
  // The listener alone must not keep a program that has quit.
  process.channel?.unref();
}

async function answer(electron: object, { id, source, argument }: TestQuestion): Promise<TestAnswer> {
  try {
    const ask: (electron: object, argument: unknown) => unknown = new Function(`return (${source});`)();
    return { id, value: await ask(electron, argument) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
