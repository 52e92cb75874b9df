import { inlineText } from '../../contract/body.ts';
import type { Picture, Place } from '../../contract/picture.ts';
import type { Restriction } from '../../contract/rights.ts';
import type { Story } from '../../contract/story.ts';
import { joinTexts } from './text.ts';
import { utcTime } from './time.ts';

/** A picture's identity on the wire: stable as long as the story keeps the picture. */
export function pictureGuid(story: Pick<Story, 'guid'>, picture: Pick<Picture, 'id'>): string {
  return `${story.guid}:picture:${encodeURIComponent(picture.id.toWellFormed())}`;
}

/** The caption's words for formats that know no marks. */
export function captionText(picture: Pick<Picture, 'caption'>): string {
  return inlineText(picture.caption);
}

/** What must be printed: the credit line, else the credit that a restriction demands, else who made it. */
export function creditText(picture: Picture): string {
  const demanded = picture.restrictions.find(each => each.kind === 'mandatory-credit' && each.credit)?.credit;
  return picture.creditLine || demanded || [picture.creator, picture.source].filter(Boolean).join('/');
}

/** A restriction in its own words; in plain ones where it was set without any. */
export function restrictionText(restriction: Restriction): string {
  const own = restriction.text.trim();
  if (own !== '') return own;
  const names = [...restriction.territories, ...restriction.media.map(each => each.toUpperCase())].join(', ');
  switch (restriction.kind) {
    case 'editorial-only':
      return 'EDITORIAL USE ONLY';
    case 'mandatory-credit':
      return `MANDATORY CREDIT${restriction.credit ? ` "${restriction.credit}"` : ''}`;
    case 'no-marketing':
      return 'NO MARKETING';
    case 'no-advertising':
      return 'NO ADVERTISING';
    case 'no-sales':
      return 'NO SALES';
    case 'no-archive':
      return 'NO ARCHIVES';
    case 'no-third-party':
      return 'NO THIRD PARTY SALES';
    case 'no-internet':
      return 'INTERNET OUT';
    case 'exclude-territory':
    case 'exclude-media':
      return `${names} OUT`;
    case 'include-territory':
      return `FOR USE ONLY IN ${names}`;
    case 'time-limit':
      return restriction.until ? `NO USE AFTER ${restriction.until}` : 'TIME LIMIT';
    case 'other':
      return 'RESTRICTED';
  }
}

/** Every restriction of a picture in words, each once. A territory out never travels as a code alone (2.9). */
export function restrictionWords(picture: Picture, separator = ' - '): string {
  return joinTexts(picture.restrictions.map(restrictionText), separator);
}

/** The terms a licensee reads: usage terms, then the restrictions they do not already say. */
export function usageTermsWords(picture: Picture): string {
  return joinTexts([picture.usageTerms, ...missingFrom(picture.usageTerms, picture)], ' - ');
}

/** What an editor must know: instructions, then restrictions not said there, then notices. */
export function instructionWords(picture: Picture): string {
  const { instructions, notices } = picture;
  return joinTexts(
    [instructions, ...missingFrom(instructions, picture), ...notices.map(notice => notice.text)],
    ' - ',
  );
}

function missingFrom(text: string, picture: Picture): string[] {
  return picture.restrictions.map(restrictionText).filter(words => !text.includes(words));
}

/** The territories that restrictions of one kind name, each once, sorted. */
export function territories(
  picture: Picture,
  kind: 'exclude-territory' | 'include-territory',
): readonly string[] {
  const named = picture.restrictions.filter(each => each.kind === kind).flatMap(each => each.territories);
  return [...new Set(named)].sort();
}

/** The first moment after which a time limit bars the picture, in UTC; null where none is known. */
export function usableUntil(picture: Picture): string | null {
  const limits = picture.restrictions
    .filter(each => each.kind === 'time-limit')
    .map(each => utcTime(each.until ?? ''))
    .filter(time => time !== null);
  return limits.sort()[0] ?? null;
}

/** A place from the small to the large: `Pier 4, Port Selwyn, Westmark`. */
export function placeText(place: Place): string {
  return joinTexts([place.sublocation, place.city, place.state, place.country || place.countryCode], ', ');
}
