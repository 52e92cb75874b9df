import { wireTime } from '../clock.ts';
import { remembered } from '../remembered.ts';

/**
 * RFC 3339 in UTC, or null where the text is no date-time that XML Schema knows. Every item of a story repeats the
 * same few.
 */
export const utcTime = remembered(1_000, (text): string | null => {
  const date = new Date(text);
  const year = date.getUTCFullYear();
  return text === '' || Number.isNaN(year) || year < 1 || year > 9999 ? null : wireTime(date);
});

/** ISO 8601 basic form as NITF has it: `20261123T034538Z` (NITF 3). */
export function basicTime(text: string): string | null {
  return utcTime(text)?.replace(/[-:]/g, '') ?? null;
}

const truncated =
  /^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d)?)?)?)?$/;

/** A date that may be cut to a day, a month or a year, as it stands; null where it is none. */
export function truncatedTime(text: string): string | null {
  if (!truncated.test(text)) return null;
  const day = text.slice(0, 10);
  return day.length < 10 || isRealDay(day) ? text : null;
}

/** Whether an ISO date names a day that exists: 30 February does not. */
export const isRealDay = remembered(1_000, (day): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
});

/** A day in words of the story's language, for a dateline: `November 23`. The text itself where it is no day. */
export function dayInWords(day: string, language: string): string {
  return isRealDay(day) ? wordsOfDays(language)(day) : day;
}

/** Making a formatter costs more than a whole story's markup, so each language keeps its own. */
const wordsOfDays = remembered(100, language => {
  const format = dayFormat(language);
  return remembered(400, day => format.format(new Date(`${day}T00:00:00Z`)));
});

function dayFormat(language: string): Intl.DateTimeFormat {
  const options = { month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(language, options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}
