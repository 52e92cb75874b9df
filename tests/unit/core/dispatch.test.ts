import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { WiredeskError } from '../../../main/contract/failure.ts';
import { type Handlers, methods } from '../../../main/contract/methods.ts';
import { Result } from '../../../main/contract/rpc.ts';
import { createDispatch } from '../../../main/core/dispatch.ts';

/** Handlers of which only the named ones are ever reached. */
function handlers(some: Partial<Handlers>): Handlers {
  return some as Handlers;
}

describe('dispatch', () => {
  it('gives the handler a checked request with its defaults', async () => {
    const list = vi.fn(() => ({ total: 0, stories: [] }));
    const dispatch = createDispatch(methods, handlers({ 'stories.list': list }), () => undefined);
    expect(await dispatch('stories.list', { query: 'rain' })).toEqual({
      ok: true,
      value: { total: 0, stories: [] },
    });
    expect(list).toHaveBeenCalledWith({ query: 'rain', state: null, limit: 100, offset: 0 });
  });

  it.each([
    ['toString', {}, 'unknown-method'],
    ['__proto__', {}, 'unknown-method'],
    ['stories.list', null, 'bad-request'],
    ['stories.list', { limit: -1 }, 'bad-request'],
    ['stories.list', { surprise: 1 }, 'bad-request'],
    ['stories.save', { id: 'x' }, 'bad-request'],
  ])('answers %s %j with %s', async (method, input, code) => {
    const dispatch = createDispatch(methods, handlers({}), () => undefined);
    expect(await dispatch(method, input)).toMatchObject({ ok: false, error: { code } });
  });

  it('hands on a failure with its code, and reports a fault of ours', async () => {
    const report = vi.fn();
    const fault = new TypeError('x is undefined');
    const dispatch = createDispatch(
      methods,
      handlers({
        'stories.get': () => {
          throw new WiredeskError('not-found', 'No such story.');
        },
        'app.info': () => Promise.reject(fault),
      }),
      report,
    );
    expect(await dispatch('stories.get', { id: 'a' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(report).not.toHaveBeenCalled();
    expect(await dispatch('app.info', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(report).toHaveBeenCalledWith(fault);
  });

  it('never throws, whatever comes', async () => {
    const dispatch = createDispatch(methods, handlers({}), () => undefined);
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.anything(), async (method, input) => {
        expect(Result.parse(await dispatch(method, input)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
