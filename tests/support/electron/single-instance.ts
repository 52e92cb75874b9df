import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packClone, unpackClone } from './clone.ts';

/** A second start, as the first is told of it. */
export interface SecondStart {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/** The lock that Electron keeps in a profile: the first start holds it, a later one tells the first and leaves. */
export class InstanceLock {
  private server: Server | null = null;
  private readonly file: string;
  private readonly socket: string;

  /** @param folder the profile */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, 'SingletonLock');
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
    this.socket = join(tmpdir(), `stand-in-${name}`);
  }

  get held(): boolean {
    return this.server !== null;
  }

  /** @returns whether this start is the first; `told` resolves once the first has been told of it */
  request(
    start: SecondStart,
    onSecond: (second: SecondStart) => void,
  ): { first: boolean; told: Promise<void> } {
    if (this.held) return { first: true, told: Promise.resolve() };
    if (!this.take()) return { first: false, told: this.tell(start) };
    rmSync(this.socket, { force: true });
    this.server = createServer({ allowHalfOpen: true }, socket => {
      void text(socket).then(said => {
        socket.end('heard');
        onSecond(unpackClone(said) as SecondStart);
      });
    });
    this.server.listen(this.socket).unref();
    process.once('exit', () => this.release());
    return { first: true, told: Promise.resolve() };
  }

  release(): void {
    if (!this.server) return;
    this.server.close();
    this.server = null;
    rmSync(this.file, { force: true });
  }

  private take(): boolean {
    try {
      writeFileSync(this.file, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      if (isAlive(Number(readFileSync(this.file, 'utf8')))) return false;
      // A program that was killed left it behind.
      rmSync(this.file, { force: true });
      return this.take();
    }
  }

  private tell(start: SecondStart): Promise<void> {
    return new Promise(done => {
      const socket = connect(this.socket, () => socket.end(packClone(start)));
      socket.resume();
      socket.once('error', () => done());
      socket.once('close', () => done());
    });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
