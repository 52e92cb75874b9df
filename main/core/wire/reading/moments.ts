import { wireTime } from '../../clock.ts';
import { isRealDay } from '../time.ts';

/** Dates as feeds send them, made into the contract's own: what cannot be read is null, never a guess. */

const extended =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
/** ISO 8601 basic form, as NITF and NewsML 1.2 have it (wire-formats 3, 5). */
const basic =
  /^(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
/** RFC 822 with its English names, as RSS has it. */
const rfc822 =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{2,4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(Z|UT|UTC|GMT|[A-Z]{3}|[+-]\d\d:?\d\d)?$/i;

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** RFC 822 5.1. */
const namedZones: Readonly<Record<string, string>> = {
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  CET: '+0100',
  CEST: '+0200',
  BST: '+0100',
};

/** A moment in UTC to the second (RFC 3339); a time without a zone counts as UTC. Null where it is none. */
export function readMoment(text: string): string | null {
  const words = text.trim();
  const iso = extended.exec(words) ?? basic.exec(words);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return moment(`${year}-${month}-${day}`, hour, minute, second, zone);
  }
  const mail = rfc822.exec(words);
  const month = monthNames.indexOf((mail?.[2] ?? '').toLowerCase()) + 1;
  if (!mail || month === 0) return null;
  const [, day = '', , year = '', hour = '', minute, second, zone] = mail;
  const century = year.length === 2 ? `20${year}` : year;
  const date = `${century}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return moment(date, hour.padStart(2, '0'), minute, second, zone);
}

function moment(
  day: string,
  hour = '00',
  minute = '00',
  second = '00',
  zone: string | undefined = 'Z',
): string | null {
  if (!isRealDay(day) || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const start = Date.parse(`${day}T00:00:00Z`);
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offsetSeconds(zone);
  const date = new Date(start + seconds * 1000);
  return date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999 ? null : wireTime(date);
}

/** `+01:00`, `+0100`, `+01`, `EST` as seconds east of UTC. */
function offsetSeconds(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(namedZones[zone.toUpperCase()] ?? zone);
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

/** The day of a date or moment as it stands there, before any change of zone; empty where it is none. */
export function readDay(text: string): string {
  const words = text.trim();
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)|^(\d{4})(\d\d)(\d\d)T/.exec(words);
  const day = match ? [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].join('-') : '';
  return isRealDay(day) ? day : '';
}

/** A date that may be cut to a day, a month or a year (wire-formats 2.6); basic form becomes extended. Null where none. */
export function readTruncated(text: string): string | null {
  const words = text.trim();
  const short = /^(\d{4})(?:-?(0[1-9]|1[0-2]))?$/.exec(words);
  if (short) return short[2] === undefined ? (short[1] ?? null) : `${short[1]}-${short[2]}`;
  if (/^\d{4}-?\d\d-?\d\d$/.test(words)) return readDay(words) || null;
  return readMoment(words);
}
