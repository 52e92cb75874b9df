import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applicationId } from '../../../main/hosts/electron/application-id.ts';
import { serveCalls } from '../../../main/hosts/electron/ipc.ts';
import { guardPermissions } from '../../../main/hosts/electron/permissions.ts';
import { answerPage } from '../../../main/hosts/electron/protocol.ts';
import { contentSecurityPolicy } from '../../../main/hosts/security.ts';
import { createFakeCore, type FakeCore, pictureHash } from '../../contract/fake-core.ts';
import { createFakeIpc, type FakeFrame, FakePage, fakeDesktop, ownFrame } from '../../contract/fake-ipc.ts';

describe('calls', () => {
  const refused: readonly (readonly [string, FakeFrame | null])[] = [
    ['a frame that has gone', null],
    ['an embedded frame', { url: 'app://newsroom/', parent: ownFrame }],
    ['another page', { url: 'https://example.org/', parent: null }],
    ['a page that only looks like it', { url: 'app://newsroom@example/', parent: null }],
  ];

  it.each(refused)('are refused to %s', async (_who, frame) => {
    const core = createFakeCore();
    const { ipc, call } = createFakeIpc();
    serveCalls(ipc, core, fakeDesktop);
    for (const method of ['stories.list', 'desktop.showFile'])
      expect(await call(new FakePage(), frame, method, {})).toMatchObject({
        ok: false,
        error: { code: 'forbidden' },
      });
    expect(core.connections()).toBe(0);
  });

  it.each([null, 7, {}, ['stories.list'], 'a'.repeat(101)])(
    'without a method are refused: %j',
    async method => {
      const { ipc, call } = createFakeIpc();
      serveCalls(ipc, createFakeCore(), fakeDesktop);
      expect(await call(new FakePage(), ownFrame, method, {})).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
    },
  );

  it.each(['destroyed', 'render-process-gone', 'did-navigate'])(
    'of one page share a connection, until it is %s',
    async end => {
      const core = createFakeCore();
      const { ipc, call } = createFakeIpc();
      serveCalls(ipc, core, fakeDesktop);
      const [page, other] = [new FakePage(), new FakePage()];
      for (const each of [page, page, other]) await call(each, ownFrame, 'stories.list', {});
      expect(core.connections()).toBe(2);
      page.emit(end);
      expect(core.connections()).toBe(1);
      await call(page, ownFrame, 'stories.list', {});
      expect(core.connections()).toBe(2);
    },
  );

  it('for the desktop go to the desktop of the page that asks, and to no core', async () => {
    const core = createFakeCore();
    const { ipc, call } = createFakeIpc();
    const pages: unknown[] = [];
    serveCalls(ipc, core, contents => {
      pages.push(contents);
      return fakeDesktop();
    });
    const page = new FakePage();
    const input = { file: '/exports/lock.xml' };
    expect(await call(page, ownFrame, 'desktop.showFile', input)).toEqual({
      ok: true,
      value: { method: 'desktop.showFile', input },
    });
    expect(pages).toEqual([page]);
    expect(await call(page, ownFrame, 'desktop.unheardOf', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-method' },
    });
  });

  it('send nothing to a page that is gone', async () => {
    const core = createFakeCore();
    const { ipc, call } = createFakeIpc();
    serveCalls(ipc, core, fakeDesktop);
    const page = new FakePage();
    await call(page, ownFrame, 'stories.list', {});
    page.destroyed = true;
    core.announceClosing();
    expect(page.sent).toEqual([]);
  });

  it('tell a page that is still loading what there is to tell once it asks something', async () => {
    const { ipc, call } = createFakeIpc();
    const calls = serveCalls(ipc, createFakeCore(), fakeDesktop);
    const [page, other] = [new FakePage(), new FakePage()];
    const event = { type: 'open-story', id: 'a' } as const;
    // The fake has what of a page's contents the host uses.
    calls.tell(page as unknown as WebContents, event);
    expect(page.sent).toEqual([]);
    await call(other, ownFrame, 'stories.list', {});
    await call(page, ownFrame, 'stories.list', {});
    calls.tell(page as unknown as WebContents, { type: 'message', text: 'b' });
    expect(page.sent).toEqual([event, { type: 'message', text: 'b' }]);
    expect(other.sent).toEqual([]);
  });
});

describe('settled', () => {
  let core: FakeCore;
  let answer: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    core = createFakeCore();
    answer = () => undefined;
  });
  afterEach(() => vi.useRealTimers());

  async function closing(limitMs: number, page = new FakePage()) {
    const { ipc, call } = createFakeIpc();
    const calls = serveCalls(ipc, core, fakeDesktop);
    await call(page, ownFrame, 'stories.list', {});
    let settled = false;
    void calls.settled(limitMs).then(() => {
      settled = true;
    });
    return { isSettled: () => settled, save: () => void call(page, ownFrame, 'stories.save', {}) };
  }

  function answerLater(): void {
    vi.spyOn(core, 'connect').mockReturnValue({
      dispatch: method =>
        new Promise(done => {
          if (method === 'stories.save') answer = () => done({ ok: true, value: null });
          else done({ ok: true, value: null });
        }),
      close: () => undefined,
    });
  }

  it('is at once where there is no page', async () => {
    await serveCalls(createFakeIpc().ipc, core, fakeDesktop).settled(2_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is after a quiet moment', async () => {
    const { isSettled } = await closing(2_000);
    await vi.advanceTimersByTimeAsync(100);
    expect(isSettled()).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(isSettled()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is soon after its limit where the page hangs', async () => {
    const page = new FakePage();
    page.hangs = true;
    const { isSettled } = await closing(2_000, page);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(isSettled()).toBe(false);
    await vi.advanceTimersByTimeAsync(300);
    expect(isSettled()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('waits for a save that has begun', async () => {
    answerLater();
    const { isSettled, save } = await closing(2_000);
    save();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(isSettled()).toBe(false);
    answer();
    await vi.advanceTimersByTimeAsync(250);
    expect(isSettled()).toBe(true);
  });

  it('waits no longer than its limit', async () => {
    answerLater();
    const { isSettled, save } = await closing(2_000);
    save();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(isSettled()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isSettled()).toBe(true);
  });
});

describe('pages', () => {
  let folder: string;
  let root: string;
  const core = createFakeCore({ pictureType: 'text/html' });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wd-'));
    root = join(folder, 'renderer');
    mkdirSync(root);
    writeFileSync(join(root, 'index.html'), 'the page');
    writeFileSync(join(folder, 'package.json'), 'secret');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const get = (url: string, method = 'GET'): Promise<Response> => answerPage({ url, method }, core, root);

  it('come with the policy', async () => {
    const page = await get('app://newsroom/');
    expect(await page.text()).toBe('the page');
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'app://newsroom/..%2fpackage.json',
    'app://newsroom/%2e%2e/package.json',
    'app://newsroom/../package.json',
  ])('outside the folder are not there: %s', async url => expect((await get(url)).status).toBe(404));

  it('are only its own, and only read', async () => {
    expect((await get('app://example/index.html')).status).toBe(403);
    expect((await get('app://newsroom/', 'POST')).status).toBe(405);
  });

  it('take picture files in as bytes, whole or not at all', async () => {
    const post = (url: string, body: string): Promise<Response> =>
      answerPage(new Request(url.replace('app:', 'https:'), { method: 'POST', body }), core, root);
    const sent = (url: string, body: string): Promise<Response> => {
      const request = new Request('https://newsroom/', { method: 'POST', body });
      return answerPage({ url, method: 'POST', body: request.body }, core, root);
    };
    const answer = await sent('app://newsroom/uploads?name=lock.jpg&size=3', 'abc');
    expect(await answer.json()).toMatchObject({ ok: true });
    expect(core.log).toContain('take in lock.jpg: 3 bytes');
    expect((await sent('app://newsroom/uploads?name=lock.jpg&size=4', 'abc')).status).toBe(400);
    expect(
      (await answerPage({ url: 'app://newsroom/uploads?name=a&size=1', method: 'POST' }, core, root)).status,
    ).toBe(400);
    expect((await post('app://newsroom/uploads?name=a&size=3', 'abc')).status).toBe(403);
  });

  it('with pictures never serve one as something that runs', async () => {
    const picture = await get(`app://newsroom/pictures/${pictureHash}/original`);
    expect(picture.headers.get('content-type')).toBe('application/octet-stream');
    expect(picture.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect((await get('app://newsroom/pictures/abc/original')).status).toBe(404);
  });
});

describe('permissions', () => {
  it('are two, for whoever asks and whoever looks, and no device', () => {
    const set: Record<string, (...words: unknown[]) => unknown> = {};
    const name = (key: string) => (handler: (typeof set)[string]) => {
      set[key] = handler;
    };
    guardPermissions({
      setPermissionRequestHandler: name('ask'),
      setPermissionCheckHandler: name('look'),
      setDevicePermissionHandler: name('device'),
    } as unknown as Session);
    const asked = (permission: string): boolean[] => {
      const answers: boolean[] = [];
      set.ask?.(null, permission, (answer: boolean) => answers.push(answer));
      return answers;
    };
    for (const permission of ['clipboard-sanitized-write', 'fullscreen'])
      expect([asked(permission), set.look?.(null, permission)]).toEqual([[true], true]);
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'openExternal',
      'fileSystem',
      'unknown',
      '',
    ])
      expect([asked(permission), set.look?.(null, permission)]).toEqual([[false], false]);
    expect(set.device?.({})).toBe(false);
  });
});

it('goes by the name that its installers give it', () => {
  const packaging = readFileSync(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8');
  expect(packaging).toMatch(new RegExp(`^appId: ${applicationId}$`, 'm'));
});
