import { WebSocket } from 'ws';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

type Commands = Protocol.CommandParameters;
type Listener<Name extends keyof Protocol.Events> = (payload: Protocol.Events[Name]) => void;

/** Chromium's own protocol, to the browser or to one page. */
export interface Line {
  send<Name extends keyof Commands>(
    method: Name,
    parameters?: Commands[Name],
  ): Promise<Protocol.CommandReturnValues[Name]>;
  on<Name extends keyof Protocol.Events>(event: Name, listener: Listener<Name>): void;
}

/** A running Chromium. */
export interface Chromium extends Line {
  /** The line to a target that was attached to. */
  page(sessionId: string): Line;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** @param address of the browser's protocol, a WebSocket's */
export async function connectChromium(address: string): Promise<Chromium> {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 0 });
  const waiting = new Map<number, Waiting>();
  /** By session, and by the event's name; the browser's own session is the empty one. */
  const listeners = new Map<string, ((payload: never) => void)[]>();
  let count = 0;
  await new Promise<void>((done, failed) => {
    socket.once('open', () => done());
    socket.once('error', failed);
  });

  socket.on('message', data => {
    const message = JSON.parse(String(data));
    if (message.id === undefined) {
      for (const listener of listeners.get(`${message.sessionId ?? ''} ${message.method}`) ?? [])
        listener(message.params as never);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(message.error.message));
    else asked?.resolve(message.result as never);
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Chromium has gone.'));
    waiting.clear();
  });

  const line = (sessionId: string): Line => ({
    send: (method, params) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        waiting.set(id, {
          resolve,
          reject: error => reject(new Error(`${method}: ${error.message}`, { cause: error })),
        });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
      }),
    on(event, listener) {
      const key = `${sessionId} ${event}`;
      listeners.set(key, [...(listeners.get(key) ?? []), listener]);
    },
  });
  return {
    ...line(''),
    page: line,
    close: () =>
      new Promise(done => {
        socket.once('close', () => done());
        socket.close();
      }),
  };
}
