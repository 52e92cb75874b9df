import type { CaptionStyle } from '../../../contract/picture.ts';
import type { Restriction } from '../../../contract/rights.ts';
import { findDates } from './dates.ts';
import { normalise, tidy } from './normalise.ts';
import { agencyNames } from './territory-words.ts';

/** How a style writes its rules: what opens the run, what parts the rules, what closes it. */
interface RunStyle {
  readonly opens: string;
  readonly parts: string;
  readonly closes: string;
}

const runs: Readonly<Record<CaptionStyle, RunStyle>> = {
  ap: { opens: ' ', parts: '; ', closes: '' },
  afp: { opens: ' / ', parts: ' - ', closes: '' },
  reuters: { opens: ' ATTENTION EDITORS - ', parts: '. ', closes: '.' },
  getty: { opens: ' ', parts: ' - ', closes: '' },
  dpa: { opens: ' - ACHTUNG: ', parts: ' - ', closes: '' },
  plain: { opens: '\n', parts: ' - ', closes: '' },
};

/**
 * The restrictions and notices of a picture in an agency's own words, as one run.
 * @returns the run with what opens and closes it; empty where there is nothing to say
 */
export function composeRules(
  rules: readonly Restriction[],
  notices: readonly { readonly text: string }[],
  style: CaptionStyle,
): string {
  const { opens, parts, closes } = runs[style];
  const words = [
    ...rules.flatMap(rule => ruleWords(rule, style)),
    ...notices.map(notice => plain(notice.text, style)),
  ]
    .map(each => each.replace(/[\s.;]+$/, ''))
    .filter(each => each !== '');
  const joined = [...new Set(words)].join(parts);
  // AFP writes the two in one breath.
  const run = style === 'afp' ? joined.replace('NO MARKETING - NO ADV', 'NO MARKETING NO ADV') : joined;
  return run === '' ? '' : `${opens}${run}${closes}`;
}

const media: Readonly<Record<string, string>> = {
  magazines: 'MAGS',
  'social media': 'NO SOCIAL MEDIA USE',
  books: 'BOOKS',
};

/** One rule in the words of the style. What needs review stays in the source's words: nobody has read it yet. */
function ruleWords(rule: Restriction, style: CaptionStyle): readonly string[] {
  const german = style === 'dpa';
  const own = plain(rule.text, style);
  if (rule.kind === 'other' || (rule.needsReview && own !== '')) return [own];
  switch (rule.kind) {
    case 'editorial-only':
      if (german) return ['Nur zur redaktionellen Verwendung'];
      return [
        style === 'reuters' || style === 'ap' ? 'FOR EDITORIAL USE ONLY' : 'RESTRICTED TO EDITORIAL USE',
      ];
    case 'mandatory-credit':
      if (rule.credit !== null) return [`MANDATORY CREDIT "${tidy(rule.credit).replaceAll('"', "'")}"`];
      return [german ? 'Nur mit vollständiger Nennung des vorstehenden Credits' : 'MANDATORY CREDIT'];
    case 'no-marketing':
      return [german ? 'Kein Marketing' : 'NO MARKETING'];
    case 'no-advertising':
      return [german ? 'Nicht für Werbung' : 'NO ADVERTISING CAMPAIGNS'];
    case 'no-sales':
      return [german ? 'Kein Verkauf' : style === 'reuters' ? 'NO RESALES' : 'NO SALES'];
    case 'no-archive':
      return [german ? 'Keine Archivierung' : 'NO ARCHIVES'];
    case 'no-third-party':
      return [german ? 'Keine Weitergabe an Dritte' : 'NO THIRD PARTY SALES'];
    case 'no-internet':
      return ['INTERNET OUT'];
    case 'exclude-media':
      return rule.media.map(medium => {
        const word = media[medium] ?? medium.toUpperCase();
        return word.startsWith('NO ') ? word : `${word} OUT`;
      });
    case 'exclude-territory':
      // A list must not be so long that nobody reads it as one: each country has its own OUT.
      return rule.territories.length === 0 ? [own] : agencyNames(rule.territories).map(name => `${name} OUT`);
    case 'include-territory':
      return [
        rule.territories.length === 0 ? own : `FOR USE ONLY IN ${inWords(agencyNames(rule.territories))}`,
      ];
    case 'time-limit':
      return [timeWords(rule, german) ?? own];
  }
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} AND ${names.at(-1)}`;
}

const longDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const germanDay = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' });

/** The last day in words; null where the limit has none. */
function timeWords({ until, text }: Restriction, german: boolean): string | null {
  const day = until?.slice(0, 10) ?? '';
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return text.trim() === '' ? 'TIME LIMIT' : null;
  return german
    ? `Verwendung nur bis zum ${germanDay.format(date)}`
    : `NO USE AFTER ${longDay.format(date).toUpperCase()}`;
}

/** The source's words on one line, in capitals where the style's runs are. */
function plain(text: string, style: CaptionStyle): string {
  const words = tidy(normalise(text).replace(/[()]/g, ' '));
  return style === 'dpa' || style === 'plain' || findDates(words).length > 0 ? words : words.toUpperCase();
}
