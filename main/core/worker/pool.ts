import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Failure, WiredeskError } from '../../contract/failure.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';

/** Heavy work off the host's thread. */
export interface HeavyWorker {
  /**
   * Runs a job. One that takes too long, needs too much memory or is cancelled is ended with its thread; the
   * jobs that waited behind it run on a new one.
   * @throws WiredeskError the job's own failure, 'too-large' past its limits, 'cancelled' by the signal
   */
  run<Name extends JobName>(
    name: Name,
    input: JobInput<Name>,
    options?: JobOptions,
  ): Promise<JobOutput<Name>>;
  close(): Promise<void>;
}

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 60_000;
const memoryMb = 1024;

interface Task {
  readonly number: number;
  readonly name: JobName;
  readonly input: unknown;
  readonly timeoutMs: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  settled: boolean;
}

/** As many threads as there are processors to spare for them, one at least. */
const mostThreads = Math.max(1, Math.min(4, availableParallelism() - 1));

/** Several workers as one: a job goes to the one that has the least to do. Starts no thread before there is work. */
export function createWorkers(count = mostThreads): HeavyWorker {
  const workers = Array.from({ length: count }, () => ({ worker: createWorker(), busy: 0 }));
  return {
    run: (name, input, options) => {
      const [least] = workers.toSorted((a, b) => a.busy - b.busy);
      if (!least) throw new Error('There is no worker.');
      least.busy += 1;
      return least.worker.run(name, input, options).finally(() => {
        least.busy -= 1;
      });
    },
    async close() {
      await Promise.all(workers.map(each => each.worker.close()));
    },
  };
}

/** One thread, which does one job after the other. Starts it only when there is work. */
export function createWorker(): HeavyWorker {
  let thread: Worker | null = null;
  let current: Task | null = null;
  let timer: NodeJS.Timeout | null = null;
  let count = 0;
  const waiting: Task[] = [];

  const start = (): Worker => {
    const made = new Worker(new URL(`./entry${extname(import.meta.filename)}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    made.unref();
    made.on(
      'message',
      ({ number, value, failure }: { number: number; value?: unknown; failure?: Failure }) => {
        if (current?.number !== number) return;
        const { resolve, reject } = current;
        finish();
        if (failure) reject(new WiredeskError(failure.code, failure.message, { problems: failure.problems }));
        else resolve(value);
        next();
      },
    );
    made.on('error', error => {
      if (thread !== made) return;
      const outOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      abandon(
        outOfMemory
          ? new WiredeskError('too-large', 'Reading it needed more memory than is allowed.')
          : new WiredeskError('internal', error.message, { cause: error }),
      );
    });
    return made;
  };

  const finish = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (current) current.settled = true;
    current = null;
  };

  /** Gives up the running job together with its thread: there is no other way to stop it. */
  const abandon = (error: WiredeskError): void => {
    const failed = current;
    const dead = thread;
    thread = null;
    finish();
    void dead?.terminate();
    failed?.reject(error);
    next();
  };

  const next = (): void => {
    if (current) return;
    const task = waiting.shift();
    if (!task) return;
    if (task.settled) {
      next();
      return;
    }
    current = task;
    thread ??= start();
    thread.ref();
    timer = setTimeout(() => {
      abandon(
        new WiredeskError('too-large', `Reading it took longer than ${task.timeoutMs / 1000} seconds.`),
      );
    }, task.timeoutMs);
    thread.postMessage({ number: task.number, name: task.name, input: task.input });
  };

  return {
    run: (name, input, { signal, timeoutMs = defaultTimeoutMs } = {}) =>
      new Promise((resolve, reject) => {
        // The value is the job's own output: entry.ts answers with what the job of that name returned.
        const task: Task = {
          number: ++count,
          name,
          input,
          timeoutMs,
          resolve: resolve as (value: unknown) => void,
          reject,
          settled: false,
        };
        const cancel = (): void => {
          const error = new WiredeskError('cancelled', 'Cancelled.');
          if (current === task) abandon(error);
          else if (!task.settled) {
            task.settled = true;
            reject(error);
          }
        };
        if (signal?.aborted) return cancel();
        signal?.addEventListener('abort', cancel, { once: true });
        waiting.push(task);
        next();
      }),
    async close() {
      const dead = thread;
      thread = null;
      const error = new WiredeskError('cancelled', 'The program is closing.');
      for (const task of waiting.splice(0)) task.reject(error);
      const running = current;
      finish();
      running?.reject(error);
      await dead?.terminate();
    },
  };
}
