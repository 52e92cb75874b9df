import type { Tags, TagValue } from './exiftool.ts';
import { undeclaredText } from './iim-charsets.ts';

/** A tag's value as text; a list joined, a structure as nothing. */
export function words(value: TagValue | undefined): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.map(words).join(', ') : typeof value === 'object' ? '' : String(value);
}

/** A text in its default language, else in the first that there is: exiftool names languages after the tag. */
export function inAnyLanguage(tags: Tags, name: string): string {
  const plain = words(tags[name]);
  if (plain !== '') return plain;
  const other = Object.keys(tags).find(each => each.startsWith(`${name}-`));
  return other === undefined ? '' : words(tags[other]);
}

export function list(value: TagValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value.map(words) : [words(value)]).filter(each => each !== '');
}

export function structures(value: TagValue | undefined): readonly Tags[] {
  const all = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return all.filter((each): each is Tags => typeof each === 'object' && !Array.isArray(each));
}

/** The bytes of a value that exiftool gives as such; null where it is text. */
export function bytesIn(value: TagValue | undefined): Uint8Array | null {
  return typeof value === 'string' && value.startsWith('base64:')
    ? Buffer.from(value.slice('base64:'.length), 'base64')
    : null;
}

/** Exif has no character set but ASCII, and files hold everything: UTF-8, else what its octets most likely are. */
export function exifText(value: TagValue | undefined): string {
  const bytes = bytesIn(value);
  return bytes ? (undeclaredText([bytes])[0] ?? '') : words(value);
}

/** A structure or a list of them as one line for a reader: `Name: …, Role: …; Name: …`. */
export function inOneLine(value: TagValue | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map(inOneLine).filter(Boolean).join('; ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${typeof each === 'object' ? `(${inOneLine(each)})` : inOneLine(each)}`)
    .join(', ');
}

export function squash(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * exiftool's `2026:03:04 10:20:30+01:00`, or IIM's `20260304` and `102030+0100`, as ISO 8601, as short as it is;
 * unknown parts of IIM are zeroes (wire-formats 13, rule 5).
 */
export function isoDate(date: string, time = ''): string {
  const [, year, month, day, rest] = /^(\d{4})(?::?(\d{2}))?(?::?(\d{2}))?(?:[ T](.*))?$/.exec(date) ?? [];
  if (!year || year === '0000') return '';
  const parts = [year];
  if (month && month !== '00') parts.push(month);
  if (parts.length === 2 && day && day !== '00') parts.push(day);
  const clock = (rest ?? time)
    .replace(/^(\d{2})(\d{2})(\d{2})(?!\d)/, '$1:$2:$3')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  return parts.length === 3 && /^\d{2}:\d{2}/.test(clock) ? `${parts.join('-')}T${clock}` : parts.join('-');
}

export function sameMoment(a: string, b: string): boolean {
  return a === b || a.startsWith(b) || b.startsWith(a) || Date.parse(a) === Date.parse(b);
}
