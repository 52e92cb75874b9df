/** The frame of an IPTC 7901 message (wire-formats 6): control characters, header line, date group. */

export const soh = '\u0001';
export const stx = '\u0002';
export const etx = '\u0003';
export const eot = '\u0004';
export const del = '\u007f';

/** Lines of the text block are at most this long. */
export const lineWidth = 69;

/** Service and number, priority, category, words, options, agency, its number, reference; met in every real file. */
export const headerLine =
  /^\u0001?([A-Za-z]{0,4})(\d{1,5}) +(\d) +([A-Za-z]{1,3}) +(\d+)(?: +([A-Za-z]{5}))? +([A-Za-z]{2,4}(?:-[A-Za-z0-9]+)*)(?: +(\d{1,5})(?=\s|$))?(?: +(\S.*))?$/;

/** Day, hour, minute, zone where one is given, month in the agency's language, year. */
export const dateGroup = /^\u0003?(\d{2})(\d{2})(\d{2})(?: +([A-Z]{2,4}))? +(\p{L}{3,9})\.? +(\d{2})\s*$/u;

const monthStarts = [
  'jan|ene|gen|янв',
  'feb|fev|fév|fbr',
  'mar|mär|mrt|maa',
  'apr|avr|abr',
  'may|mai|mag|mei|maj',
  'jun|jui?n|giu',
  'jul|juil|lug',
  'aug|aou|aoû|ago',
  'sep|set',
  'oct|okt|ott|out',
  'nov',
  'dec|dez|déc|dic',
].map(names => new RegExp(`^(?:${names})`, 'iu'));

/** The number of a month from its name or short name in the languages of agencies; 0 where it is none. */
export function monthNumber(name: string): number {
  // French "juin" and "juil." begin alike: the longer is asked first.
  if (/^juil/iu.test(name)) return 7;
  return monthStarts.findIndex(pattern => pattern.test(name)) + 1;
}

export const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Where no category of one to three letters is given: "Vermischtes", as German wires have it. */
export const anyCategory = 'vm';

/** A line of the head that ranks the message: `1ST LEAD`, `EXTRA`, `2nd Ld-Writethru` (wire-formats 6). */
export function isRank(line: string): boolean {
  return /^(?:EXTRA|REFILE|REPEAT|BULLETIN|URGENT|FLASH|EIL(?:MELDUNG)?|BLITZ|(?:\d{1,2} ?(?:ST|ND|RD|TH|\.)?|FIRST|SECOND|THIRD) ?(?:LEAD|LD|NET|TAKE|ADD|UPDATE)\b.{0,40}|(?:LEAD|TAKE) \d{1,2}|ZUSAMMENFASSUNG.{0,30}|TAGESZUSAMMENFASSUNG)$/iu.test(
    line.trim(),
  );
}

/** A line that names the writer, in the languages of agencies. */
export function isByline(line: string): boolean {
  return /^(?:By|Von|Par|Por|Da|Di|Av|Af|Door)\s+\p{L}/u.test(line.trim()) && line.trim().length <= 120;
}
