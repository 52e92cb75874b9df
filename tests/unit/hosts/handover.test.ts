import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../main/contract/rpc.ts';
import { connectHandover, type Handover, serveHandover } from '../../../main/hosts/handover.ts';
import { maximumMessageBytes } from '../../../main/hosts/messages.ts';
import { createFakeCore, type FakeCore } from '../../contract/fake-core.ts';

// Windows has pipes, whose rights and place are the system's.
describe.skipIf(process.platform === 'win32')('handover', () => {
  let folder: string;
  let store: string;
  let sockets: string;
  let core: FakeCore;
  let shown: (readonly string[])[];

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'wd-')));
    vi.stubEnv('TMPDIR', folder);
    store = join(folder, 'store');
    mkdirSync(store);
    sockets = join(folder, `wiredesk-${process.getuid?.() ?? ''}`);
    core = createFakeCore();
    shown = [];
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  const serve = (): ReturnType<typeof serveHandover> =>
    serveHandover({
      core,
      directory: store,
      onShow: files => {
        shown.push(files);
        return 'http://127.0.0.1:1/?token=x';
      },
    });

  async function reach(directory: string): Promise<Handover> {
    const handover = await connectHandover(directory);
    if (!handover) throw new Error('Nobody serves the store.');
    return handover;
  }

  const onlySocket = (): string => join(sockets, readdirSync(sockets)[0] ?? '');

  it('finds nobody where no program has the store', async () => {
    expect(await connectHandover(store)).toBeNull();
  });

  it('finds nobody at what a dead program left, and serves over it', async () => {
    await connectHandover(store);
    const first = await serve();
    const path = onlySocket();
    await first.close();
    writeFileSync(path, '');
    expect(await connectHandover(store)).toBeNull();
    const second = await serve();
    (await reach(store)).close();
    await second.close();
  });

  it('carries calls there and back', async () => {
    const served = await serve();
    const handover = await reach(store);
    const client = createClient(handover.carrier);
    expect(await client.call('settings.set', { settings: { author: 'Ana Vidal' } })).toMatchObject({
      author: 'Ana Vidal',
    });
    await expect(
      client.call('stories.get', { id: '019aaaaa-0000-7000-8000-000000000001' }),
    ).rejects.toMatchObject({
      name: 'WiredeskError',
      code: 'not-found',
    });
    handover.close();
    await served.close();
  });

  it('is the same line for another spelling of the path', async () => {
    const served = await serve();
    symlinkSync(store, join(folder, 'alias'));
    (await reach(join(folder, 'alias'))).close();
    await served.close();
  });

  it('is another line for another store', async () => {
    const served = await serve();
    expect(await connectHandover(join(folder, 'other'))).toBeNull();
    await served.close();
  });

  it('shows the window with the files of a second start', async () => {
    const served = await serve();
    const handover = await reach(store);
    expect(await handover.show(['/tmp/a b.xml', '/tmp/ü.txt'])).toBe('http://127.0.0.1:1/?token=x');
    expect(shown).toEqual([['/tmp/a b.xml', '/tmp/ü.txt']]);
    handover.close();
    await served.close();
  });

  it('lets only this user in', async () => {
    const served = await serve();
    expect(statSync(onlySocket()).mode & 0o777).toBe(0o600);
    expect(statSync(sockets).mode & 0o777).toBe(0o700);
    await served.close();
  });

  it('refuses a folder that others may write into', async () => {
    mkdirSync(sockets);
    chmodSync(sockets, 0o777);
    await expect(serve()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it.each([
    'nonsense',
    '{}',
    '[]',
    '{"show": {"files": "/etc/passwd"}}',
    '{"id": -1, "method": "stories.list", "input": {}}',
  ])('cuts the line that says %s, and no other', async text => {
    const served = await serve();
    const other = await reach(store);
    const socket = connect(onlySocket());
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    socket.write(`${text}\n`);
    await closed;
    expect(shown).toEqual([]);
    expect(await other.carrier('stories.list', {})).toMatchObject({ ok: true });
    other.close();
    await served.close();
  });

  it('refuses to send more than is taken at once, and goes on', async () => {
    const served = await serve();
    const handover = await reach(store);
    expect(await handover.carrier('settings.set', 'x'.repeat(maximumMessageBytes))).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
    expect(await handover.carrier('stories.list', {})).toMatchObject({ ok: true });
    handover.close();
    await served.close();
  });

  it('settles at once what is asked of a program that has gone', async () => {
    const served = await serve();
    const handover = await reach(store);
    await handover.carrier('stories.list', {});
    await served.close();
    await vi.waitFor(async () =>
      expect(await handover.carrier('stories.list', {})).toMatchObject({
        ok: false,
        error: { code: 'internal' },
      }),
    );
    expect(await handover.show(['/tmp/a.xml'])).toBe('');
  });

  it('settles what waits when the program goes away', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<void>();
    vi.spyOn(core, 'connect').mockReturnValue({
      dispatch() {
        resolve();
        return new Promise(() => undefined);
      },
      close: () => undefined,
    });
    const served = await serve();
    const handover = await reach(store);
    const waiting = handover.carrier('stories.list', {});
    await asked;
    await served.close();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});
