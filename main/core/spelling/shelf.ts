import { readFile, stat } from 'node:fs/promises';
import { damaged, dictionaryText } from './dictionary-text.ts';
import { createSpeller, largestFile, type Speller, tooLarge } from './speller.ts';

/** A dictionary as a job names it: plain data. */
export interface ShelfEntry {
  readonly key: string;
  readonly language: string;
  readonly affixFile: string;
  readonly file: string;
}

/** Two languages and the one of a quotation: more are seldom open at once, and each is tens of megabytes. */
const mostLoaded = 3;
const loaded = new Map<string, Speller>();

/**
 * A dictionary, read from the disk once and kept in this thread while it is among the last used.
 * @throws WiredeskError 'unreadable' where it is damaged or gone, 'too-large' past its size
 */
export async function spellerOf(entry: ShelfEntry): Promise<Speller> {
  const speller = loaded.get(entry.key) ?? (await read(entry));
  loaded.delete(entry.key);
  loaded.set(entry.key, speller);
  for (const key of loaded.keys()) {
    if (loaded.size <= mostLoaded) break;
    loaded.delete(key);
  }
  return speller;
}

async function read({ affixFile, file }: ShelfEntry): Promise<Speller> {
  const [affixes, words] = await Promise.all([bounded(affixFile, file), bounded(file, file)]);
  const text = dictionaryText(affixes, words, file);
  return createSpeller(text.affixes, text.words, file);
}

async function bounded(path: string, name: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size <= largestFile) return await readFile(path);
  } catch (error) {
    throw damaged(name, error instanceof Error ? error.message : 'it cannot be read');
  }
  throw tooLarge(name);
}
