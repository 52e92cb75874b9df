import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodInput, MethodName, MethodOutput } from '../../../../main/contract/methods.ts';
import { Destination } from '../../../../main/contract/rights.ts';
import type { Story } from '../../../../main/contract/story.ts';
import { fixedClock } from '../../../../main/core/clock.ts';
import { type Core, createCore } from '../../../../main/core/core.ts';
import { temporaryFolder } from '../../../support/store.ts';

let core: Core;
let folder: string;
let remove: () => void;

beforeEach(async () => {
  ({ folder, remove } = temporaryFolder());
  core = await createCore({ directory: join(folder, 'store'), clock: fixedClock('2026-03-04T12:00:00Z') });
});
afterEach(async () => {
  await core.close();
  remove();
});

async function call<Name extends MethodName>(
  name: Name,
  input: MethodInput<Name>,
): Promise<MethodOutput<Name>> {
  const connection = core.connect(() => undefined);
  const result = await connection.dispatch(name, input);
  connection.close();
  if (!result.ok) throw new Error(result.error.message);
  return result.value as MethodOutput<Name>;
}

const session = 's';
const onceOnly = { kind: 'other' as const, text: 'ONE TIME USE ONLY', spans: [] };

/** A story with one picture, the same file in each. */
async function story(headline: string, restrictions: readonly (typeof onceOnly)[] = []): Promise<Story> {
  const inlines = [{ type: 'text' as const, text: 'It opened.', marks: [] }];
  const body = { version: 1 as const, blocks: [{ id: 'b', type: 'paragraph' as const, inlines }] };
  const { id } = await call('stories.create', {
    story: { fields: { headline, language: 'en' }, body, state: 'ready' },
    session,
  });
  const data = (
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#246' } })
      .jpeg()
      .toBuffer()
  ).toString('base64');
  const { story: added } = await call('pictures.add', {
    story: id,
    file: { name: 'lock.jpg', data },
    session,
  });
  const pictures = added.pictures.map(picture => ({ ...picture, restrictions }));
  await call('stories.save', { id, base: added.revision, session, patch: { pictures } });
  return call('stories.get', { id });
}

const choice = { format: 'nitf', destination: null, withoutBlockedPictures: false };

describe('the ledger of uses', () => {
  it('has every picture that left, by every door, and none that did not', async () => {
    const { id } = await story('Lock opens');
    const wire = join(folder, 'wire');
    mkdirSync(wire);
    await call('settings.set', { settings: { author: 'Ida Holm' } });
    await call('destinations.set', {
      destination: Destination.parse({ name: 'Ghent', delivery: { kind: 'folder', path: wire } }),
    });
    await call('export.preview', { id, ...choice });
    expect((await call('pictures.uses', { story: id })).uses).toEqual([]);

    await call('export.write', { ids: [id], ...choice, folder: wire, session });
    await call('export.copy', { id, ...choice, session });
    await call('export.batch', { ids: [id], formats: ['ninjs-3'], folder: wire, session, job: 'j' });
    await call('filing.file', { id, ...choice, destination: 'Ghent', session });
    const { uses, stories } = await call('pictures.uses', { story: id });
    expect(uses.map(({ door, format, destination, by }) => [door, format, destination, by])).toEqual([
      ['export', 'nitf', null, 'Ida Holm'],
      ['copy', 'nitf', null, 'Ida Holm'],
      ['batch', 'ninjs-3', null, 'Ida Holm'],
      ['file', 'nitf', 'Ghent', 'Ida Holm'],
    ]);
    expect(stories).toEqual([{ id, name: 'Lock opens' }]);
    expect(readdirSync(wire).length).toBeGreaterThan(2);
  });

  it('keeps a picture that may be used once from a second story, and its corrections going', async () => {
    const first = await story('Lock opens', [onceOnly]);
    const second = await story('Lock closes', [onceOnly]);
    const wire = join(folder, 'wire');
    const write = (id: string): Promise<unknown> =>
      call('export.write', { ids: [id], ...choice, folder: wire, session });
    await write(first.id);
    await write(first.id);
    await expect(write(second.id)).rejects.toThrow(
      'may be used once, and left with “Lock opens” on 2026-03-04',
    );
  });

  it('outlives its story', async () => {
    const { id, pictures } = await story('Lock opens');
    await call('export.write', { ids: [id], ...choice, folder: join(folder, 'wire'), session });
    const sha256 = pictures[0]?.file?.sha256 ?? '';
    await call('stories.purge', { id });
    const { uses, stories } = await call('pictures.uses', { sha256 });
    expect(uses.map(use => use.name)).toEqual(['Lock opens']);
    expect(stories).toEqual([]);
  });
});

describe('rights that end', () => {
  it('are told with every story that has the picture, as soon as it is saved', async () => {
    const rule = (until: string) => ({
      kind: 'time-limit' as const,
      until,
      text: `UNTIL ${until}`,
      spans: [],
    });
    const make = async (headline: string, until: string): Promise<void> => {
      await call('stories.create', {
        story: { fields: { headline }, pictures: [{ id: 'p', restrictions: [rule(until)] }] },
        session,
      });
    };
    await make('Over', '2026-03-03');
    await make('Today', '2026-03-04');
    await make('Later', '2026-06-01');
    const ending = await call('pictures.ending', { days: 7 });
    expect(ending.map(({ name, ended, why }) => [name, ended, why])).toEqual([
      ['Over', true, 'UNTIL 2026-03-03'],
      ['Today', false, 'UNTIL 2026-03-04'],
    ]);
  });
});
