import { WiredeskError } from '../../../contract/failure.ts';
import { decodeText } from '../../intake/decode.ts';
import type { Report } from './report.ts';

/** JSON of anyone's making, asked for one member at a time; what is not of the kind asked for is not there. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const mostBytes = 50_000_000;
/** Formats of news nest a dozen deep; readers walk them with the stack. */
const deepest = 100;

/**
 * The value that a JSON file holds, in whatever encoding it came.
 * @throws WiredeskError 'unreadable' for what is no JSON, 'too-large' beyond a limit of size or depth
 */
export function readWireJson(bytes: Uint8Array, fileName: string, report: Report): unknown {
  if (bytes.byteLength > mostBytes)
    throw new WiredeskError('too-large', `The JSON is larger than ${mostBytes} bytes.`);
  const { text, repairs } = decodeText(bytes, fileName);
  for (const repair of repairs) report.repaired(repair);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^[\ufeff\s]+/u, ''));
  } catch (error) {
    throw new WiredeskError('unreadable', 'The file is no JSON.', { cause: error });
  }
  if (depthOf(value) > deepest)
    throw new WiredeskError('too-large', `The JSON is nested deeper than ${deepest} levels.`);
  return value;
}

/** How deep a value nests, without recursion. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  let depth = 0;
  while (level.length > 0 && depth <= deepest) {
    depth += 1;
    level = level.flatMap(each =>
      typeof each === 'object' && each !== null ? Object.values(each).filter(isNesting) : [],
    );
  }
  return depth;
}

function isNesting(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record at a path of names; an empty one where there is none. */
export function recordAt(value: JsonRecord, ...path: readonly string[]): JsonRecord {
  let at: JsonRecord = value;
  for (const name of path) {
    const next: unknown = Object.hasOwn(at, name) ? at[name] : undefined;
    at = isJsonRecord(next) ? next : {};
  }
  return at;
}

/** The records of a list; a record alone counts as a list of one. */
export function recordsAt(value: JsonRecord, name: string): readonly JsonRecord[] {
  return listAt(value, name).filter(isJsonRecord);
}

/** The members of a list; a value alone counts as a list of one. */
export function listAt(value: JsonRecord, name: string): readonly unknown[] {
  const found: unknown = Object.hasOwn(value, name) ? value[name] : undefined;
  if (Array.isArray(found)) return found;
  return found === undefined || found === null ? [] : [found];
}

/** A text or number as text; empty where there is none. */
export function textAt(value: JsonRecord, name: string): string {
  return asText(Object.hasOwn(value, name) ? value[name] : undefined);
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
