import { type DesktopClient, desktopMethods } from '../../main/contract/desktop.ts';
import { CoreEvent } from '../../main/contract/events.ts';
import { WiredeskError } from '../../main/contract/failure.ts';
import { maximumFileBytes } from '../../main/contract/methods.ts';
import {
  type Carrier,
  type Client,
  createClient,
  createClientOf,
  type HostBridge,
  HostMessage,
  Result,
} from '../../main/contract/rpc.ts';

export type LinkStatus = 'connected' | 'disconnected';

/** The window's line to its host: calls with types, events, and whether the line is there. */
export interface HostLink {
  readonly client: Client;
  /** What the desktop does beside; null in the browser host, where the browser does what it can. */
  readonly desktop: DesktopClient | null;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  onStatus(listener: (status: LinkStatus) => void): () => void;
}

/** Connects by the desktop's bridge where there is one, else by the WebSocket of the browser host. */
export function connectHost(): HostLink {
  return window.wiredesk ? overBridge(window.wiredesk) : overSocket(new URL('rpc', socketBase()).href);
}

function overBridge(bridge: HostBridge): HostLink {
  const carrier: Carrier<string> = async (method, input) => Result.parse(await bridge.invoke(method, input));
  return {
    client: createClient(carrier),
    desktop: createClientOf(desktopMethods, carrier),
    onEvent: listener =>
      bridge.onEvent(message => {
        const event = CoreEvent.safeParse(message);
        if (event.success) listener(event.data);
      }),
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

/** The host cuts a line that sends more at once; it leaves a little for the envelope. */
const longestMessage = Math.ceil(maximumFileBytes / 3) * 4 + 32 * 1024;

interface Waiting {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

function overSocket(address: string): HostLink {
  const events = new Set<(event: CoreEvent) => void>();
  const statuses = new Set<(status: LinkStatus) => void>();
  /** Calls that were sent and are not answered, by number. */
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let retryMs = firstRetryMs;
  let status: LinkStatus = 'disconnected';
  let socket = open();
  /** The first line alone is waited for: what is called while a line is down fails at once, and is kept by its caller. */
  let opening: Promise<void> | null = untilOpen(socket);

  function open(): WebSocket {
    const made = new WebSocket(address);
    made.addEventListener('open', () => {
      retryMs = firstRetryMs;
      setStatus('connected');
    });
    made.addEventListener('message', ({ data }) => receive(made, String(data)));
    made.addEventListener('close', () => {
      opening = null;
      for (const { reject } of waiting.values()) reject(gone());
      waiting.clear();
      setStatus('disconnected');
      window.setTimeout(() => {
        socket = open();
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

  /** A host that says what this page does not understand is not the one it was loaded from: the line is cut. */
  function receive(from: WebSocket, text: string): void {
    const message = readMessage(text);
    if (!message) from.close();
    else if ('event' in message) for (const listener of events) listener(message.event);
    else {
      const { id, result } = message.response;
      waiting.get(id)?.resolve(result);
      waiting.delete(id);
    }
  }

  return {
    client: createClient(async (method, input) => {
      await opening;
      const id = ++count;
      const message = JSON.stringify({ id, method, input });
      if (message.length > longestMessage)
        throw new WiredeskError('too-large', 'That is more than can be taken in at once.');
      // A socket that is not open takes a message and forgets it.
      if (socket.readyState !== WebSocket.OPEN) throw gone();
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.send(message);
      });
    }),
    desktop: null,
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

function readMessage(text: string): HostMessage | null {
  try {
    return HostMessage.parse(JSON.parse(text));
  } catch {
    return null;
  }
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
  return new WiredeskError('internal', 'The program is not answering. It is tried again every few seconds.');
}
