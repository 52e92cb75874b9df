import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type BrowserHost, startBrowserHost } from '../../../main/hosts/browser/host.ts';
import { maximumMessageBytes } from '../../../main/hosts/messages.ts';
import { contentSecurityPolicy } from '../../../main/hosts/security.ts';
import { createFakeCore, type FakeCore, pictureHash } from '../../contract/fake-core.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let folder: string;
let core: FakeCore;
let host: BrowserHost;
let port: number;
let origin: string;
let cookie: string;
const sockets = new Set<WebSocket>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wd-'));
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-sibling'));
  writeFileSync(join(root, 'index.html'), '<!doctype html>the page');
  writeFileSync(join(root, 'assets/app.js'), 'export {};');
  writeFileSync(join(folder, 'package.json'), '{"secret": true}');
  writeFileSync(join(folder, 'renderer-sibling/index.html'), 'secret');
  core = createFakeCore();
  host = await startBrowserHost({ core, port: 0, root });
  ({ origin } = new URL(host.url));
  port = Number(new URL(host.url).port);
  const { headers } = await ask(`/${new URL(host.url).search}`, { cookie: '' });
  cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});

afterEach(async () => {
  for (const socket of sockets) await ended(socket);
  sockets.clear();
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends a path as it is written: `fetch` would tidy it first. */
async function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  const asked = request({ host: '127.0.0.1', port, path, method, headers: { cookie, ...headers } });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let body = '';
  for await (const part of response) body += part;
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}

/** @returns the status of a refused upgrade, or the open socket */
function upgrade(headers: Readonly<Record<string, string>>, path = '/rpc'): Promise<number | WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (asked, { statusCode = 0 }) => {
      sockets.delete(socket);
      asked.destroy();
      resolve(statusCode);
    });
    socket.once('open', () => resolve(socket));
    socket.once('close', () => reject(new Error('The socket was closed without a word.')));
  });
}

async function open(): Promise<WebSocket> {
  const socket = await upgrade({ cookie, origin });
  if (typeof socket === 'number') throw new Error(`The socket was refused with ${socket}.`);
  return socket;
}

async function call(socket: WebSocket, method: string, input: unknown): Promise<unknown> {
  const answered = once(socket, 'message');
  socket.send(JSON.stringify({ id: 1, method, input }));
  const [data] = await answered;
  return JSON.parse(String(data));
}

async function ended(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return;
  const closed = once(socket, 'close');
  socket.close();
  await closed;
}

describe('the token', () => {
  it('becomes a cookie that scripts cannot read, and leaves the address', async () => {
    const { status, headers } = await ask(`/${new URL(host.url).search}`, { cookie: '' });
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await ask('/')).body).toContain('the page');
  });

  it('leaves the story that is named beside it, and nothing else, in the address', async () => {
    const story = '0198c5a2-0000-7000-8000-00000000000a';
    const { pathname, search } = new URL(host.storyUrl(story));
    const { status, headers } = await ask(pathname + search, { cookie: '' });
    expect([status, headers.location]).toEqual([303, `/?story=${story}`]);
    const { search: token } = new URL(host.url);
    for (const other of ['&story=//far.example', '&story=', '&story=x%0d%0aSet-Cookie:a', '&next=/x'])
      expect((await ask(`/${token}${other}`, { cookie: '' })).headers.location).toBe('/');
  });

  it.each(['/', '/assets/app.js', `/pictures/${pictureHash}/original`])('is needed for %s', async path => {
    const { status, body } = await ask(path, { cookie: '' });
    expect(status).toBe(403);
    expect(body).toContain('Open the address');
    expect(core.log).toEqual([]);
  });

  it('is needed whole', async () => {
    const [name = '', token = ''] = cookie.split('=');
    const wrong = [
      `${name}=`,
      `${name}=${token.slice(1)}`,
      `${name}=${token}x`,
      `other=${token}`,
      `${name}=${'A'.repeat(token.length)}`,
    ];
    for (const shown of wrong) expect((await ask('/', { cookie: shown })).status).toBe(403);
    for (const shown of ['', 'x', token.slice(1), 'A'.repeat(token.length)]) {
      const { status, headers } = await ask(`/?token=${shown}`, { cookie: '' });
      expect(status).toBe(403);
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('is not given to a page by the right token under a wrong name', async () => {
    const { status, headers } = await ask(`/${new URL(host.url).search}`, {
      cookie: '',
      host: `example.org:${port}`,
    });
    expect(status).toBe(403);
    expect(headers['set-cookie']).toBeUndefined();
  });
});

describe('where a request comes from', () => {
  it.each(['example.org', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'refuses the host %s',
    async name => {
      expect((await ask('/', { host: name })).status).toBe(403);
    },
  );

  it.each(['https://example.org', 'null', 'http://127.0.0.1', 'http://localhost', 'app://newsroom'])(
    'refuses the origin %s',
    async from => {
      expect((await ask('/', { origin: from })).status).toBe(403);
      expect(await upgrade({ cookie, origin: from })).toBe(403);
    },
  );

  it.each(['cross-site', 'same-site'])('refuses a request that the browser calls %s', async site => {
    expect((await ask('/', { 'sec-fetch-site': site })).status).toBe(403);
  });

  it('takes its own', async () => {
    expect((await ask('/', { origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('refuses %s', async method => {
    const { status, headers } = await ask('/', {}, method);
    expect(status).toBe(405);
    expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('files', () => {
  it.each(['/', '/assets/app.js', '/none.js'])(
    'come with the headers that keep a page in its place: %s',
    async path => {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('have a policy without anything inline', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('are not sent for HEAD', async () => {
    const { status, body } = await ask('/', {}, 'HEAD');
    expect([status, body]).toEqual([200, '']);
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/%252e%252e/package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%2frenderer-sibling/index.html',
    '/....//package.json',
    '/index.html%00.js',
    '/%',
    '/%c0%ae%c0%ae/package.json',
    '//etc/passwd',
    '/assets',
    '/assets/',
  ])('outside the folder are not there: %s', async path => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });
});

describe('pictures', () => {
  it('are looked at, never run', async () => {
    const { status, headers } = await ask(`/pictures/${pictureHash}/preview`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(core.log).toEqual(['picture preview']);
  });

  it.each([
    '/pictures/abc/original',
    `/pictures/${'A'.repeat(64)}/original`,
    `/pictures/${'a'.repeat(65)}/original`,
    `/pictures/${'g'.repeat(64)}/original`,
    `/pictures/${pictureHash}`,
    `/pictures/${pictureHash}/`,
    `/pictures/${pictureHash}/huge`,
    `/pictures/${pictureHash}/original/more`,
    `/pictures/..%2f${pictureHash}/original`,
  ])('are not asked of the store by a wrong name: %s', async path => {
    expect((await ask(path)).status).toBe(404);
    expect(core.log).toEqual([]);
  });

  it('that the store has not are not there', async () => {
    expect((await ask(`/pictures/${'b'.repeat(64)}/original`)).status).toBe(404);
  });
});

describe('the socket', () => {
  it('is refused without the token, the origin, or its path', async () => {
    expect(await upgrade({ origin })).toBe(403);
    expect(await upgrade({ cookie })).toBe(403);
    expect(await upgrade({ cookie, origin, host: 'example.org' })).toBe(403);
    expect(await upgrade({ cookie, origin }, '/')).toBe(403);
    expect(await upgrade({ cookie, origin }, '/rpc/')).toBe(403);
    expect(await upgrade({ cookie, origin }, `/rpc${new URL(host.url).search}`)).toBe(403);
    expect([host.windows(), core.connections()]).toEqual([0, 0]);
  });

  it('answers a method that does not exist', async () => {
    const socket = await open();
    expect(await call(socket, 'no.such', {})).toMatchObject({
      response: { id: 1, result: { ok: false, error: { code: 'unknown-method' } } },
    });
  });

  it.each([
    'nonsense',
    '',
    '[]',
    'null',
    '{"id": 1}',
    '{"id": "1", "method": "stories.list", "input": {}}',
    '{"id": 1.5, "method": "stories.list", "input": {}}',
    '{"id": 1, "method": ["stories.list"], "input": {}}',
    '{"id": 1, "method": "stories.list", "input": {}, "more": 1}',
    JSON.stringify({ id: 1, method: 'a'.repeat(101), input: {} }),
    `${'['.repeat(100_000)}`,
  ])('is cut by nonsense, and no other with it (case %#)', async text => {
    const [socket, other] = [await open(), await open()];
    const closed = once(socket, 'close');
    socket.send(text);
    const [code] = await closed;
    expect(code).toBe(1007);
    expect(await call(other, 'stories.list', {})).toMatchObject({ response: { result: { ok: true } } });
  });

  it('is cut by a binary frame, even of a request, and no other with it', async () => {
    const [socket, other] = [await open(), await open()];
    const closed = once(socket, 'close');
    socket.send(Buffer.from(JSON.stringify({ id: 1, method: 'stories.list', input: {} })));
    const [code] = await closed;
    expect(code).toBe(1007);
    expect(await call(other, 'stories.list', {})).toMatchObject({ response: { result: { ok: true } } });
  });

  it('is cut by a frame that announces more than is taken, before any of it comes, and no other with it', async () => {
    const other = await open();
    const headers = {
      cookie,
      origin,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    const asked = request({ host: '127.0.0.1', port, path: '/rpc', headers });
    asked.end();
    const [, socket] = (await once(asked, 'upgrade')) as [IncomingMessage, Socket];
    // A final, masked text frame with a length of 64 bits (RFC 6455 5.2).
    const frame = Buffer.alloc(10);
    frame.writeUInt16BE(0x81ff);
    frame.writeBigUInt64BE(BigInt(maximumMessageBytes + 1), 2);
    const answer = once(socket, 'data');
    socket.write(frame);
    const [closing] = (await answer) as [Buffer];
    // A close frame that says 1009: too big.
    expect([closing[0], closing.readUInt16BE(2)]).toEqual([0x88, 1009]);
    socket.destroy();
    expect(await call(other, 'stories.list', {})).toMatchObject({ response: { result: { ok: true } } });
  });

  it('that connects next is told what the host has to say, once it asks something', async () => {
    const before = await open();
    host.tellNext('lock.txt: There is no file.');
    const socket = await open();
    // Its next message is the answer, and no word.
    expect(await call(before, 'stories.list', {})).toHaveProperty('response');
    const told = { event: { type: 'message', text: 'lock.txt: There is no file.' } };
    expect(await call(socket, 'stories.list', {})).toEqual(told);
    expect(await call(await open(), 'stories.list', {})).toHaveProperty('response');
  });

  it('is told that the host stops, and what it sends then is still taken', async () => {
    const socket = await open();
    const closing = once(socket, 'message');
    const stopped = host.close();
    expect(JSON.parse(String((await closing)[0]))).toEqual({ event: { type: 'closing' } });
    expect(await call(socket, 'stories.list', {})).toMatchObject({ response: { result: { ok: true } } });
    await stopped;
    await host.close();
    expect(host.windows()).toBe(0);
  });

  it('tells when the last window has gone', async () => {
    const gone = new Promise<void>(resolve => host.onLastWindow(resolve));
    const [first, second] = [await open(), await open()];
    await ended(first);
    expect(await call(second, 'stories.list', {})).toMatchObject({ response: { result: { ok: true } } });
    expect(host.windows()).toBe(1);
    await ended(second);
    await gone;
    expect(host.windows()).toBe(0);
  });
});

describe('picture files', () => {
  const post = async (
    path: string,
    body: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    const asked = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { cookie, origin, ...headers },
    });
    asked.end(body);
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    let text = '';
    for await (const part of response) text += part;
    return { status: response.statusCode ?? 0, headers: response.headers, body: text };
  };

  it('come in as bytes from our own page, whole or not at all', async () => {
    const { status, body } = await post('/uploads?name=l%C3%B6ck.jpg&size=3', 'abc');
    expect([status, JSON.parse(body)]).toMatchObject([200, { ok: true, value: { taken: 't1' } }]);
    expect(core.log).toContain('take in löck.jpg: 3 bytes');
    expect((await post('/uploads?name=lock.jpg&size=4', 'abc')).status).toBe(400);
    expect((await post('/uploads?name=lock.jpg', 'abc')).status).toBe(400);
  });

  it.each([
    ['another page', { origin: 'http://evil.example' }],
    ['no page', { origin: '' }],
    ['no cookie', { cookie: '' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
  ])('are not taken from %s', async (_, headers) => {
    expect((await post('/uploads?name=lock.jpg&size=3', 'abc', headers)).status).toBe(403);
    expect(core.log.filter(each => each.startsWith('take in'))).toEqual([]);
  });

  it('go to one address', async () => {
    expect((await post('/', 'abc')).status).toBe(405);
    expect((await post('/pictures', 'abc')).status).toBe(405);
  });
});
