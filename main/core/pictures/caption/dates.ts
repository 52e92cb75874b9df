import type { Range } from './readings.ts';

/** A date found in words: ISO 8601, truncated to the month where no day is named. */
export interface FoundDate extends Range {
  readonly iso: string;
}

/** Month names and short forms of the captions' languages, January first. */
const months: readonly string[] = [
  'january|jan|januar|jänner|janvier|janv|enero|ene|gennaio|janeiro|januari',
  'february|feb|febr|februar|février|févr|febrero|febbraio|fevereiro|februari',
  'march|mar|märz|mars|marzo|março|maart',
  'april|apr|avril|abril|aprile',
  'may|mai|mayo|maggio|maio|mei',
  'june|jun|juni|juin|junio|giugno|junho',
  'july|jul|juli|juillet|julio|luglio|julho',
  'august|aug|août|agosto|augustus|augusti',
  'september|sept|sep|septembre|septiembre|settembre|setembro',
  'october|oct|oktober|okt|octobre|octubre|ottobre|outubro',
  'november|nov|novembre|noviembre|novembro',
  'december|dec|dezember|dez|décembre|diciembre|dicembre|dezembro',
];
const monthByName = new Map(
  months.flatMap((names, index) => names.split('|').map(name => [name, index + 1] as const)),
);
const month = `(?<month>${months.join('|')})\\.?`;
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?';
const year = '(?<year>(?:19|20)\\d{2})';

const shapes = [
  `${month}\\s{1,3}${day},?\\s{1,3}${year}`,
  `${day}\\s{1,3}(?:de\\s{1,3}|of\\s{1,3})?${month}\\s{1,3}(?:de\\s{1,3}|del\\s{1,3})?${year}`,
  `${day.replace('|\\.', '')}\\.\\s?(?<number>\\d{1,2})\\.\\s?${year}`,
  `${year}-(?<number>\\d{2})-(?<day>\\d{2})`,
  `${year}/(?<number>\\d{1,2})/(?<day>\\d{1,2})`,
  `(?<first>\\d{1,2})/(?<second>\\d{1,2})/${year}`,
  `${month}\\s{1,3}(?:de\\s{1,3})?${year}`,
].map(source => new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu'));

/**
 * Every date in the words that can be read in one way only, in their order. One without a year is none.
 * @param text normalised words
 */
export function findDates(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const shape of shapes)
    for (const match of text.matchAll(shape)) {
      const iso = isoDate(match.groups ?? {});
      if (iso !== '') found.push({ iso, start: match.index, end: match.index + match[0].length });
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return found.filter(date => {
    if (date.start < reached) return false;
    reached = date.end;
    return true;
  });
}

function isoDate(groups: Readonly<Record<string, string | undefined>>): string {
  const years = Number(groups.year);
  if (groups.first !== undefined) return slashed(Number(groups.first), Number(groups.second), years);
  const named =
    groups.month === undefined ? Number(groups.number) : monthByName.get(groups.month.toLowerCase());
  if (named === undefined || named < 1 || named > 12) return '';
  const head = `${years}-${two(named)}`;
  return groups.day === undefined ? head : checked(years, named, Number(groups.day));
}

/** 3/4/2026 is March or April by country; only a number above 12 tells which is the day. */
function slashed(first: number, second: number, years: number): string {
  if (first > 12) return checked(years, second, first);
  if (second > 12 || first === second) return checked(years, first, second);
  return '';
}

function checked(years: number, months: number, days: number): string {
  const date = new Date(Date.UTC(years, months - 1, days));
  return date.getUTCMonth() === months - 1 && date.getUTCDate() === days
    ? `${years}-${two(months)}-${two(days)}`
    : '';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const taken =
  /\b(?:taken|shot|photographed|captured|dated|recorded|made|file (?:photo|picture|image)|in this|this|aufgenommen|prise?|tomada|captada|scattata)\b[^,;]{0,60}$/i;
const released =
  /\b(?:released|distributed|issued|provided|published|obtained|received|supplied|made available|handed out|posted|transmitted|veröffentlicht|diffusée?|publiée?|transmise|difundida|publicada|distribuida|diffusa)\b(?:(?!\b(?:show|depict|zeigt|montre|muestra))[^,;]){0,140}$/i;
/** A date that tells of something else than the picture. */
const unrelated =
  /\b(?:born|died|since|until|till|due|scheduled|planned|killed|founded|elected|before|after|ahead of|by|between|expected|geboren|seit|depuis|desde|signed)\b[^,;]{0,25}$/i;

/** 'Taken and released on June 4': one date for both. */
const both =
  /\b(?:taken|shot|recorded|made)\s+and\s+(?:released|distributed|issued|provided|published)\b[^,;]{0,40}$/i;
/** Several pictures in one have several dates. */
const combined = /\b(?:combination|combo|composite|montage) (?:of|photo|picture|image)/i;

/** The days on which the picture was taken and released, as far as the words make them certain. */
export interface CaptionDates {
  readonly taken: string;
  readonly released: string;
}

/**
 * When the picture was taken and when it was released (patterns 5, 11, 13, 17, 18, 25).
 * A bare date counts as the day of the taking where it opens the caption or is the only one.
 * @param text the normalised caption proper
 */
export function readCaptionDates(text: string): CaptionDates {
  const dates = findDates(text);
  if (combined.test(text) && new Set(dates.map(date => date.iso)).size > 1)
    return { taken: '', released: '' };
  let takenOn = '';
  let releasedOn = '';
  const bare: FoundDate[] = [];
  let from = 0;
  for (const date of dates) {
    const before =
      text
        .slice(Math.max(from, date.start - 200), date.start)
        .split(/[.!?]\s/)
        .at(-1) ?? '';
    const takenAt = before.search(taken);
    const releasedAt = before.search(released);
    if (both.test(before)) {
      takenOn ||= date.iso;
      releasedOn ||= date.iso;
    } else if (releasedAt > takenAt) releasedOn ||= date.iso;
    else if (takenAt >= 0) takenOn ||= date.iso;
    else if (!unrelated.test(before)) bare.push(date);
    from = date.end;
  }
  const [first] = bare;
  if (takenOn === '' && first) {
    const same = bare.every(date => date.iso === first.iso);
    if (same || text.slice(0, first.start).trim() === '') takenOn = first.iso;
  }
  return { taken: takenOn, released: releasedOn };
}
