import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLines } from '../../../main/hosts/lines.ts';

describe('readLines', () => {
  let server: Server;
  let lines: string[];
  let reading: Socket;
  let writing: Socket;

  beforeEach(async () => {
    lines = [];
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const accepted = once(server, 'connection');
    writing = connect((server.address() as AddressInfo).port, '127.0.0.1');
    writing.on('error', () => undefined);
    [reading] = (await accepted) as [Socket];
    reading.on('error', () => undefined);
    readLines(reading, 10, line => lines.push(line));
  });

  afterEach(() => {
    writing.destroy();
    server.close();
  });

  const written = async (...parts: readonly (string | Buffer)[]): Promise<void> => {
    const closed = once(reading, 'close');
    for (const part of parts) writing.write(part);
    writing.end();
    await closed;
  };

  it('gives each line without its end, and not the rest that has none', async () => {
    await written('one\ntwo\n\nthr');
    expect(lines).toEqual(['one', 'two', '']);
  });

  it('joins what comes in parts, in the middle of a character too', async () => {
    const text = Buffer.from('“ü”\n');
    await written('a', text.subarray(0, 4), text.subarray(4));
    expect(lines).toEqual(['a“ü”']);
  });

  it('takes a line of the limit', async () => {
    await written('0123456789\n9876543210\n');
    expect(lines).toEqual(['0123456789', '9876543210']);
  });

  it.each(['0123456789a\nb\n', '0123456789a', 'b'.repeat(100_000)])(
    'cuts the socket at a line beyond it (case %#)',
    async text => {
      await written('first\n', text);
      expect(lines).toEqual(['first']);
      expect(reading.destroyed).toBe(true);
    },
  );
});
