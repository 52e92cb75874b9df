import type { Story } from '../../../contract/story.ts';

/** What the header and trailer of a message are made of, in both formats (wire-formats 6, 7). */

/** A number of four digits, counted round as the wires do. */
export function fourDigits(number: number): string {
  return String(number % 10_000).padStart(4, '0');
}

/** The letters that stand for the house: those it chose, else the first three of its name. */
export function agencyLetters(
  chosen: string,
  provider: { readonly name: string; readonly domain: string },
): string {
  if (chosen !== '') return chosen;
  const letters = `${provider.name}${provider.domain}`.replace(/[^A-Za-z]/gu, '').slice(0, 3);
  return letters.length >= 2 ? letters.toLowerCase() : 'xxx';
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (number: number): string => String(number).padStart(2, '0');

/** The moment of sending: when the story was last saved; both formats know minutes only. */
export function sentAt(story: Pick<Story, 'updated'>, now: Date): Date {
  const updated = new Date(story.updated);
  return Number.isNaN(updated.getTime()) ? now : updated;
}

/** `041130 GMT Mar 26`: day, hour, minute, month and year (wire-formats 6). */
export function dateGroup(story: Pick<Story, 'updated'>, now: Date): string {
  const at = sentAt(story, now);
  const clock = [at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()].map(two).join('');
  return `${clock} GMT ${months[at.getUTCMonth()]} ${two(at.getUTCFullYear() % 100)}`;
}

/** The parts of the moment of sending that ANPA 1312 writes, two digits each (wire-formats 7). */
export function sentParts(
  story: Pick<Story, 'updated'>,
  now: Date,
): Readonly<Record<'month' | 'day' | 'year' | 'clock', string>> {
  const at = sentAt(story, now);
  return {
    month: two(at.getUTCMonth() + 1),
    day: two(at.getUTCDate()),
    year: two(at.getUTCFullYear() % 100),
    clock: two(at.getUTCHours()) + two(at.getUTCMinutes()),
  };
}
