import type { Dateline } from '../../../contract/story.ts';
import { readDate } from './calendar.ts';

export interface OpeningDateline {
  readonly dateline: Dateline;
  /** How many characters of the paragraph the dateline takes, with its dash. */
  readonly length: number;
}

/** Words in capitals before a dash or colon that are labels, not places. */
const labels =
  /^(?:update|updated|exclusive|breaking|watch|correction|live|opinion|note|factbox|explainer|analysis|video|photos?|editor.*|advisory|refile|wrapup|timeline|q&a|factsheet|interview|feature|review|profile|obituary|press release|for immediate release|eilmeldung|exklusiv|kommentar|urgent|alerte|última hora|ultim'ora)$/iu;

const place = String.raw`\p{Lu}[\p{L}\p{M}'’./ -]{1,48}?`;
const shouting = String.raw`\p{Lu}[\p{Lu}\p{M}'’./ -]{2,48}?`;
const inner = String.raw`[\p{L}\p{M}\p{N}'’. -]{2,40}?`;
const dash = String.raw`\s*(?:—|–|--|(?<=[\s)])-)\s*(?=\S)`;

/** With a source in brackets, the place may be in any capitals: 'Berlin (dpa) - ', 'CITY, Country (Agency) —'. */
const withSource = new RegExp(
  String.raw`^(${place})((?:,\s*${inner}){0,2}),?\s*[(（]([^()]{2,50})[)）](?:${dash}|\s*:\s+)`,
  'u',
);
/** Without one, the place is shouted and a dash follows: 'CITY, Nov 23 — '. */
const withoutSource = new RegExp(String.raw`^(${shouting})((?:,\s*${inner}){0,2})${dash}`, 'u');
/** A shouted place and a colon: 'CITY: The harbour …'. */
const withColon = /^(\p{Lu}[\p{Lu}\p{M}'’. -]{3,28})()\s*:\s+(?=["“]?\p{Lu})/u;

/**
 * The place, country, source and date that open a paragraph, or null.
 * @param now decides the year of a date that gives none
 */
export function readDateline(text: string, now: Date): OpeningDateline | null {
  const head = text.slice(0, 200);
  const match = withSource.exec(head) ?? withoutSource.exec(head) ?? withColon.exec(head);
  if (!match) return null;
  const [whole, name = '', middle = '', source = ''] = match;
  if (labels.test(name.trim()) || whole.length >= text.trimEnd().length) return null;
  if (source !== '' && !isSource(source)) return null;
  const parts = middle
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
  let country = '';
  let date = '';
  for (const part of parts) {
    const found = readDate(part, now);
    if (found && !date) date = found;
    else if (/^\d{4}$/.test(part) && date) date = readDate(`${parts.join(' ')}`, now) || date;
    else if (/\d/.test(part)) return null;
    else country = country ? `${country}, ${part}` : part;
  }
  return {
    dateline: { place: name.trim(), country, date, source: source.trim() },
    length: whole.length,
  };
}

/** A bracket after a place holds an agency or writer in capitals or short lower case ('dpa'), not talk. */
function isSource(text: string): boolean {
  const words = text.trim().split(/[\s/]+/u);
  if (words.length > 5) return false;
  return words.every(word => /^[\p{Lu}\p{Lo}\d&]/u.test(word)) || /^[\p{Ll}/-]{2,12}$/u.test(text.trim());
}
