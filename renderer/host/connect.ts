import { CoreEvent } from '../../main/contract/events.ts';
import { WiredeskError } from '../../main/contract/failure.ts';
import {
  type Carrier,
  type Client,
  createClient,
  type HostBridge,
  HostMessage,
  Result,
} from '../../main/contract/rpc.ts';

export type LinkStatus = 'connected' | 'disconnected';

/** The window's line to its host: calls with types, events, and whether the line is there. */
export interface HostLink {
  readonly client: Client;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  onStatus(listener: (status: LinkStatus) => void): () => void;
}

/** Connects by the desktop's bridge where there is one, else by the WebSocket of the browser host. */
export function connectHost(): HostLink {
  return window.wiredesk ? overBridge(window.wiredesk) : overSocket(new URL('rpc', socketBase()).href);
}

function overBridge(bridge: HostBridge): HostLink {
  return {
    client: createClient(async (method, input) => Result.parse(await bridge.invoke(method, input))),
    onEvent: listener => bridge.onEvent(event => listener(CoreEvent.parse(event))),
    onStatus(listener) {
      listener('connected');
      return () => undefined;
    },
  };
}

function socketBase(): string {
  return window.location.href.replace(/^http/, 'ws');
}

const firstRetryMs = 250;
const longestRetryMs = 4_000;

function overSocket(address: string): HostLink {
  const events = new Set<(event: CoreEvent) => void>();
  const statuses = new Set<(status: LinkStatus) => void>();
  const waiting = new Map<
    number,
    { readonly resolve: (result: Result) => void; readonly reject: (error: Error) => void }
  >();
  let count = 0;
  let retryMs = firstRetryMs;
  let status: LinkStatus = 'disconnected';
  let socket = open();
  let opened: Promise<void> = untilOpen(socket);

  function open(): WebSocket {
    const made = new WebSocket(address);
    made.addEventListener('open', () => {
      retryMs = firstRetryMs;
      setStatus('connected');
    });
    made.addEventListener('message', ({ data }) => receive(String(data)));
    made.addEventListener('close', () => {
      for (const { reject } of waiting.values()) reject(gone());
      waiting.clear();
      setStatus('disconnected');
      window.setTimeout(() => {
        socket = open();
        opened = untilOpen(socket);
      }, retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    });
    return made;
  }

  function setStatus(next: LinkStatus): void {
    if (status === next) return;
    status = next;
    for (const listener of statuses) listener(status);
  }

  function receive(text: string): void {
    const message = HostMessage.parse(JSON.parse(text));
    if ('event' in message) for (const listener of events) listener(message.event);
    else {
      const { id, result } = message.response;
      waiting.get(id)?.resolve(result);
      waiting.delete(id);
    }
  }

  const carrier: Carrier = async (method, input) => {
    if (socket.readyState !== WebSocket.OPEN) await opened;
    return new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, input }));
    });
  };

  return {
    client: createClient(carrier),
    onEvent(listener) {
      events.add(listener);
      return () => events.delete(listener);
    },
    onStatus(listener) {
      statuses.add(listener);
      listener(status);
      return () => statuses.delete(listener);
    },
  };
}

function untilOpen(socket: WebSocket): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.addEventListener('open', () => resolve());
  socket.addEventListener('close', () => reject(gone()));
  // A call may or may not be waiting for it; nobody else needs to hear of it.
  promise.catch(() => undefined);
  return promise;
}

function gone(): WiredeskError {
  return new WiredeskError('internal', 'the program that keeps the stories does not answer');
}
