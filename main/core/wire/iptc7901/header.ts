import type { Margins } from '../teletype/groups.ts';

/** Line 1 of a message (wire-formats 6), without SOH. */
const line1 =
  /^([A-Za-z]{0,4})(\d{1,5}) +(\d) +([A-Za-z]{1,3}) +(\d+)(?: +([A-Za-z]{5}))? +([A-Za-z]{2,4}(?:-[A-Za-z0-9]+)*)(?: +(\d{1,5})(?=\s|$))?(?: +(\S.*))?$/u;

export interface Header {
  readonly service: string;
  readonly number: string;
  readonly priority: number;
  readonly category: string;
  readonly agency: string;
  readonly reference: string;
}

/** Line 1 taken apart, or null where it is none. */
export function readHeader(line: string): Header | null {
  const match = line1.exec(line.replace(/^\u0001/u, '').trimEnd());
  if (!match) return null;
  const [, service = '', number = '', priority = '', category = '', , , agency = '', , reference = ''] =
    match;
  return { service, number, priority: Number(priority), category, agency, reference };
}

/** Paragraphs are set in by three columns (wire-formats 6). */
export const margins: Margins = { copy: '   ', more: '    ' };

/** Mixed news, for a story whose category is none of this format's (wire-formats 6). */
const mixedNews = 'vm';

/** A category of one to three letters. */
export function category(own: string): string {
  const words = own.trim();
  return /^[A-Za-z]{1,3}$/u.test(words) ? words : mixedNews;
}

/** One digit from 1, the most urgent, to 5 (wire-formats 6). */
export function priorityDigit(priority: number): string {
  return String(Math.min(Math.max(priority, 1), 5));
}
