import type { BrowserWindow, MessageBoxOptions } from 'electron';

export interface PageFaultOptions {
  /** Asks the user. @returns the number of the button that was chosen */
  readonly ask: (question: MessageBoxOptions) => Promise<number>;
  /** Shows the page that opens with no story. */
  readonly showStart: () => void;
  readonly report: (line: string) => void;
}

/** A page that goes down again this soon would go down for ever. */
const calmMs = 10_000;

/** A page that answers again within this time was busy, and nobody is asked. */
const graceMs = 1_000;

/**
 * Sees to a page that went down or does not answer. What was typed and not yet saved is kept by the page itself, and
 * offered when it is loaded again.
 */
export function watchPage(window: BrowserWindow, options: PageFaultOptions): void {
  const { webContents } = window;
  let wentDown = -calmMs;
  let ended = false;
  let grace: NodeJS.Timeout | undefined;
  let open: AbortController | null = null;

  /** Asks one question at a time; the answer counts while the question still stands. */
  const ask = async (question: MessageBoxOptions): Promise<number | null> => {
    withdraw();
    const standing = new AbortController();
    open = standing;
    try {
      const answer = await options.ask({ ...question, noLink: true, signal: standing.signal });
      return standing.signal.aborted || window.isDestroyed() ? null : answer;
    } finally {
      if (open === standing) open = null;
    }
  };
  const withdraw = (): void => {
    clearTimeout(grace);
    open?.abort();
    open = null;
  };
  const failed = (error: unknown): void => options.report(`The question was not asked: ${error}`);

  const recover = async (again: boolean): Promise<void> => {
    const answer = again ? await ask(downAgain) : 0;
    if (window.isDestroyed()) return;
    if (answer === 0) webContents.reload();
    if (answer === 1) options.showStart();
    if (answer === 2) window.close();
  };
  const askToWait = async (): Promise<void> => {
    if ((await ask(noAnswer)) !== 1) return;
    ended = true;
    webContents.forcefullyCrashRenderer();
    webContents.reload();
  };

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    withdraw();
    // We ended it ourselves, and load it again.
    if (ended) ended = false;
    else if (reason !== 'clean-exit') {
      options.report(`The page of a window went down: ${reason} (${exitCode}).`);
      const again = Date.now() - wentDown < calmMs;
      wentDown = Date.now();
      // Not within the event: a page that is loaded while Electron buries it has taken the program with it.
      setImmediate(() => void (window.isDestroyed() || recover(again).catch(failed)));
    }
  });
  window.on('unresponsive', () => {
    if (open) return;
    clearTimeout(grace);
    grace = setTimeout(() => void askToWait().catch(failed), graceMs);
  });
  window.on('responsive', withdraw);
  window.on('closed', withdraw);
}

const noAnswer: MessageBoxOptions = {
  type: 'warning',
  message: 'This window does not answer.',
  detail: 'It may be busy. If it is loaded again, nothing that was saved is lost.',
  buttons: ['Wait', 'Load again'],
  defaultId: 0,
  cancelId: 0,
};

const downAgain: MessageBoxOptions = {
  type: 'error',
  message: 'This window stopped working again.',
  detail: 'Your stories are saved. If it is the open story that does it, the list of stories may still open.',
  buttons: ['Load again', 'Show the list of stories', 'Close the window'],
  defaultId: 1,
  cancelId: 2,
};
