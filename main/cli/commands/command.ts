import type { Command } from 'commander';
import type { Client } from '../../contract/rpc.ts';
import type { Answer } from '../output.ts';

/** What every command gets: how to run itself with a store, or without one. */
export interface CommandLine {
  readonly program: Command;
  /** Names the session of this run on its revisions. */
  readonly session: string;
  /** The folder of the store the command line names. */
  directory(): string;
  /** Runs with the store open, and prints the answer. */
  withStore(work: (client: Client) => Promise<Answer>): Promise<void>;
  /** Runs without a store, and prints the answer. */
  alone(work: () => Promise<Answer> | Answer): Promise<void>;
}
