import { resolve } from 'node:path';
import { WiredeskError } from '../../contract/failure.ts';
import { createCore } from '../../core/core.ts';
import { runBrowserHost } from '../../hosts/browser/run.ts';
import { hostCoreOptions } from '../desk.ts';
import type { CommandLine } from './command.ts';

/** The command that opens the application in a browser window. */
export function serveCommand({ program, directory }: CommandLine): void {
  program
    .command('serve')
    .description('open the application in a browser window on this machine; stops on SIGTERM')
    .option('--port <n>', 'a port of 127.0.0.1 (default: any free one)')
    .option('--no-window', 'serve only, and print the address')
    .argument('[files...]', 'files to take in')
    .action(async (files: string[], options: { port?: string; window: boolean }) => {
      const port = options.port === undefined ? 0 : Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new WiredeskError('bad-request', `"${options.port}" is not a port.`);
      const folder = directory();
      await runBrowserHost({
        directory: folder,
        port,
        window: options.window,
        files: files.map(file => resolve(file)),
        openCore: () => createCore(hostCoreOptions(folder)),
        announce: url => process.stdout.write(`${JSON.stringify({ url })}\n`),
      });
    });
}
