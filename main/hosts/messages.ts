import type { CoreEvent } from '../contract/events.ts';
import { type HostMessage, Request } from '../contract/rpc.ts';
import type { Connection, Core } from '../core/core.ts';

/** One window's or command's conversation with the core, over any line that carries text. */
export interface Conversation {
  /** Takes one message as text. @returns false where it was no request: the line is to be cut */
  receive(message: string): Promise<boolean>;
  close(): void;
}

/** Joins a line to the core. Every request is answered; every event is sent. */
export function converse(core: Core, send: (message: string) => void): Conversation {
  const tell = (message: HostMessage): void => send(JSON.stringify(message));
  const connection: Connection = core.connect((event: CoreEvent) => tell({ event }));
  return {
    async receive(message) {
      const request = parseRequest(message);
      if (!request) return false;
      const result = await connection.dispatch(request.method, request.input);
      tell({ response: { id: request.id, result } });
      return true;
    },
    close: () => connection.close(),
  };
}

function parseRequest(message: string): Request | null {
  try {
    const request = Request.safeParse(JSON.parse(message));
    return request.success ? request.data : null;
  } catch {
    return null;
  }
}
