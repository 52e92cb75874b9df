import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { type HostMessage, HostMessage as HostMessageSchema, type Result } from '../../main/contract/rpc.ts';
import type { Core } from '../../main/core/core.ts';
import { startBrowserHost } from '../../main/hosts/browser/host.ts';
import { serveCalls } from '../../main/hosts/electron/ipc.ts';
import { serveHandover } from '../../main/hosts/handover.ts';
import { createFakeIpc, FakePage, fakeDesktop, ownFrame } from './fake-ipc.ts';

/** One window's end of a carrier. */
export interface Line {
  call(method: string, input: unknown): Promise<Result>;
  /** The first event that came, or the one that comes. */
  event(): Promise<unknown>;
  close(): Promise<void>;
}

/** Every carrier, by name. Sockets are made below TMPDIR, which must be `folder`. */
export const carriers: Readonly<Record<string, (core: Core, folder: string) => Promise<Line>>> = {
  'direct dispatch': async core => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const connection = core.connect(resolve);
    return { call: connection.dispatch, event: () => promise, close: async () => connection.close() };
  },

  'Electron IPC': async core => {
    const { ipc, call } = createFakeIpc();
    serveCalls(ipc, core, fakeDesktop);
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
