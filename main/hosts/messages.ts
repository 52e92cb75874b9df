import type { CoreEvent } from '../contract/events.ts';
import { toFailure, WiredeskError } from '../contract/failure.ts';
import { maximumFileBytes } from '../contract/methods.ts';
import { type HostMessage, Request } from '../contract/rpc.ts';
import type { Connection, Core } from '../core/core.ts';

/** The largest message a carrier takes: a file as base64 in an envelope. */
export const maximumMessageBytes = Math.ceil(maximumFileBytes / 3) * 4 + 64 * 1024;

/** One window's or command's conversation with the core, over any line that carries text. */
export interface Conversation {
  /** Takes one message as data. @returns false where it was no request: the line is to be cut */
  receive(message: unknown): Promise<boolean>;
  close(): void;
}

/** Joins a line to the core. Every request is answered; every event is sent. */
export function converse(core: Core, send: (message: string) => void): Conversation {
  const tell = (message: HostMessage): void => send(JSON.stringify(message));
  const connection: Connection = core.connect((event: CoreEvent) => tell({ event }));
  return {
    async receive(message) {
      const request = Request.safeParse(message);
      if (!request.success) return false;
      const { id, method, input } = request.data;
      try {
        tell({ response: { id, result: await connection.dispatch(method, input) } });
      } catch (error) {
        // A result that cannot be written as JSON must not leave its caller waiting, nor end the program.
        const failure = new WiredeskError('internal', `The answer to ${method} could not be sent.`, {
          cause: error,
        });
        tell({ response: { id, result: { ok: false, error: toFailure(failure) } } });
      }
      return true;
    },
    close: () => connection.close(),
  };
}

/** A message's text as data; null, which is no message, where it is not JSON. */
export function parseMessage(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
