import { problem } from '../../contract/failure.ts';
import { captionsOf } from './captions.ts';
import type { Check } from './check.ts';

/** Whom the caption names and whom the picture's own list has: who is in one and not in the other. */
export const captionPeople: Check = story =>
  captionsOf(story).flatMap(({ picture, name, text, parsed }) => {
    const listed = picture.people.map(person => person.name).filter(person => person.trim() !== '');
    const unlisted = parsed.people
      .map(person => person.name)
      .filter(person => !listed.some(other => sameOrPart(person, other)));
    const words = fold(text);
    const unnamed = listed.filter(person => !names(words, person));
    const lower = name.toLowerCase();
    return [
      ...(unlisted.length === 0
        ? []
        : [
            problem(
              'info',
              'person-not-listed',
              `The caption of ${lower} names ${unlisted.join(', ')}; the people in the picture do not.`,
              { field: 'people', picture: picture.id },
            ),
          ]),
      ...(unnamed.length === 0
        ? []
        : [
            problem(
              'info',
              'person-not-in-caption',
              `${unnamed.join(', ')} ${unnamed.length > 1 ? 'are' : 'is'} in ${lower}, and its caption does not say so.`,
              { field: 'caption', picture: picture.id },
            ),
          ]),
    ];
  });

/** The whole name or the family name stands in the words. */
function names(words: string, person: string): boolean {
  const whole = fold(person);
  return words.includes(whole) || words.includes(` ${whole.trim().split(' ').at(-1)} `);
}

/** 'Lindqvist' is 'Ada Lindqvist'; 'Ada Lindqvist' is not 'Tomas Lindqvist'. */
function sameOrPart(a: string, b: string): boolean {
  return fold(a).includes(fold(b)) || fold(b).includes(fold(a));
}

function fold(text: string): string {
  return ` ${
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `;
}
