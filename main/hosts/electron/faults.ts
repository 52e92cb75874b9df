import type { App } from 'electron';

export interface FaultOptions {
  readonly app: Pick<App, 'on'>;
  /** Called with a fault of the main process that nothing caught: what state the program is in cannot be known. */
  readonly onFault: (error: unknown) => void;
  readonly report: (line: string) => void;
}

/** Hears of what goes wrong where nobody waits for it. */
export function watchFaults({ app, onFault, report }: FaultOptions): void {
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
  // Chromium starts its helpers again itself; the process of a page is its window's to see to.
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    if (reason !== 'clean-exit') report(`${name ?? type} went down: ${reason} (${exitCode}).`);
  });
}
