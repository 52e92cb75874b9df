/** What the windows have under way, so that a host that stops can wait for them to save. */
export interface Activity {
  /** Counts one call from its start to its end. */
  during<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Resolves once nothing has been asked for a moment and everything is answered, at the latest after `limitMs`. */
  settled(limitMs: number): Promise<void>;
}

/** A page that was told to save asks within this time. */
const quietMs = 200;

export function createActivity(): Activity {
  let running = 0;
  let changed: () => void = () => undefined;
  return {
    async during(work) {
      running++;
      changed();
      try {
        return await work();
      } finally {
        running--;
        changed();
      }
    },
    settled: limitMs =>
      new Promise(resolve => {
        let quiet: NodeJS.Timeout | undefined;
        const done = (): void => {
          clearTimeout(quiet);
          clearTimeout(limit);
          changed = () => undefined;
          resolve();
        };
        const limit = setTimeout(done, limitMs);
        changed = () => {
          clearTimeout(quiet);
          if (running === 0) quiet = setTimeout(done, quietMs);
        };
        changed();
      }),
  };
}
