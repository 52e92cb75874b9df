import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { WiredeskError } from '../../contract/failure.ts';
import type { HostMessage } from '../../contract/rpc.ts';
import type { Core } from '../../core/core.ts';
import { createActivity } from '../activity.ts';
import { converse, maximumMessageBytes, parseMessage } from '../messages.ts';
import { pictureHeaders, securityHeaders, servedPictureType } from '../security.ts';
import { pictureInPath, readStaticFile } from '../static-files.ts';
import { storyOf, storyQuery } from '../story-address.ts';
import { type Announced, receiveUpload, uploadIn } from '../uploads.ts';
import { type Admission, createAdmission } from './admission.ts';

/** The application on an address of this machine. */
export interface BrowserHost {
  /** Opens the application; whoever has it may read and write every story. */
  readonly url: string;
  /** The same, with a story open. */
  storyUrl(story: string): string;
  /** Has a word for the next window that connects: told once its page is there to hear it. */
  tellNext(text: string): void;
  /** How many windows are connected. */
  windows(): number;
  /** Calls back when the last window has gone. */
  onLastWindow(listener: () => void): void;
  /**
   * Asks windows to send what is unsaved, waits a bounded time for it, and stops. Closing twice is closing once;
   * closing the core is the caller's.
   */
  close(): Promise<void>;
}

/** How long windows have to flush before the host stops. */
const flushMs = 2_000;

/** A window that answers no ping for this long is gone, however its line ended. */
const pulseMs = 30_000;

/**
 * Serves the built renderer and the core on 127.0.0.1.
 * @param options.port any free one where it is 0 or left out
 * @param options.root the built renderer
 * @throws WiredeskError 'bad-request' where the port is taken or not ours to use
 */
export async function startBrowserHost(options: {
  readonly core: Core;
  readonly port?: number;
  readonly root: string;
}): Promise<BrowserHost> {
  const { core, root } = options;
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const admission = createAdmission(port);
  const url = `http://127.0.0.1:${port}/?token=${admission.token}`;
  server.on('request', (request, response) => {
    answer(request, response).catch(() => refuse(response, 500, 'The program failed to answer.'));
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: maximumMessageBytes });
  const lastWindowListeners: (() => void)[] = [];
  const activity = createActivity();
  const answering = new WeakSet<WebSocket>();
  const words: string[] = [];
  const pulse = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!answering.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, pulseMs);
  server.on('upgrade', (request, socket, head) => {
    const refusal =
      request.url === '/rpc' ? admission.refusal(request, { needsOrigin: true }) : 'There is nothing here.';
    if (refusal !== null) {
      socket.end(`HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n${refusal}`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, accept);
  });

  return {
    url,
    storyUrl: story => `${url}&${storyQuery(story)}`,
    tellNext: text => void words.push(text),
    windows: () => sockets.clients.size,
    onLastWindow: listener => void lastWindowListeners.push(listener),
    async close() {
      if (!server.listening) return;
      core.announceClosing();
      if (sockets.clients.size > 0) await activity.settled(flushMs);
      clearInterval(pulse);
      await Promise.all([...sockets.clients].map(cut));
      server.closeAllConnections();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };

  function accept(socket: WebSocket): void {
    const send = (message: string): void => {
      if (socket.readyState === socket.OPEN) socket.send(message);
    };
    const conversation = converse(core, send);
    answering.add(socket);
    const told = words.splice(0);
    socket.on('pong', () => answering.add(socket));
    socket.on('message', async (data, isBinary) => {
      // A page that asks something is there to hear.
      for (const text of told.splice(0))
        send(JSON.stringify({ event: { type: 'message', text } } satisfies HostMessage));
      const message = isBinary ? null : parseMessage(data.toString());
      if (!(await activity.during(() => conversation.receive(message)))) socket.close(1007, 'not a request');
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      conversation.close();
      if (sockets.clients.size === 0) for (const listener of lastWindowListeners) listener();
    });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`);
    const upload = request.method === 'POST' ? uploadIn(url) : null;
    if (upload !== null) return takeIn(request, response, upload);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only GET is answered here.');
    if (url.pathname === '/' && url.searchParams.has('token'))
      return letIn(request, response, admission, url);
    const refusal = admission.refusal(request, { needsOrigin: false });
    if (refusal !== null) return refuse(response, 403, refusal);
    const named = pictureInPath(url.pathname);
    if (named) {
      const picture = await core.picture(named.sha256, named.variant);
      if (!picture) return refuse(response, 404, 'There is no such picture.');
      return send(
        response,
        { ...pictureHeaders, 'Content-Type': servedPictureType(picture.mediaType) },
        picture.bytes,
      );
    }
    const file = await readStaticFile(root, url.pathname);
    if (!file) return refuse(response, 404, 'There is nothing here.');
    const caching = url.pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store';
    send(
      response,
      { ...securityHeaders, 'Content-Type': file.mediaType, 'Cache-Control': caching },
      file.bytes,
    );
  }

  /** A picture file that our own page sends; whoever is not let in sends nothing. */
  async function takeIn(
    request: IncomingMessage,
    response: ServerResponse,
    announced: Announced,
  ): Promise<void> {
    const refusal = admission.refusal(request, { needsOrigin: true });
    if (refusal !== null) {
      response.setHeader('Connection', 'close');
      return refuse(response, 403, refusal);
    }
    const result = await activity.during(() => receiveUpload(core, announced, request));
    if (!request.complete) response.setHeader('Connection', 'close');
    if (!result) return refuse(response, 400, 'The file did not arrive whole.');
    send(
      response,
      { ...securityHeaders, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
      Buffer.from(JSON.stringify(result)),
    );
  }
}

/**
 * The token is shown once: it becomes a cookie that scripts cannot read, and leaves the address bar. A story that is
 * named beside it stays.
 */
function letIn(request: IncomingMessage, response: ServerResponse, admission: Admission, url: URL): void {
  if (request.headers.host !== url.host || !admission.showsToken(url))
    return refuse(response, 403, 'The token is not right.');
  const story = storyOf(url);
  response.writeHead(303, {
    ...securityHeaders,
    Location: story === null ? '/' : `/?${storyQuery(story)}`,
    'Set-Cookie': admission.cookie,
    'Cache-Control': 'no-store',
  });
  response.end();
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(`${reason}\n`);
}

function send(response: ServerResponse, headers: Readonly<Record<string, string>>, bytes: Uint8Array): void {
  response.writeHead(200, { ...headers, 'Content-Length': bytes.byteLength });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

/** Resolves when the line is gone, and the core's connection with it. */
function cut(socket: WebSocket): Promise<void> {
  return new Promise(resolve => {
    socket.once('close', () => resolve());
    socket.terminate();
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', error =>
      reject(
        new WiredeskError('bad-request', `Port ${port} cannot be used: ${error.message}.`, { cause: error }),
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
