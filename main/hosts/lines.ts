import type { Socket } from 'node:net';

const lineFeed = 0x0a;

/**
 * Reads a socket line by line. A line longer than the limit cuts the socket before it fills the memory.
 * @param maximumBytes the longest line, without its end
 */
export function readLines(socket: Socket, maximumBytes: number, receive: (line: string) => void): void {
  let parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer): boolean => {
    length += part.length;
    if (length > maximumBytes) {
      parts = [];
      socket.destroy();
      return false;
    }
    parts.push(part);
    return true;
  };
  socket.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      if (!take(chunk.subarray(start, end))) return;
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      length = 0;
      start = end + 1;
      receive(line);
    }
    if (start < chunk.length) take(chunk.subarray(start));
  });
}
