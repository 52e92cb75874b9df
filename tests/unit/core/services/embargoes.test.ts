import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../../../main/contract/events.ts';
import { Destination } from '../../../../main/contract/rights.ts';
import { type Client, createClient } from '../../../../main/contract/rpc.ts';
import { type Core, createCore } from '../../../../main/core/core.ts';
import { temporaryFolder, testClock } from '../../../support/store.ts';

const session = 's';
const clock = testClock();
const before = '2026-11-23T10:00:00.000Z';
const end = '2026-11-23T18:00:00.000Z';
const later = '2026-11-23T20:00:00.000Z';

let folder: string;
let remove: () => void;
let core: Core;
let client: Client;
let events: CoreEvent[];

beforeEach(async () => {
  ({ folder, remove } = temporaryFolder());
  clock.set(before);
  await open();
});
afterEach(async () => {
  await core.close();
  remove();
});

async function open(): Promise<void> {
  core = await createCore({ directory: join(folder, 'store'), clock });
  events = [];
  const connection = core.connect(event => events.push(event));
  client = createClient(connection.dispatch);
}

async function startAgain(): Promise<void> {
  await core.close();
  await open();
}

async function story(headline: string): Promise<string> {
  const inlines = [{ type: 'text' as const, text: 'It opened.', marks: [] }];
  const body = { version: 1 as const, blocks: [{ id: 'b', type: 'paragraph' as const, inlines }] };
  const { id } = await client.call('stories.create', {
    story: { fields: { headline, slugline: headline, embargo: { until: end } }, body },
    session,
  });
  return id;
}

const names = async (): Promise<readonly string[]> =>
  (await client.call('embargoes.lifted', {})).map(({ name }) => name);
const told = (): readonly CoreEvent[] => events.filter(({ type }) => type === 'embargoes-lifted');

describe('lifted embargoes', () => {
  it('are told by a host that watches, and not used up by a command that runs before it', async () => {
    const id = await story('Lock');
    clock.set(later);
    await startAgain();
    await story('Quay');
    expect(told()).toEqual([]);
    expect(await names()).toEqual([]);

    await startAgain();
    core.watchEmbargoes();
    expect(told()).toEqual([
      { type: 'embargoes-lifted', embargoes: [{ story: id, name: 'Lock', until: end }] },
    ]);
    expect(await names()).toEqual(['Lock']);
  });

  it('are told when a save finds them, and stay until somebody takes note', async () => {
    core.watchEmbargoes();
    const ids = [await story('Lock'), await story('Quay')];
    clock.set(later);
    const other = await story('Ferry');
    expect(told()).toHaveLength(1);
    expect((await names()).toSorted()).toEqual(['Lock', 'Quay']);
    await client.call('embargoes.seen', { stories: [ids[0] ?? '', other, 'no-such-story'] });
    expect(events.at(-1)).toEqual({ type: 'embargoes-changed' });
    await startAgain();
    core.watchEmbargoes();
    expect(await names()).toEqual(['Quay']);
  });

  it('of a story that leaves since are known to whoever sent it', async () => {
    core.watchEmbargoes();
    const id = await story('Lock');
    const delivery = { kind: 'folder' as const, path: join(folder, 'wire') };
    await client.call('settings.set', { settings: { author: 'Ida Holm' } });
    await client.call('destinations.set', { destination: Destination.parse({ name: 'Ghent', delivery }) });
    const file = (override: { reason: string; by: string } | null): Promise<unknown> =>
      client.call('filing.file', { id, format: 'text', destination: 'Ghent', override, session });
    await expect(file(null)).rejects.toMatchObject({ code: 'refused' });
    // Sent before its time, by a person's decision: others wait for the end, and so does whoever sent it.
    await file({ reason: 'Agreed with the ministry', by: 'Ida Holm' });
    clock.set(later);
    await story('Quay');
    expect(await names()).toEqual(['Lock']);
    await file(null);
    expect(await names()).toEqual([]);
  });
});
