import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createLeaving, type Leaving } from '../../../main/hosts/electron/leaving.ts';

interface Program {
  readonly leaving: Leaving;
  /** What was done, in order. */
  readonly log: string[];
  /** `app.quit()`, as Electron does it. */
  quit(): void;
}

function program(): Program {
  const log: string[] = [];
  const events = new EventEmitter();
  const quit = (): void => {
    let prevented = false;
    events.emit('before-quit', {
      preventDefault: () => {
        prevented = true;
      },
    });
    log.push(prevented ? 'not yet' : 'gone');
  };
  const leaving = createLeaving({
    app: Object.assign(events, { quit, exit: (code = 0) => void log.push(`exit ${code}`) }) as never,
    show: title => log.push(`show ${title}`),
    report: line => log.push(`say ${line.split('\n')[0]}`),
  });
  return { leaving, log, quit };
}

const settled = (): Promise<void> => new Promise(done => setImmediate(done));

describe('a program that leaves', () => {
  it('goes at once while nothing is open', () => {
    const { log, quit } = program();
    quit();
    expect(log).toEqual(['gone']);
  });

  it('closes what is open first, and once, however often it is told', async () => {
    const { leaving, log, quit } = program();
    const closing = Promise.withResolvers<void>();
    leaving.opened(() => {
      log.push('close');
      return closing.promise;
    });
    leaving.started();
    expect(leaving.isRunning()).toBe(true);
    quit();
    quit();
    expect(leaving.isRunning()).toBe(false);
    expect(log).toEqual(['close', 'not yet', 'not yet']);
    closing.resolve();
    await settled();
    expect(log).toEqual(['close', 'not yet', 'not yet', 'gone']);
  });

  it('goes even where closing fails, and its status says so', async () => {
    const { leaving, log, quit } = program();
    leaving.opened(() => Promise.reject(new Error('the disk is full')));
    leaving.started();
    quit();
    await settled();
    expect(log).toEqual(['not yet', 'say Error: the disk is full', 'exit 1']);
  });

  it('because of a fault closes before it shows anything', async () => {
    const { leaving, log } = program();
    leaving.opened(async () => void log.push('close'));
    leaving.started();
    leaving.fail(new Error('a fault'));
    leaving.fail(new Error('another'));
    await settled();
    expect(log).toEqual([
      'say Error: a fault',
      'close',
      'say Error: another',
      'show Wiredesk has to stop',
      'exit 1',
    ]);
  });

  it('that had not started says that it cannot', async () => {
    const { leaving, log } = program();
    leaving.fail('the store is newer');
    await settled();
    expect(log).toEqual(['say the store is newer', 'show Wiredesk cannot start', 'exit 1']);
  });

  it('with a fault on its way out goes with status 1', async () => {
    const { leaving, log, quit } = program();
    leaving.opened(async () => leaving.fail(new Error('late')));
    leaving.started();
    quit();
    await settled();
    expect(log).toEqual(['say Error: late', 'not yet', 'exit 1']);
  });
});
