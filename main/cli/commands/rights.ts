import { WiredeskError } from '../../contract/failure.ts';
import { Destination } from '../../contract/rights.ts';
import { describeIssues } from '../../core/dispatch.ts';
import { readInput } from '../../hosts/input.ts';
import type { CommandLine } from './command.ts';

/** Commands for destinations, and for where pictures went and whose time ends. */
export function rightsCommands({ program, withStore }: CommandLine): void {
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
    .command('uses')
    .description('say where the pictures of a story went, under which rights, and which stories use them')
    .argument('<id>')
    .action((story: string) =>
      withStore(async client => {
        const found = await client.call('pictures.uses', { story });
        return {
          json: found,
          lines: [
            ...found.uses.map(
              use =>
                `${use.time}  ${use.door} ${use.format}  ${use.destination ?? 'nobody in particular'}  ${use.by || 'unnamed'}  ${use.picture}${use.override === null ? '' : `  against a rule: ${use.override}`}`,
            ),
            ...found.stories.map(each => `used in ${each.name} (${each.id})`),
          ],
        };
      }),
    );

  program
    .command('ending')
    .description('list the pictures whose rights ended or end soon, with their stories')
    .option('--days <days>', 'how far to look ahead', '7')
    .action(({ days }: { days: string }) =>
      withStore(async client => {
        const ending = await client.call('pictures.ending', { days: Number(days) });
        return {
          json: ending,
          lines: ending.map(
            each =>
              `${each.ended ? 'ended' : 'ends '} ${each.ends}  ${each.name} (${each.story})  ${each.why}`,
          ),
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
