import { z } from 'zod';
import { CoreEvent } from './events.ts';
import { Failure, WiredeskError } from './failure.ts';
import type { InputOf, MethodTable, OutputOf } from './method.ts';
import { type MethodName, methods } from './methods.ts';

/** The one envelope that Electron IPC and the WebSocket both carry. */
export const Request = z.strictObject({
  id: z.int().nonnegative(),
  method: z.string().max(100),
  input: z.unknown(),
});
export type Request = z.infer<typeof Request>;

export const Result = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: Failure }),
]);
export type Result = z.infer<typeof Result>;

export const Response = z.strictObject({ id: z.int().nonnegative(), result: Result });
export type Response = z.infer<typeof Response>;

/** What the host sends to a window: the answer to a call, or an event. */
export const HostMessage = z.union([
  z.strictObject({ response: Response }),
  z.strictObject({ event: CoreEvent }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

/** A carrier: sends one request and resolves with its result. Rejects only where the carrier itself fails. */
export type Carrier<Name = MethodName> = (method: Name, input: unknown) => Promise<Result>;

/** Calls with types, of one table of methods, over any carrier. */
export interface ClientOf<Table extends MethodTable<Table>> {
  /** @throws WiredeskError with the failure's code */
  call<Name extends keyof Table>(name: Name, input: InputOf<Table, Name>): Promise<OutputOf<Table, Name>>;
}
export type Client = ClientOf<typeof methods>;

/** A typed client of the core over a carrier. */
export function createClient(carrier: Carrier): Client {
  return createClientOf(methods, carrier);
}

/** A typed client of a table over a carrier; what comes back is checked against the method's output. */
export function createClientOf<Table extends MethodTable<Table>>(
  table: Table,
  carrier: Carrier<keyof Table>,
): ClientOf<Table> {
  return {
    async call(name, input) {
      const result = await carrier(name, input);
      if (!result.ok)
        throw new WiredeskError(result.error.code, result.error.message, { problems: result.error.problems });
      // The table pairs each name with its output schema; TypeScript cannot follow the pairing through an index.
      return table[name].output.parse(result.value) as OutputOf<Table, typeof name>;
    },
  };
}

/** The one function a desktop preload exposes beside `onEvent`: everything the renderer may ask of its host. */
export interface HostBridge {
  invoke(method: string, input: unknown): Promise<unknown>;
  onEvent(listener: (event: unknown) => void): () => void;
}
