import { resolve } from 'node:path';
import { restoreStoreFrom } from '../../core/store/care.ts';
import { commandClock } from '../desk.ts';
import { problemLine } from '../output.ts';
import type { CommandLine } from './command.ts';

/** Commands for the care of the store. */
export function storeCommands(line: CommandLine): void {
  const { program, withStore, alone } = line;

  program
    .command('backup')
    .description('write a verified copy of the store')
    .argument('<file>')
    .action((file: string) =>
      withStore(async client => {
        const backup = await client.call('store.backup', { file: resolve(file) });
        return { json: backup, lines: [`${backup.file}  ${backup.bytes} bytes`] };
      }),
    );

  program
    .command('restore-store')
    .description('put a backup in the place of the store; the store as it was is moved aside, never deleted')
    .argument('<file>')
    .action((file: string) =>
      alone(async () => {
        const restored = await restoreStoreFrom(line.directory(), resolve(file), commandClock());
        return {
          json: restored,
          lines: [
            `The store was restored; what was there is in ${restored.movedAside ?? 'no place: it was empty'}.`,
          ],
        };
      }),
    );

  program
    .command('doctor')
    .description('look for damage in the store')
    .action(() =>
      withStore(async client => {
        const problems = await client.call('store.doctor', {});
        const errors = problems.some(each => each.severity === 'error');
        return {
          json: { problems },
          lines: problems.length > 0 ? problems.map(problemLine) : ['The store is healthy.'],
          status: errors ? 1 : 0,
        };
      }),
    );
}
