import { afterAll, describe, expect, it } from 'vitest';
import { createWorker } from '../../../../main/core/worker/pool.ts';

const worker = createWorker();
afterAll(() => worker.close());

const text = (words: string, name = 'lock.txt') => ({
  name,
  bytes: new TextEncoder().encode(words),
  format: null,
});
const page = 'Lock opens at Port Selwyn\n\nThe harbour has a new lock, the harbour office said on Tuesday.\n';
const headlineOf = async (job: Promise<{ stories: readonly { story: { fields: object } }[] }>) =>
  (await job).stories[0]?.story.fields;

describe('the worker', () => {
  it('gives back what the job returned, each caller its own', async () => {
    const jobs = [
      worker.run('read-file', text(page)),
      worker.run('read-clipboard', { html: '', text: page }),
    ];
    for (const job of jobs)
      expect(await headlineOf(job)).toMatchObject({ headline: 'Lock opens at Port Selwyn' });
  });

  it('passes a failure on with its code and words, and does the next job', async () => {
    await expect(worker.run('read-file', text(''))).rejects.toMatchObject({
      name: 'WiredeskError',
      code: 'unreadable',
      message: expect.stringContaining('lock.txt'),
    });
    expect(await headlineOf(worker.run('read-file', text(page)))).toHaveProperty('headline');
  });

  it('ends a job that takes too long, and does the next on a new thread', async () => {
    // A worker of its own: its thread cannot have started, let alone answered, before the time is up.
    const fresh = createWorker();
    const slow = fresh.run('read-file', text(page), { timeoutMs: 0 });
    const next = fresh.run('read-file', text(page));
    await expect(slow).rejects.toMatchObject({ code: 'too-large' });
    expect(await headlineOf(next)).toHaveProperty('headline');
    await fresh.close();
  });

  it('cancels a job that runs, one that waits, and one that never began', async () => {
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = worker.run('read-file', text(page), { signal: running.signal });
    const second = worker.run('read-file', text(page), { signal: waiting.signal });
    const third = worker.run('read-file', text(page));
    waiting.abort();
    running.abort();
    const fourth = worker.run('read-file', text(page), { signal: AbortSignal.abort() });
    for (const cancelled of [first, second, fourth])
      await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await headlineOf(third)).toHaveProperty('headline');
  });

  it('is not disturbed by a signal that comes after the job is done', async () => {
    const late = new AbortController();
    await worker.run('read-file', text(page), { signal: late.signal });
    const next = worker.run('read-file', text(page));
    late.abort();
    expect(await headlineOf(next)).toHaveProperty('headline');
  });

  it('rejects what is running and waiting when it closes, and starts again when asked', async () => {
    const jobs = [worker.run('read-file', text(page)), worker.run('read-file', text(page))];
    const settled = Promise.allSettled(jobs);
    await worker.close();
    expect(await settled).toMatchObject([
      { status: 'rejected', reason: { code: 'cancelled' } },
      { status: 'rejected', reason: { code: 'cancelled' } },
    ]);
    expect(await headlineOf(worker.run('read-file', text(page)))).toHaveProperty('headline');
  });
});
