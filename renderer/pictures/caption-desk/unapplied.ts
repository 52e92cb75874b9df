import type { Picture } from '../../../main/contract/picture.ts';
import type { Part } from './parts.ts';

/** A reading that somebody has begun and not applied: Escape closes the desk, and the next look goes on with it. */
export interface Reading {
  readonly parts: readonly Part[];
  readonly caption: string;
}

const readings = new Map<string, Reading>();

/** A picture that was changed since is another to read. */
function key(picture: Picture, text: string): string {
  return JSON.stringify([picture, text]);
}

export function unappliedReading(picture: Picture, text: string): Reading | undefined {
  return readings.get(key(picture, text));
}

/** @param reading null where it was applied */
export function keepReading(picture: Picture, text: string, reading: Reading | null): void {
  if (reading) readings.set(key(picture, text), reading);
  else readings.delete(key(picture, text));
}
