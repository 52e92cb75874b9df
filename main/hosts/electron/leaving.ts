import type { App, PowerMonitor } from 'electron';

/** The program's one way out, however it is told to go. */
export interface Leaving {
  /** Something is open now that has to be closed before the program leaves. */
  opened(close: () => Promise<void>): void;
  /** The program has started: a fault from here on is no longer one of its start. */
  started(): void;
  /** Whether the program is not on its way out. */
  isRunning(): boolean;
  /** Leaves because of a fault of the program's own: in the same order, and with exit status 1. */
  fail(error: unknown): void;
}

export interface LeavingOptions {
  readonly app: Pick<App, 'on' | 'quit' | 'exit'>;
  /** Tells the user why the program goes, and returns once that was read. */
  readonly show: (title: string, words: string) => void;
  readonly report: (line: string) => void;
}

const stopped =
  'A fault in the program made it stop. What was written up to then is saved: start Wiredesk again to go on.';

/** Closes what is open before the application quits: once, and before anybody is shown anything. */
export function createLeaving({ app, show, report }: LeavingOptions): Leaving {
  let state: 'starting' | 'running' | 'closing' | 'closed' = 'starting';
  let close: (() => Promise<void>) | null = null;
  let failed = false;

  const say = (error: unknown): void => {
    failed = true;
    report(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  const leave = async (): Promise<void> => {
    state = 'closing';
    await close?.().catch(say);
    state = 'closed';
  };

  app.on('before-quit', event => {
    if (close === null || state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    void leave().then(() => (failed ? app.exit(1) : app.quit()));
  });

  return {
    opened(toClose) {
      close = toClose;
    },
    started() {
      state = 'running';
    },
    isRunning: () => state === 'starting' || state === 'running',
    fail(error) {
      say(error);
      if (state === 'closing' || state === 'closed') return;
      const words: [string, string] =
        state === 'starting'
          ? ['Wiredesk cannot start', error instanceof Error ? error.message : String(error)]
          : ['Wiredesk has to stop', stopped];
      void leave().then(() => {
        show(...words);
        app.exit(1);
      });
    },
  };
}

/**
 * Leaves when the system says so: with a signal, or because it shuts down. Electron takes the first signal alone and
 * dies of the second, which a terminal and npm send together; only once the application is ready can that be changed.
 */
export function leaveWithSystem(app: Pick<App, 'quit'>, power: PowerMonitor): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  // The system waits for a program that says it will be done in a moment (Linux and macOS).
  power.on('shutdown', (event?: Event) => {
    event?.preventDefault();
    app.quit();
  });
}
