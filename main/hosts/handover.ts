import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { toFailure, WiredeskError } from '../contract/failure.ts';
import { type Carrier, HostMessage, type Result } from '../contract/rpc.ts';
import type { Core } from '../core/core.ts';
import { readLines } from './lines.ts';
import { converse, maximumMessageBytes, parseMessage } from './messages.ts';

/** How a command, or a second start, reaches the program that has the store open. */
export interface Handover {
  readonly carrier: Carrier;
  /** Shows the running program's window, and gives it files to take in. @returns its address, where it has one */
  show(files: readonly string[]): Promise<string>;
  close(): void;
}

/** A message of this line beside those of the core: a second start asks for the first one's window. */
const Show = z.strictObject({ show: z.strictObject({ files: z.array(z.string().max(4_096)).max(10_000) }) });
const Shown = z.strictObject({ shown: z.strictObject({ url: z.string() }) });

/** A program that has not shown its window by then is not going to. */
const showMs = 5_000;

/**
 * Takes commands for an open store on a socket that only this user can reach.
 * @param options.onShow shows the window; returns the address it is at, or the empty string
 */
export async function serveHandover(options: {
  readonly core: Core;
  readonly directory: string;
  readonly onShow: (files: readonly string[]) => string;
}): Promise<{ close(): Promise<void> }> {
  const path = socketPath(options.directory);
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    const conversation = converse(options.core, message => void socket.write(`${message}\n`));
    readLines(socket, maximumMessageBytes, async line => {
      const message = parseMessage(line);
      const asked = Show.safeParse(message);
      if (asked.success)
        socket.write(`${JSON.stringify({ shown: { url: options.onShow(asked.data.show.files) } })}\n`);
      else if (!(await conversation.receive(message))) socket.destroy();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      conversation.close();
    });
  });
  // Only the holder of the store's lock comes here, so a socket that is left is a dead program's.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(path, done);
  });
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise(done => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The way to the program that has a store open; null where none has. */
export function connectHandover(directory: string): Promise<Handover | null> {
  return new Promise(done => {
    const socket = connect(socketPath(directory));
    socket.once('error', () => done(null));
    socket.once('connect', () => done(handoverOver(socket)));
  });
}

function handoverOver(socket: Socket): Handover {
  const waiting = new Map<number, (result: Result) => void>();
  let shown: ((url: string) => void) | null = null;
  let count = 0;
  readLines(socket, maximumMessageBytes, line => {
    const value = parseMessage(line);
    const answer = Shown.safeParse(value);
    if (answer.success) {
      shown?.(answer.data.shown.url);
      return;
    }
    const message = HostMessage.safeParse(value);
    if (!message.success || !('response' in message.data)) return;
    const { id, result } = message.data.response;
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const settle of waiting.values()) settle(gone());
    waiting.clear();
    shown?.('');
  });
  return {
    carrier: (method, input) =>
      new Promise(settle => {
        const id = ++count;
        const line = JSON.stringify({ id, method, input });
        if (socket.destroyed) settle(gone());
        else if (Buffer.byteLength(line) > maximumMessageBytes) settle(tooLarge());
        else {
          waiting.set(id, settle);
          socket.write(`${line}\n`);
        }
      }),
    show: files =>
      new Promise(settle => {
        const timer = setTimeout(() => shown?.(''), showMs);
        shown = url => {
          clearTimeout(timer);
          shown = null;
          settle(url);
        };
        if (socket.destroyed) shown('');
        else socket.write(`${JSON.stringify({ show: { files } })}\n`);
      }),
    close: () => socket.end(),
  };
}

function gone(): Result {
  return failed(new WiredeskError('internal', 'The running Wiredesk went away.'));
}

function tooLarge(): Result {
  return failed(new WiredeskError('too-large', 'That is more than the running Wiredesk takes at once.'));
}

function failed(error: WiredeskError): Result {
  return { ok: false, error: toFailure(error) };
}

/**
 * A socket's path is short and the same for every spelling of the store's path; its folder is ours alone.
 * @throws WiredeskError 'forbidden' where someone else made that folder
 */
function socketPath(directory: string): string {
  let real = resolve(directory);
  try {
    real = realpathSync(real);
  } catch {
    // A store that is not there yet has no other spelling that matters.
  }
  const name = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\wiredesk-${name}`;
  const { uid } = userInfo();
  const folder = join(tmpdir(), `wiredesk-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0)
    throw new WiredeskError('forbidden', `${folder} belongs to someone else, or others may write into it.`);
  return join(folder, name);
}
