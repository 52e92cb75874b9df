/** Decides when a host that opened windows of its own has none left and may end. */
export interface Lifetime {
  /** A window's program has been started. @returns to be called when that program has ended */
  began(): () => void;
  /** Looks again: a page has gone. */
  look(): void;
}

/**
 * How long a page may be away before its window counts as closed. A browser that runs already takes the window
 * over and ends at once, before the page has connected; a page that is loaded again is away for a moment.
 */
const graceMs = 2_000;

/**
 * @param options.pages how many pages are connected
 * @param options.end called once, when every window's program has ended and no page has been there for a while
 */
export function createLifetime(options: {
  readonly pages: () => number;
  readonly end: () => void;
}): Lifetime {
  let programs = 0;
  let started = false;
  let timer: NodeJS.Timeout | undefined;
  const unused = (): boolean => started && programs === 0 && options.pages() === 0;
  const look = (): void => {
    clearTimeout(timer);
    if (unused())
      timer = setTimeout(() => {
        if (unused()) options.end();
      }, graceMs);
  };
  return {
    began() {
      started = true;
      programs++;
      return () => {
        programs--;
        look();
      };
    },
    look,
  };
}
