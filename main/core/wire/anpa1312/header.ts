import type { Margins } from '../teletype/groups.ts';

/** AP's way: a tabulator and three spaces open a paragraph (wire-formats 7). */
export const margins: Margins = { copy: '\t   ', more: '    ' };

/** The letters of priority from 1, a flash, to 6 (wire-formats 7). */
const priorities = 'fburdd';

export function priorityLetter(priority: number): string {
  return priorities[Math.min(Math.max(priority, 1), 6) - 1] ?? 'r';
}

/** The priority and news value that a letter stands for; `a s w` are advances and holds. */
export function readPriority(letter: string): { readonly priority: number; readonly urgency: number } {
  const known: Readonly<Record<string, { readonly priority: number; readonly urgency: number }>> = {
    f: { priority: 1, urgency: 1 },
    b: { priority: 2, urgency: 2 },
    u: { priority: 3, urgency: 4 },
    r: { priority: 4, urgency: 5 },
  };
  return known[letter.toLowerCase()] ?? { priority: 5, urgency: 6 };
}

/** The longest keyword (wire-formats 7). */
export const longestKeyword = 24;

/** What opens a slug: the cycle, then the region (wire-formats 7). */
const cycle = /^(?:BC|AM|PM|AP)-(?:[A-Z]{2,3}--)?/u;

/** A slug with the cycle before it. */
export function withCycle(slug: string, chosen: string): string {
  return cycle.test(slug) ? slug : `${chosen}-${slug || 'Story'}`;
}

/** A slug without cycle and region, which are the transmission's and not the story's. */
export function withoutCycle(slug: string): string {
  return slug.replace(cycle, '');
}

/** A take key as the header's version: no spaces, as long as AP's longest. */
export function versionOf(takeKey: string): string {
  return takeKey.replace(/\s+/gu, '').slice(0, 16);
}

/** Line 1: service level and number, an identifier, US, selector. */
const line1 = /^[\u0016\s]*\u0001?([A-Za-z]?)(\d{3,4})([^\u001f]{0,15})\u001f([A-Za-z-]{0,5})\s*$/u;
/** Line 2, from both ends: priority, category and format bytes; date and count. */
const line2 =
  /^([A-Za-z]) ([A-Za-z])([\u0013\u0014])([\u0011\u0012]) (.*?)\s+(\d{1,2}-\d{1,2})\s*(\d{0,4})\s*$/u;

export interface Header {
  readonly service: string;
  readonly number: string;
  readonly priority: string;
  readonly category: string;
  readonly keyword: string;
  readonly version: string;
  /** Month and day, or day and month: that differs by sender. */
  readonly date: string;
}

/** The two header lines taken apart, or null where they are none. */
export function readHeader(first: string, second: string): Header | null {
  const one = line1.exec(first);
  const two = line2.exec(second);
  if (!one || !two) return null;
  const [keyword = '', ...rest] = (two[5] ?? '').trim().split(/\s+/u);
  return {
    service: one[1] ?? '',
    number: one[2] ?? '',
    priority: two[1] ?? '',
    category: two[2] ?? '',
    keyword,
    version: rest.join(' '),
    date: two[6] ?? '',
  };
}
