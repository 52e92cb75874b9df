import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainInlines } from '../../main/contract/body.ts';
import { type Client, createClient } from '../../main/contract/rpc.ts';
import { type Core, createCore } from '../../main/core/core.ts';
import { carriers, type Line } from './lines.ts';

/** The application itself over every carrier: what comes back fits the method's own schema, or `call` throws. */
describe.each(Object.entries(carriers))('the core over %s', (_name, openLine) => {
  let folder: string;
  let core: Core;
  let line: Line;
  let client: Client;

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'wd-')));
    vi.stubEnv('TMPDIR', folder);
    // Made by the core for itself too; the handover socket is named after where it really is.
    mkdirSync(join(folder, 'store'));
    core = await createCore({ directory: join(folder, 'store') });
    line = await openLine(core, folder);
    client = createClient(line.call);
  });

  afterEach(async () => {
    await line.close();
    await core.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes a story, saves it, finds it and reads it back', async () => {
    const story = { fields: { headline: 'Harbour opens “at dawn” — ميناء' } };
    const made = await client.call('stories.create', { story, session: 'a' });
    const saved = await client.call('stories.save', {
      id: made.id,
      base: made.revision,
      session: 'a',
      patch: { fields: { slugline: 'HARBOUR' } },
    });
    expect(saved.status).toBe('saved');
    const { total, stories } = await client.call('stories.list', { query: 'harbour' });
    expect([total, stories[0]?.id]).toEqual([1, made.id]);
    const read = await client.call('stories.get', { id: made.id });
    expect(read.fields).toMatchObject({ ...story.fields, slugline: 'HARBOUR' });
  });

  it('tells of a save', async () => {
    // A carrier may open its connection with the first call.
    await client.call('app.info', {});
    await client.call('settings.set', { settings: { author: 'Ana Vidal' } });
    expect(await line.event()).toEqual({ type: 'settings-changed' });
  });

  it('brings back why it refuses', async () => {
    await expect(client.call('stories.get', { id: 'none' })).rejects.toMatchObject({ code: 'not-found' });
    const file = { name: 'empty.bin', data: '' };
    const { stories, failed } = await client.call('intake.import', { files: [file], session: 'a', job: 'j' });
    expect([stories, failed.map(each => each.file)]).toEqual([[], ['empty.bin']]);
  });

  it('reads a caption and prints it again', async () => {
    const text = 'Ada Lindqvist (L) waits on March 3, 2026. (Photo by Ida Marsh / AFP) / SOUTH KOREA OUT';
    const { caption, creditLine, restrictions } = await client.call('pictures.parseCaption', { text });
    const picture = { id: 'a', caption: plainInlines(caption), creditLine, restrictions };
    expect(await client.call('pictures.composeCaption', { picture, style: 'afp' })).toEqual({
      text,
      signOff: '(Photo by Ida Marsh / AFP)',
      problems: [expect.objectContaining({ code: 'place-missing', picture: 'a' })],
    });
  });

  it('forgets the sessions of a line that is closed', async () => {
    const { id } = await client.call('stories.create', { story: {}, session: 'a' });
    await client.call('stories.open', { id, session: 'a', open: true });
    const other = core.connect(() => undefined);
    const look = () => other.dispatch('stories.open', { id, session: 'b', open: true });
    expect(await look()).toEqual({ ok: true, value: { others: 1 } });
    await line.close();
    expect(await look()).toEqual({ ok: true, value: { others: 0 } });
    other.close();
    line = { ...line, close: async () => undefined };
  });
});
