import { parentPort } from 'node:worker_threads';
import { toFailure } from '../../contract/failure.ts';
import { type JobName, jobs } from './jobs.ts';

/** The worker's side: one job after the other, each answered with its value or its failure. */
interface JobRequest {
  readonly number: number;
  readonly name: JobName;
  readonly input: unknown;
}

const port = parentPort;
if (port === null) throw new Error('This file is the entry of a worker thread.');

port.on('message', async ({ number, name, input }: JobRequest) => {
  try {
    // Name and input come as a pair from the typed `run` of pool.ts, in this same process.
    const job = jobs[name] as (input: unknown) => Promise<unknown>;
    port.postMessage({ number, value: await job(input) });
  } catch (error) {
    port.postMessage({ number, failure: toFailure(error) });
  }
});
