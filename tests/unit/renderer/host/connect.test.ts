import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { maximumFileBytes } from '../../../../main/contract/methods.ts';
import type { HostBridge } from '../../../../main/contract/rpc.ts';
import { connectHost } from '../../../../renderer/host/connect.ts';

/** A browser's WebSocket: what is sent while it is not open is taken and forgotten. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  readonly address: string;
  readyState = 0;
  readonly sent: { readonly id: number; readonly method: string }[] = [];

  constructor(address: string) {
    super();
    this.address = address;
    made.push(this);
  }

  send(text: string): void {
    if (this.readyState === 1) this.sent.push(JSON.parse(text));
  }

  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  says(message: unknown): void {
    const data = typeof message === 'string' ? message : JSON.stringify(message);
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  close(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

let made: FakeSocket[];

function newest(): FakeSocket {
  const socket = made.at(-1);
  if (!socket) throw new Error('No socket was made.');
  return socket;
}

const empty = { ok: true, value: { total: 0, stories: [] } };
const gone = { name: 'WiredeskError', code: 'internal', message: /not answering/ };

beforeEach(() => {
  vi.useFakeTimers();
  made = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('window', {
    location: { href: 'http://127.0.0.1:4000/' },
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('over the socket', () => {
  it('waits for the first line, and pairs answers with calls', async () => {
    const { client, desktop } = connectHost();
    expect(desktop).toBeNull();
    expect(newest().address).toBe('ws://127.0.0.1:4000/rpc');
    const calls = [client.call('stories.list', {}), client.call('comments.list', { story: 'a' })];
    expect(newest().sent).toEqual([]);
    newest().opens();
    await vi.waitFor(() => expect(newest().sent).toHaveLength(2));
    const [list, comments] = newest().sent;
    newest().says({ response: { id: comments?.id, result: { ok: true, value: [] } } });
    newest().says({ response: { id: list?.id, result: empty } });
    expect(await Promise.all(calls)).toEqual([empty.value, []]);
  });

  it('fails what waits when the line breaks, and what is called before it is back', async () => {
    const { client } = connectHost();
    newest().opens();
    const waiting = client.call('stories.list', {});
    await vi.waitFor(() => expect(newest().sent).toHaveLength(1));
    newest().close();
    await expect(waiting).rejects.toMatchObject({ ...gone, message: expect.stringMatching(gone.message) });
    await expect(client.call('stories.list', {})).rejects.toMatchObject({ code: 'internal' });
    await vi.advanceTimersByTimeAsync(250);
    await expect(client.call('stories.list', {})).rejects.toMatchObject({ code: 'internal' });
    newest().opens();
    const again = client.call('stories.list', {});
    await vi.waitFor(() => expect(newest().sent).toHaveLength(1));
    newest().says({ response: { id: newest().sent[0]?.id, result: empty } });
    expect(await again).toEqual(empty.value);
  });

  it('fails a call where there is no first line either', async () => {
    const { client } = connectHost();
    const call = client.call('stories.list', {});
    newest().close();
    await expect(call).rejects.toMatchObject({ code: 'internal' });
  });

  it('tries again at growing distances, and says how it stands', async () => {
    const statuses: string[] = [];
    connectHost().onStatus(status => statuses.push(status));
    newest().opens();
    newest().close();
    for (const ms of [250, 500, 1_000, 2_000, 4_000, 4_000]) {
      const before = made.length;
      await vi.advanceTimersByTimeAsync(ms - 1);
      expect(made).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(made).toHaveLength(before + 1);
      newest().close();
    }
    await vi.advanceTimersByTimeAsync(4_000);
    newest().opens();
    expect(statuses).toEqual(['disconnected', 'connected', 'disconnected', 'connected']);
    newest().close();
    const before = made.length;
    await vi.advanceTimersByTimeAsync(250);
    expect(made).toHaveLength(before + 1);
  });

  it('tells events to who listens', () => {
    const { onEvent } = connectHost();
    const heard: unknown[] = [];
    const stop = onEvent(event => heard.push(event));
    newest().opens();
    newest().says({ event: { type: 'stories-changed' } });
    stop();
    newest().says({ event: { type: 'settings-changed' } });
    expect(heard).toEqual([{ type: 'stories-changed' }]);
  });

  it.each([
    'nonsense',
    '',
    { event: { type: 'unheard-of' } },
    { response: { id: 1 } },
    { response: { id: 1, result: { ok: false, error: { code: 'unheard-of', message: '' } } } },
  ])('cuts a line that says what it does not understand (case %#)', message => {
    const { onEvent } = connectHost();
    const heard: unknown[] = [];
    onEvent(event => heard.push(event));
    newest().opens();
    newest().says(message);
    expect(heard).toEqual([]);
    expect(newest().readyState).toBe(3);
  });

  it('sends nothing that the host would cut the line for', async () => {
    const { client } = connectHost();
    newest().opens();
    const data = 'A'.repeat(Math.ceil(maximumFileBytes / 3) * 4);
    const files = [
      { name: 'a.jpg', data },
      { name: 'b.jpg', data: 'AAAA'.repeat(20_000) },
    ];
    const call = client.call('intake.import', { files, session: 's', job: 'j' });
    await expect(call).rejects.toMatchObject({ code: 'too-large' });
    expect([newest().sent, newest().readyState]).toEqual([[], 1]);
  });

  it('checks a result against its method', async () => {
    const { client } = connectHost();
    newest().opens();
    const call = client.call('stories.list', {});
    await vi.waitFor(() => expect(newest().sent).toHaveLength(1));
    newest().says({ response: { id: newest().sent[0]?.id, result: { ok: true, value: { total: 'many' } } } });
    await expect(call).rejects.toThrow('total');
  });
});

describe('over the bridge', () => {
  it('calls, fails and hears as over the socket', async () => {
    const listeners = new Set<(event: unknown) => void>();
    const bridge: HostBridge = {
      invoke: async (method, input) =>
        method === 'stories.list'
          ? { ok: true, value: { total: 0, stories: [], asked: undefined, ...(input as object) } }
          : { ok: false, error: { code: 'not-found', message: 'There is none.', problems: [] } },
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    vi.stubGlobal('window', { wiredesk: bridge });
    const link = connectHost();
    await expect(link.desktop?.call('desktop.showFile', { file: '/lock.xml' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const heard: unknown[] = [];
    const statuses: string[] = [];
    link.onStatus(status => statuses.push(status));
    const stop = link.onEvent(event => heard.push(event));
    for (const listener of listeners) listener({ type: 'stories-changed' });
    for (const listener of listeners) listener({ type: 'unheard-of' });
    stop();
    expect(listeners.size).toBe(0);
    expect(heard).toEqual([{ type: 'stories-changed' }]);
    expect(statuses).toEqual(['connected']);
    await expect(link.client.call('comments.list', { story: 'a' })).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is none.',
    });
    expect(made).toEqual([]);
  });
});
