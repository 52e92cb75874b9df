import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { desktopMethods } from '../../main/contract/desktop.ts';
import { Result } from '../../main/contract/rpc.ts';
import { defaultSettings } from '../../main/contract/settings.ts';
import { createFakeCore, type FakeCore } from './fake-core.ts';
import { carriers, type Line } from './lines.ts';

describe.each(Object.entries(carriers))('%s', (_name, openLine) => {
  let folder: string;
  let core: FakeCore;
  let line: Line;

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'wd-')));
    // Sockets are made below the folder for temporary files.
    vi.stubEnv('TMPDIR', folder);
    core = createFakeCore();
    line = await openLine(core, folder);
  });

  afterEach(async () => {
    await line.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings a result back', async () => {
    const result = await line.call('settings.set', { settings: { author: 'Ana Vidal — “نور”' } });
    expect(result).toEqual({ ok: true, value: { ...defaultSettings, author: 'Ana Vidal — “نور”' } });
  });

  it('fills in the defaults of the method', async () => {
    expect(await line.call('stories.list', {})).toEqual({ ok: true, value: { total: 0, stories: [] } });
  });

  it('brings a typed failure back', async () => {
    const id = '019aaaaa-0000-7000-8000-000000000001';
    const result = Result.parse(await line.call('stories.get', { id }));
    expect(result).toEqual({
      ok: false,
      error: { code: 'not-found', message: `There is no story ${id}.`, problems: [] },
    });
  });

  it('keeps the answers of calls at the same time apart', async () => {
    const authors = Array.from({ length: 50 }, (_, index) => `Author ${index}`);
    const results = await Promise.all(
      authors.map(author => line.call('settings.set', { settings: { author } })),
    );
    expect(results).toEqual(authors.map(author => ({ ok: true, value: { ...defaultSettings, author } })));
  });

  it('tells an event without being asked', async () => {
    // A carrier may open its connection with the first call.
    await line.call('stories.list', {});
    core.announceClosing();
    expect(await line.event()).toEqual({ type: 'closing' });
  });

  it.each(['', 'no.such', '__proto__', 'constructor', 'toString', 'settings.set '])(
    'knows no method "%s"',
    async method => {
      expect(await line.call(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    },
  );

  it.each([
    ['null', null],
    ['a number', 7],
    ['a list', [{}]],
    ['a text', 'settings'],
    ['a field too many', { settings: {}, more: 1 }],
    ['a wrong type', { settings: { author: { name: 'Ana' } } }],
    ['a prototype', JSON.parse('{"settings": {"__proto__": {"author": "x"}, "author": []}}')],
  ])('refuses %s as input, and goes on', async (_what, input) => {
    expect(await line.call('settings.set', input)).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect(await line.call('stories.list', {})).toMatchObject({ ok: true });
  });

  it("ends the core's connection with the line", async () => {
    await line.call('stories.list', {});
    expect(core.connections()).toBe(1);
    await line.close();
    expect(core.connections()).toBe(0);
    line = { ...line, close: async () => undefined };
  });
});

/** The desktop host alone has them; its own suite asks it. */
const { 'Electron IPC': _desktop, ...others } = carriers;
describe.each(Object.entries(others))('%s', (_name, openLine) => {
  it('knows nothing of what a desktop does', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wd-')));
    vi.stubEnv('TMPDIR', folder);
    const line = await openLine(createFakeCore(), folder);
    for (const method of Object.keys(desktopMethods))
      expect(await line.call(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
    await line.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
});
