import { resolve } from 'node:path';
import { WiredeskError } from '../../contract/failure.ts';
import { Destination } from '../../contract/rights.ts';
import { describeIssues } from '../../core/dispatch.ts';
import { restoreStoreFrom } from '../../core/store/care.ts';
import { commandClock } from '../desk.ts';
import { readInput } from '../input.ts';
import { problemLine } from '../output.ts';
import type { CommandLine } from './command.ts';

/** Commands for destinations and the care of the store. */
export function storeCommands(line: CommandLine): void {
  const { program, withStore, alone } = line;

  program
    .command('destinations')
    .description('list the rights destinations')
    .action(() =>
      withStore(async client => {
        const destinations = await client.call('destinations.list', {});
        return {
          json: destinations,
          lines: destinations.map(
            each => `${each.name}  ${each.use}  ${each.territories.join(' ') || 'worldwide'}`,
          ),
        };
      }),
    );

  program
    .command('destination')
    .description('set up a destination')
    .command('set')
    .description('from a JSON file: {name, territories, use, media, formats, delivery}')
    .argument('<file>')
    .action((file: string) =>
      withStore(async client => {
        const destination = await readDestination(file);
        return {
          json: await client.call('destinations.set', { destination }),
          lines: [`${destination.name} is set.`],
        };
      }),
    );

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

async function readDestination(file: string): Promise<Destination> {
  let value: unknown;
  try {
    value = JSON.parse((await readInput(file)).toString('utf8'));
  } catch (error) {
    if (error instanceof WiredeskError) throw error;
    throw new WiredeskError('unreadable', `${file} is not JSON.`);
  }
  const result = Destination.safeParse(value);
  if (result.success) return result.data;
  throw new WiredeskError('unreadable', `${file} is not a destination: ${describeIssues(result.error)}.`);
}
