import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLifetime } from '../../../main/hosts/browser/lifetime.ts';

describe('lifetime of a host with windows of its own', () => {
  let pages: number;
  let ended: number;

  beforeEach(() => {
    vi.useFakeTimers();
    pages = 0;
    ended = 0;
  });
  afterEach(() => vi.useRealTimers());

  const create = () => createLifetime({ pages: () => pages, end: () => void ended++ });
  const wait = () => vi.advanceTimersByTimeAsync(60_000);

  it('ends when the last window has been closed', async () => {
    const lifetime = create();
    const [first, second] = [lifetime.began(), lifetime.began()];
    first();
    await wait();
    expect(ended).toBe(0);
    second();
    await wait();
    expect(ended).toBe(1);
  });

  it('has no end where no window was opened', async () => {
    const lifetime = create();
    pages = 1;
    lifetime.look();
    pages = 0;
    lifetime.look();
    await wait();
    expect(ended).toBe(0);
  });

  it('goes on while a page is connected, whose browser runs already, and ends with it', async () => {
    const lifetime = create();
    const programEnded = lifetime.began();
    programEnded();
    pages = 1;
    await wait();
    expect(ended).toBe(0);
    pages = 0;
    lifetime.look();
    await wait();
    expect(ended).toBe(1);
  });

  it('goes on when a page is loaded again', async () => {
    const lifetime = create();
    lifetime.began()();
    pages = 0;
    lifetime.look();
    await vi.advanceTimersByTimeAsync(500);
    pages = 1;
    await wait();
    expect(ended).toBe(0);
  });

  it('goes on when another window is opened meanwhile', async () => {
    const lifetime = create();
    lifetime.began()();
    lifetime.began();
    await wait();
    expect(ended).toBe(0);
  });
});
