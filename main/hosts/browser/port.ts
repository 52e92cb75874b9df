import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (directory: string): string => join(directory, 'browser-port');

/**
 * The port that the application had on this store before. What a window keeps for itself, the text that had not been
 * saved when the program went away, belongs to the address with its port: at another one it would not be found.
 * @returns 0, any free port, where there was none or nothing that can be read
 */
export function portOfBefore(directory: string): number {
  try {
    const port = Number(readFileSync(fileIn(directory), 'utf8'));
    return Number.isInteger(port) && port >= 1_024 && port <= 65_535 ? port : 0;
  } catch {
    return 0;
  }
}

/** A port that cannot be kept costs the offer of unsaved text after a fault, and nothing else. */
export function keepPort(directory: string, url: string): void {
  try {
    writeFileSync(fileIn(directory), new URL(url).port);
  } catch {
    // The store itself says what is wrong with its disk.
  }
}
