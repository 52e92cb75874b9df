import { setTimeout as pause } from 'node:timers/promises';
import { WiredeskError } from '../contract/failure.ts';
import { type Client, createClient } from '../contract/rpc.ts';
import { type Clock, fixedClock, systemClock } from '../core/clock.ts';
import { type Core, type CoreOptions, createCore } from '../core/core.ts';
import { connectHandover } from '../hosts/handover.ts';

/** A command's way to the store: its own core, or that of the program which has the store open. */
export interface Desk {
  readonly client: Client;
  close(): Promise<void>;
}

/** How long a command waits for another command to let go of the store. */
const patienceMs = 10_000;
const pauseMs = 50;

/** WIREDESK_CLOCK holds the clock still, so that two runs write the same bytes. */
export function commandClock(): Clock {
  const time = process.env.WIREDESK_CLOCK;
  if (!time) return systemClock;
  if (Number.isNaN(Date.parse(time)))
    throw new WiredeskError('bad-request', `WIREDESK_CLOCK is "${time}", not a date and time.`);
  return fixedClock(time);
}

/**
 * Opens the store, or hands over to the program that has it open.
 * @throws WiredeskError 'store-busy' where another command keeps it for longer than ten seconds
 */
export async function openDesk(directory: string): Promise<Desk> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const running = await connectHandover(directory);
    if (running) return { client: createClient(running.carrier), close: async () => running.close() };
    try {
      return deskOf(await createCore({ directory, clock: commandClock(), report: reportFault }));
    } catch (error) {
      const busy = error instanceof WiredeskError && error.code === 'store-busy';
      if (!busy || Date.now() > deadline) throw error;
      await pause(pauseMs);
    }
  }
}

/** A desk on a core of one's own. */
export function deskOf(core: Core): Desk {
  const connection = core.connect(() => undefined);
  return {
    client: createClient((method, input) => connection.dispatch(method, input)),
    async close() {
      connection.close();
      await core.close();
    },
  };
}

/** Options of a core for a host that the command line starts. */
export function hostCoreOptions(directory: string): CoreOptions {
  return { directory, clock: commandClock(), report: reportFault, sample: true };
}

function reportFault(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
