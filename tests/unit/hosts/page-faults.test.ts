import { EventEmitter } from 'node:events';
import type { BrowserWindow, MessageBoxOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../../main/hosts/electron/page-faults.ts';

let log: string[];
let questions: MessageBoxOptions[];
let answer: (button: number) => void;
let window: EventEmitter & { webContents: EventEmitter };

beforeEach(() => {
  vi.useFakeTimers();
  log = [];
  questions = [];
  const note = (what: string) => (): void => void log.push(what);
  const webContents = Object.assign(new EventEmitter(), {
    reload: note('reload'),
    forcefullyCrashRenderer: note('crash'),
  });
  window = Object.assign(new EventEmitter(), { webContents, close: note('close'), isDestroyed: () => false });
  // The fake has what of a window the host uses.
  watchPage(window as unknown as BrowserWindow, {
    ask: question => {
      questions.push(question);
      return new Promise(done => {
        answer = done;
      });
    },
    showStart: note('start page'),
    report: line => void log.push(line),
  });
});
afterEach(() => vi.useRealTimers());

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

async function crash(reason = 'crashed'): Promise<void> {
  window.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });
  await settle();
}

describe('a page that goes down', () => {
  const down = 'The page of a window went down: crashed (5).';

  it('is loaded again', async () => {
    await crash();
    expect(log).toEqual([down, 'reload']);
    await crash('clean-exit');
    expect(log).toHaveLength(2);
  });

  it('is loaded again after a calm time, as often as that', async () => {
    for (let time = 0; time < 3; time++) {
      await crash();
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(log).toEqual([down, 'reload', down, 'reload', down, 'reload']);
    expect(questions).toEqual([]);
  });

  it.each([
    [0, 'reload'],
    [1, 'start page'],
    [2, 'close'],
  ])('and again at once is the user’s to say: button %i', async (button, done) => {
    await crash();
    await crash();
    expect(log).toEqual([down, 'reload', down]);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.buttons).toHaveLength(3);
    answer(button);
    await settle();
    expect(log.at(-1)).toBe(done);
    // There is a way on each time.
    await crash();
    expect(questions).toHaveLength(2);
  });
});

describe('a page that does not answer', () => {
  it('is asked about after a moment, unless it answers again', async () => {
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(900);
    window.emit('responsive');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(questions).toEqual([]);
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(questions.map(({ message }) => message)).toEqual(['This window does not answer.']);
  });

  it('is waited for where the user says so, and asked about once at a time', async () => {
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(questions).toHaveLength(1);
    answer(0);
    await settle();
    expect(log).toEqual([]);
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(questions).toHaveLength(2);
  });

  it('is ended and loaded again where the user says so, which is no crash', async () => {
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    answer(1);
    await settle();
    await crash('killed');
    expect(log).toEqual(['crash', 'reload']);
  });

  it('takes its question back once it answers, and goes on as it is', async () => {
    window.emit('unresponsive');
    await vi.advanceTimersByTimeAsync(1_000);
    window.emit('responsive');
    expect(questions[0]?.signal?.aborted).toBe(true);
    answer(1);
    await settle();
    expect(log).toEqual([]);
  });

  it('leaves no timer behind when its window is closed', () => {
    window.emit('unresponsive');
    window.emit('closed');
    expect(vi.getTimerCount()).toBe(0);
  });
});
