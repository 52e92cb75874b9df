import type { CaptionStyle, Person, Picture, Place } from '../../../contract/picture.ts';
import { territoryName } from '../../rights/territories.ts';
import { findDates } from './dates.ts';
import { normalise, tidy } from './normalise.ts';
import { readPeople } from './people.ts';
import { firstSentenceEnd } from './sentences.ts';

/** Position marks: the letters of the agencies that bracket them, AP's words, dpa's letters. */
const positions: readonly (readonly [mark: string, words: string, german: string])[] = [
  ['L', 'left', 'l'],
  ['R', 'right', 'r'],
  ['C', 'center', 'M'],
  ['2nd L', 'second from left', '2. v. l.'],
  ['2nd R', 'second from right', '2. v. r.'],
  ['3rd L', 'third from left', '3. v. l.'],
  ['3rd R', 'third from right', '3. v. r.'],
];

/** One spelling for each place in a picture: 'left', 'l' and 'L' are 'L'. */
export function positionMark(position: string): string {
  const folded = tidy(position)
    .toLowerCase()
    .replace(/\bcentre\b/, 'center');
  const found = positions.find(each => each.some(spelling => spelling.toLowerCase() === folded));
  return found?.[0] ?? tidy(position);
}

/**
 * The caption with every person of the picture in it: position marks in the style's way behind names that stand
 * there without one, and a last sentence with the people whom it does not name.
 */
export function withPeople(caption: string, people: readonly Person[], style: CaptionStyle): string {
  if (style === 'plain') return caption;
  let text = caption;
  const missing: Person[] = [];
  for (const { name, position } of people.map(person => ({ ...person, name: tidy(person.name) }))) {
    if (name === '') continue;
    const at = whole(text, name);
    if (at < 0) missing.push({ name, position });
    else if (position !== '' && !isMarked(text, name))
      text = `${text.slice(0, at + name.length)}${marked(position, style, text.slice(at + name.length))}`;
  }
  if (missing.length === 0) return text;
  const named = missing.map(({ name, position }) =>
    `${name}${position === '' ? '' : marked(position, style, ',')}`.replace(/,$/, ''),
  );
  const list =
    named.length === 1
      ? named.join('')
      : `${named.slice(0, -1).join(', ')} ${style === 'dpa' ? 'und' : 'and'} ${named.at(-1)}`;
  return `${ended(text)}${text === '' ? '' : ' '}${style === 'dpa' ? 'Im Bild' : 'Pictured'}: ${list}.`;
}

function isMarked(text: string, name: string): boolean {
  return readPeople(normalise(text)).some(person => person.name === name && person.position !== '');
}

/** Where the name stands as a whole and not as somebody's possession; -1 where it does not. */
function whole(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text.slice(Math.max(0, at - 1), at)}|${text.slice(at + name.length, at + name.length + 1)}`;
    if (!/[\p{L}\p{N}’']/u.test(around)) return at;
  }
  return -1;
}

/** The position mark and the rest behind it. */
function marked(position: string, style: CaptionStyle, rest: string): string {
  const mark = positionMark(position);
  const known = positions.find(([each]) => each === mark);
  if (style === 'ap') {
    const words = known?.[1] ?? position;
    return `, ${words}${/^\s*(?:[.,;:!?)]|$)/.test(rest) ? '' : ','}${rest}`;
  }
  return ` (${style === 'dpa' ? (known?.[2] ?? position) : mark})${rest}`;
}

/** The caption with a full stop where nothing ends it: a sign-off without brackets stands behind a sentence. */
export function ended(text: string): string {
  return text === '' || /[.!?:][”"’')\]]*$/.test(text) ? text : `${text}.`;
}

/** What a caption does not say of place and day, for the styles to add. */
export interface Setting {
  readonly city: string;
  readonly country: string;
  /** A day; null where it is not known to the day or the caption says a date. */
  readonly day: Date | null;
}

/** What the picture's fields know of place and day that its caption does not say. */
export function unsaidSetting(caption: string, picture: Pick<Picture, 'location' | 'dateCreated'>): Setting {
  const place = picture.location.created ?? picture.location.shown[0] ?? null;
  const city = tidy(place?.city || place?.sublocation || '');
  const country = countryOf(place);
  const folded = caption.toLowerCase();
  const said = (name: string): boolean => name !== '' && folded.includes(name.toLowerCase());
  const placed = said(city) || (city === '' && said(country));
  const iso = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(picture.dateCreated)?.[0] ?? '';
  const day = new Date(`${iso}T00:00:00Z`);
  const dated = findDates(normalise(caption)).length > 0 || Number.isNaN(day.getTime());
  return { city: placed ? '' : city, country: placed ? '' : country, day: dated ? null : day };
}

function countryOf(place: Place | null): string {
  const code = place?.countryCode ?? '';
  return tidy(place?.country || (/^[A-Z]{2}$/.test(code) ? territoryName(code) : code));
}

const inEnglish = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
const longDay = inEnglish({ dateStyle: 'long' });
const weekday = inEnglish({ weekday: 'long' });
const capitalDay = inEnglish({ month: 'long', day: '2-digit' });
/** AP shortens the long months before a day. */
const apMonths = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

/** The caption with place and day where and how the style says them. */
export function withSetting(caption: string, setting: Setting, style: CaptionStyle): string {
  const { city, country, day } = setting;
  const place = [city, country].filter(Boolean).join(', ');
  switch (style) {
    case 'plain':
      return caption;
    case 'dpa': {
      const lead = [day ? germanDate(day) : '', country, city].filter(Boolean).join(', ');
      return lead === '' ? caption : `${lead}: ${caption}`;
    }
    case 'getty': {
      const lead =
        place !== '' && day ? `${place.toUpperCase()} - ${capitalDay.format(day).toUpperCase()}: ` : '';
      return `${lead}${inserted(caption, `${day ? ` on ${longDay.format(day)}` : ''}${place && ` in ${place}`}`)}`;
    }
    case 'ap': {
      const when = day
        ? `${weekday.format(day)}, ${apMonths[day.getUTCMonth()]} ${day.getUTCDate()}, ${day.getUTCFullYear()}`
        : '';
      return inserted(caption, `${place && ` in ${place}`}${when && (place ? `, ${when}` : ` on ${when}`)}`);
    }
    case 'reuters': {
      const when = day ? longDay.format(day) : '';
      return inserted(caption, `${place && ` in ${place}`}${when && (place ? `, ${when}` : ` on ${when}`)}`);
    }
    case 'afp':
      return inserted(caption, `${place && ` in ${place}`}${day ? ` on ${longDay.format(day)}` : ''}`);
  }
}

function germanDate(day: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(day.getUTCDate())}.${two(day.getUTCMonth() + 1)}.${day.getUTCFullYear()}`;
}

/** The words before the full stop of the first sentence; as a sentence of their own where it ends otherwise. */
function inserted(caption: string, words: string): string {
  if (words === '') return caption;
  const end = firstSentenceEnd(caption);
  const sentence = caption.slice(0, end);
  if (/[!?”"’')\]]$/.test(sentence)) {
    const own = words.replace(/^ (?:in|on) /, '');
    return `${sentence} ${own.charAt(0).toUpperCase()}${own.slice(1)}.${caption.slice(end)}`;
  }
  return `${sentence.replace(/\.$/, '')}${words}.${caption.slice(end)}`;
}
