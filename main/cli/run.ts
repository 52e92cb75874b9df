import { randomUUID } from 'node:crypto';
import { Command, CommanderError } from 'commander';
import { WiredeskError } from '../contract/failure.ts';
import { version } from '../core/version.ts';
import { storeFolder } from '../hosts/store-folder.ts';
import type { CommandLine } from './commands/command.ts';
import { pictureCommands } from './commands/pictures.ts';
import { rightsCommands } from './commands/rights.ts';
import { serveCommand } from './commands/serve.ts';
import { storeCommands } from './commands/store.ts';
import { storyCommands } from './commands/stories.ts';
import { wireCommands } from './commands/wire.ts';
import { openDesk } from './desk.ts';
import { type ExitStatus, printAnswer, printFailure } from './output.ts';

/**
 * Runs one command.
 * @param words the words after the program's name
 * @returns the exit status of design 8
 */
export async function run(words: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = new Command('wiredesk')
    .description('Write and edit stories offline, keep picture rights, export wire files.')
    .version(version)
    .option('--store <dir>', 'the store (or WIREDESK_STORE)')
    .option('--json', 'print exactly one JSON document on standard output')
    .showHelpAfterError('(add --help for the options)')
    .addHelpText(
      'after',
      '\nExit status: 0 done; 1 unexpected failure; 2 bad usage or unreadable input; 3 refused by a rule.',
    );
  const json = words.includes('--json');
  const line: CommandLine = {
    program,
    session: randomUUID(),
    directory: () => storeFolder(program.opts<{ store?: string }>().store),
    async withStore(work) {
      const desk = await openDesk(line.directory());
      try {
        status = printAnswer(await work(desk.client), json);
      } finally {
        await desk.close();
      }
    },
    async alone(work) {
      status = printAnswer(await work(), json);
    },
  };
  storyCommands(line);
  wireCommands(line);
  pictureCommands(line);
  rightsCommands(line);
  storeCommands(line);
  serveCommand(line);
  takeOptionsAnywhere(program);

  try {
    await program.parseAsync(words, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) return printFailure(error, json);
    if (error.exitCode === 0) return 0;
    return json
      ? printFailure(new WiredeskError('bad-request', error.message.replace(/^error: /, '')), true)
      : 2;
  }
}

/** `--store` and `--json` may stand before or after the command. */
function takeOptionsAnywhere(program: Command): void {
  const silent = { writeErr: (text: string) => void process.stderr.write(text) };
  const prepare = (command: Command): void => {
    command.exitOverride().configureOutput(silent);
    for (const child of command.commands) {
      child
        .option('--store <dir>', 'the store (or WIREDESK_STORE)')
        .option('--json', 'print exactly one JSON document on standard output')
        .on('option:store', (directory: string) => program.setOptionValue('store', directory));
      prepare(child);
    }
  };
  prepare(program);
}
