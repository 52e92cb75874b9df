import { WiredeskError } from '../contract/failure.ts';

/** Long work that a window may cancel, by the name the window gave it. */
export interface Jobs {
  /** Runs `work` under a signal that `cancel(name)` aborts. */
  run<T>(name: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  cancel(name: string): void;
}

export function createJobs(): Jobs {
  const running = new Map<string, AbortController>();
  return {
    async run(name, work) {
      if (running.has(name)) throw new WiredeskError('bad-request', `The job "${name}" is already running.`);
      const controller = new AbortController();
      running.set(name, controller);
      try {
        return await work(controller.signal);
      } finally {
        running.delete(name);
      }
    },
    cancel(name) {
      running.get(name)?.abort(new WiredeskError('cancelled', 'Cancelled.'));
    },
  };
}
