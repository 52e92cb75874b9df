import type { Picture } from '../../../contract/picture.ts';
import type { Restriction } from '../../../contract/rights.ts';
import { normalise } from './normalise.ts';

/** The days from which a length of time is counted: ISO 8601, or empty where not known. */
export interface LimitStarts {
  readonly taken: string;
  readonly released: string;
}

const inWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  seven: 7,
  fourteen: 14,
  thirty: 30,
};
const length =
  /(?<![\p{L}\p{N}])(\d{1,4}|one|two|three|seven|fourteen|thirty)\s{0,3}-?\s{0,3}(hour|day|week|month|year)s?(?![\p{L}])/iu;
/** Words that count from the taking; all others count from the release, the transmission, the publication. */
const fromTaking = /\b(?:taken|taking|shot|shooting|creation|created|capture[d]?|event)\b/i;

/** The days from which a picture's time limits are counted. */
export function limitStarts(picture: Pick<Picture, 'dateCreated' | 'dateReleased'>): LimitStarts {
  return { taken: picture.dateCreated, released: picture.dateReleased };
}

/**
 * Gives time limits that name only a length (USE WITHIN 14 DAYS) their last day. The length is counted from the
 * release, else from the taking, which came before it: a limit may end early, never late. Where neither is known to
 * the day the limit stays open and needs review.
 */
export function countTimeLimits(
  restrictions: readonly Restriction[],
  starts: LimitStarts,
): readonly Restriction[] {
  return restrictions.map(rule => {
    if (rule.kind !== 'time-limit' || rule.until !== null) return rule;
    const until = lastDay(rule.text, starts);
    return until === null ? rule : { ...rule, until, needsReview: false };
  });
}

function lastDay(words: string, { taken, released }: LimitStarts): string | null {
  const plain = normalise(words);
  const [, count = '', unit = ''] = length.exec(plain) ?? [];
  const number = inWords[count.toLowerCase()] ?? Number(count);
  if (unit === '' || !(number > 0)) return null;
  const order = fromTaking.test(plain.slice(plain.search(length))) ? [taken, released] : [released, taken];
  const start = order.map(dayOf).find(day => day !== null);
  return start ? addTime(start, number, unit.toLowerCase()) : null;
}

/** The day of a date or date-time; null for a month, a year or nothing. */
function dayOf(iso: string): Date | null {
  const [day = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(iso) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  return day === '' || Number.isNaN(date.getTime()) ? null : date;
}

function addTime(start: Date, count: number, unit: string): string {
  const end = new Date(start);
  if (unit === 'month' || unit === 'year') {
    const months = unit === 'year' ? count * 12 : count;
    end.setUTCMonth(end.getUTCMonth() + months, 1);
    // The 31st of a month that has 30 days is its last.
    const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
    end.setUTCDate(Math.min(start.getUTCDate(), last));
  } else
    end.setUTCDate(
      end.getUTCDate() + (unit === 'hour' ? Math.ceil(count / 24) : unit === 'week' ? count * 7 : count),
    );
  return end.toISOString().slice(0, 10);
}
