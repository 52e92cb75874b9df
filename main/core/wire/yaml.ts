import type { RecordValue, StoryRecord } from './record.ts';

/** The little of YAML 1.2 that front matter needs: block mappings and lists of texts and numbers. */

/** A mapping as YAML, a line an entry, with a line feed after each. */
export function writeYaml(record: StoryRecord): string {
  return mapping(record, '').join('');
}

function mapping(record: StoryRecord, indent: string): string[] {
  return Object.entries(record).flatMap(([key, value]) => entry(key, value, indent));
}

function entry(key: string, value: RecordValue, indent: string): string[] {
  if (typeof value !== 'object') return [`${indent}${key}: ${scalar(value)}\n`];
  if (Object.keys(value).length === 0) return [`${indent}${key}: ${isList(value) ? '[]' : '{}'}\n`];
  const inner = `${indent}  `;
  const lines = isList(value) ? value.flatMap(each => item(each, inner)) : mapping(value, inner);
  return [`${indent}${key}:\n`, ...lines];
}

function isList(value: RecordValue): value is readonly RecordValue[] {
  return Array.isArray(value);
}

function item(value: RecordValue, indent: string): string[] {
  if (typeof value !== 'object') return [`${indent}- ${scalar(value)}\n`];
  const [first = `${indent}{}\n`, ...rest] = isList(value) ? [] : mapping(value, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

const plain = /^\p{L}[\p{L}\p{M}\p{N} _/.()’-]*$/u;
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/iu;
/** Allowed between quotes, but changed or hidden by editors: written as escapes. */
const hidden = /[\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

function scalar(value: string | number): string {
  if (typeof value === 'number') return String(value);
  if (plain.test(value) && !value.endsWith(' ') && !reserved.test(value)) return value;
  return JSON.stringify(value).replace(
    hidden,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

interface Line {
  readonly indent: number;
  readonly text: string;
}

const deepest = 12;

/**
 * A mapping of texts, lists and mappings, as this program writes it or a person does: quotes of both kinds, flow
 * lists of texts, comments. Every scalar is a text.
 * @returns null where it is YAML of another kind, or none
 */
export function readYaml(source: string): Readonly<Record<string, unknown>> | null {
  const lines = source
    .split(/\r?\n/u)
    .filter(line => !/^\s*(?:#|$)/u.test(line))
    .map(line => ({ indent: line.length - line.trimStart().length, text: line.trim() }));
  if (lines.some(({ text }) => text.startsWith('\t'))) return null;
  const cursor = { lines, at: 0 };
  try {
    const value = readMapping(cursor, 0, 0);
    return cursor.at === lines.length ? value : null;
  } catch (error) {
    if (error instanceof NotThisYaml) return null;
    throw error;
  }
}

class NotThisYaml extends Error {}

interface Cursor {
  readonly lines: Line[];
  at: number;
}

function readNested(cursor: Cursor, outer: number, depth: number, inMapping: boolean): unknown {
  const line = cursor.lines[cursor.at];
  // A list may stand as far out as the key it belongs to.
  const isItem = line !== undefined && /^-(?: |$)/u.test(line.text);
  if (!line || (line.indent <= outer && !(inMapping && isItem && line.indent === outer))) return '';
  if (depth > deepest) throw new NotThisYaml();
  return isItem ? readList(cursor, line.indent, depth) : readMapping(cursor, line.indent, depth);
}

function readList(cursor: Cursor, indent: number, depth: number): unknown[] {
  const list: unknown[] = [];
  for (let line = cursor.lines[cursor.at]; line?.indent === indent; line = cursor.lines[cursor.at]) {
    const match = /^-(\s+|$)(.*)$/u.exec(line.text);
    if (!match) break;
    const [, gap = '', rest = ''] = match;
    if (rest !== '' && keyOf(rest)) {
      // The entry's first key stands on the line of its dash; the others below it.
      const inner = indent + 1 + gap.length;
      cursor.lines[cursor.at] = { indent: inner, text: rest };
      list.push(readMapping(cursor, inner, depth + 1));
    } else {
      cursor.at += 1;
      list.push(rest === '' ? readNested(cursor, indent, depth + 1, false) : readScalar(rest));
    }
  }
  return list;
}

function readMapping(cursor: Cursor, indent: number, depth: number): Record<string, unknown> {
  const entries: (readonly [string, unknown])[] = [];
  for (let line = cursor.lines[cursor.at]; line?.indent === indent; line = cursor.lines[cursor.at]) {
    const found = keyOf(line.text);
    if (!found) throw new NotThisYaml();
    cursor.at += 1;
    const nested = found.rest === '' || found.rest.startsWith('#');
    entries.push([found.key, nested ? readNested(cursor, indent, depth + 1, true) : readScalar(found.rest)]);
  }
  return Object.fromEntries(entries);
}

function keyOf(text: string): { readonly key: string; readonly rest: string } | null {
  const match = /^([A-Za-z_][\w.-]*)[ ]*:(?:[ \t]+(.*))?$/u.exec(text);
  return match ? { key: match[1] ?? '', rest: match[2] ?? '' } : null;
}

const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/u;

function readScalar(text: string): unknown {
  if (text === '{}') return {};
  if (text.startsWith('[')) return readFlowList(text);
  const match = quoted.exec(text);
  if (!match) {
    if (/^[&*!|>%@`{"']/u.test(text)) throw new NotThisYaml();
    const comment = text.search(/\s#/u);
    return (comment < 0 ? text : text.slice(0, comment)).trim();
  }
  if (!/^\s*(?:#|$)/u.test(text.slice(match[0].length))) throw new NotThisYaml();
  return unquoted(match[0]);
}

function unquoted(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return value;
  } catch {
    // An escape that JSON does not have.
  }
  throw new NotThisYaml();
}

function readFlowList(text: string): string[] {
  const list: string[] = [];
  let rest = text.slice(1).trimStart();
  while (!rest.startsWith(']')) {
    const match = quoted.exec(rest) ?? /^[^,[\]{}"']+/u.exec(rest);
    if (!match) throw new NotThisYaml();
    list.push(/^["']/u.test(match[0]) ? unquoted(match[0]) : match[0].trim());
    rest = rest.slice(match[0].length).trimStart();
    if (rest.startsWith(',')) rest = rest.slice(1).trimStart();
    else if (!rest.startsWith(']')) throw new NotThisYaml();
  }
  return list;
}
