import { isRealDay } from '../time.ts';

/** What is wrong, in sentences. */
export type Findings = readonly string[];

const mailDate =
  /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) ([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)? (?:[+-]\d{4}|GMT|UT|[ECMP][SD]T|Z)$/;
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const dayNames = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** Whether a text is a date of RFC 822 with a year of four digits: a day that exists, of the weekday it names. */
export function isRfc822(text: string): boolean {
  const match = mailDate.exec(text);
  if (!match) return false;
  const [, weekday, day = '', month = '', year = ''] = match;
  const date = `${year}-${String(monthNames.indexOf(month) + 1).padStart(2, '0')}-${day}`;
  if (!isRealDay(date)) return false;
  return weekday === undefined || dayNames[new Date(`${date}T00:00:00Z`).getUTCDay()] === weekday;
}

const internetDate =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a text is a date-time of RFC 3339 in capitals, as Atom demands. */
export function isRfc3339(text: string): boolean {
  const match = internetDate.exec(text);
  return match !== null && isRealDay(match[1] ?? '');
}
