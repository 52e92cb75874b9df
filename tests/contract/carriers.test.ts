import { once } from 'node:events';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { defaultSettings } from '../../main/contract/methods.ts';
import { type HostMessage, HostMessage as HostMessageSchema, Result } from '../../main/contract/rpc.ts';
import type { Core } from '../../main/core/core.ts';
import { startBrowserHost } from '../../main/hosts/browser/host.ts';
import { serveCalls } from '../../main/hosts/electron/ipc.ts';
import { serveHandover } from '../../main/hosts/handover.ts';
import { createFakeCore, type FakeCore } from './fake-core.ts';
import { createFakeIpc, FakePage, ownFrame } from './fake-ipc.ts';

/** One window's end of a carrier. */
interface Line {
  call(method: string, input: unknown): Promise<Result>;
  /** The first event that came, or the one that comes. */
  event(): Promise<unknown>;
  close(): Promise<void>;
}

const carriers: Readonly<Record<string, (core: Core, folder: string) => Promise<Line>>> = {
  'direct dispatch': async core => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const connection = core.connect(resolve);
    return { call: connection.dispatch, event: () => promise, close: async () => connection.close() };
  },

  'Electron IPC': async core => {
    const { ipc, call } = createFakeIpc();
    serveCalls(ipc, core);
    const page = new FakePage();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    page.once('sent', resolve);
    return {
      call: (method, input) => call(page, ownFrame, method, input),
      event: () => promise,
      close: async () => page.destroy(),
    };
  },

  WebSocket: async (core, folder) => {
    const host = await startBrowserHost({ core, port: 0, root: folder });
    const { origin, host: name } = new URL(host.url);
    const { headers } = await fetch(host.url, { redirect: 'manual' });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const socket = new WebSocket(`ws://${name}/rpc`, { origin, headers: { cookie } });
    await once(socket, 'open');
    const line = textLine(text => socket.send(text));
    socket.on('message', data => line.receive(data.toString()));
    return {
      ...line,
      async close() {
        const closed = once(socket, 'close');
        socket.close();
        await closed;
        await host.close();
      },
    };
  },

  'handover socket': async (core, folder) => {
    const served = await serveHandover({ core, directory: join(folder, 'store'), onShow: () => '' });
    const socket = connect(onlySocket(folder));
    await once(socket, 'connect');
    const line = textLine(text => socket.write(`${text}\n`));
    createInterface({ input: socket }).on('line', line.receive);
    return {
      ...line,
      async close() {
        const closed = once(socket, 'close');
        socket.end();
        await closed;
        await served.close();
      },
    };
  },
};

function textLine(
  send: (text: string) => void,
): Pick<Line, 'call' | 'event'> & { receive(text: string): void } {
  const waiting = new Map<number, (result: Result) => void>();
  const { promise, resolve } = Promise.withResolvers<unknown>();
  let count = 0;
  return {
    event: () => promise,
    call: (method, input) =>
      new Promise(settle => {
        const id = ++count;
        waiting.set(id, settle);
        send(JSON.stringify({ id, method, input }));
      }),
    receive(text) {
      const message: HostMessage = HostMessageSchema.parse(JSON.parse(text));
      if ('event' in message) resolve(message.event);
      else waiting.get(message.response.id)?.(message.response.result);
    },
  };
}

function onlySocket(folder: string): string {
  const [name = ''] = readdirSync(join(folder, ownFolder()));
  return join(folder, ownFolder(), name);
}

function ownFolder(): string {
  return `wiredesk-${process.getuid?.() ?? ''}`;
}

describe.each(Object.entries(carriers))('%s', (_name, openLine) => {
  let folder: string;
  let core: FakeCore;
  let line: Line;

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'wd-')));
    // Sockets are made below the folder for temporary files.
    vi.stubEnv('TMPDIR', folder);
    core = createFakeCore();
    line = await openLine(core, folder);
  });

  afterEach(async () => {
    await line.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings a result back', async () => {
    const result = await line.call('settings.set', { settings: { author: 'Ana Vidal — “نور”' } });
    expect(result).toEqual({ ok: true, value: { ...defaultSettings, author: 'Ana Vidal — “نور”' } });
  });

  it('fills in the defaults of the method', async () => {
    expect(await line.call('stories.list', {})).toEqual({ ok: true, value: { total: 0, stories: [] } });
  });

  it('brings a typed failure back', async () => {
    const id = '019aaaaa-0000-7000-8000-000000000001';
    const result = Result.parse(await line.call('stories.get', { id }));
    expect(result).toEqual({
      ok: false,
      error: { code: 'not-found', message: `There is no story ${id}.`, problems: [] },
    });
  });

  it('keeps the answers of calls at the same time apart', async () => {
    const authors = Array.from({ length: 50 }, (_, index) => `Author ${index}`);
    const results = await Promise.all(
      authors.map(author => line.call('settings.set', { settings: { author } })),
    );
    expect(results).toEqual(authors.map(author => ({ ok: true, value: { ...defaultSettings, author } })));
  });

  it('tells an event without being asked', async () => {
    // A carrier may open its connection with the first call.
    await line.call('stories.list', {});
    core.announceClosing();
    expect(await line.event()).toEqual({ type: 'closing' });
  });

  it.each(['', 'no.such', '__proto__', 'constructor', 'toString', 'settings.set '])(
    'knows no method "%s"',
    async method => {
      expect(await line.call(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    },
  );

  it.each([
    ['null', null],
    ['a number', 7],
    ['a list', [{}]],
    ['a text', 'settings'],
    ['a field too many', { settings: {}, more: 1 }],
    ['a wrong type', { settings: { author: { name: 'Ana' } } }],
    ['a prototype', JSON.parse('{"settings": {"__proto__": {"author": "x"}, "author": []}}')],
  ])('refuses %s as input, and goes on', async (_what, input) => {
    expect(await line.call('settings.set', input)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect(await line.call('stories.list', {})).toMatchObject({ ok: true });
  });

  it("ends the core's connection with the line", async () => {
    await line.call('stories.list', {});
    expect(core.connections()).toBe(1);
    await line.close();
    expect(core.connections()).toBe(0);
    line = { ...line, close: async () => undefined };
  });
});
