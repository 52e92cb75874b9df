import { bodyText, inlineText } from '../../contract/body.ts';
import { type Problem, problem } from '../../contract/failure.ts';
import type { Check } from './check.ts';

const numbers = /(?<![\p{L}\p{N}])\d[\d.,]*\d|(?<![\p{L}\p{N}.,])\d(?![\p{L}\p{N}.,])/gu;

/** A number in the headline that the copy does not have: one of the two is wrong, or rounded. */
export const headlineNumbers: Check = ({ fields: { headline }, body }) => {
  const copy = new Set(plainNumbers(bodyText(body)));
  if (copy.size === 0) return [];
  return plainNumbers(headline)
    .filter(number => !copy.has(number))
    .map(number =>
      problem('info', 'number-differs', `The headline says ${number}; the copy does not.`, {
        field: 'headline',
      }),
    );
};

function plainNumbers(text: string): readonly string[] {
  return [
    ...new Set(
      (text.match(numbers) ?? []).map(number =>
        number.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(/[.,]$/, ''),
      ),
    ),
  ];
}

const names = /\p{Lu}[\p{Ll}\p{M}'’-]+(?:[ \u00a0]\p{Lu}[\p{Ll}\p{M}'’-]+)+/gu;
/** Enough names for any story, few enough to compare each with each. */
const mostNames = 400;

/** Two words and more in capitals: the names of people and places, apostrophes straight. */
export function namesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [name] of text.replaceAll('’', "'").matchAll(names)) if (found.size < mostNames) found.add(name);
  return found;
}

/** A person's or place's name spelled two ways in one story, captions included. */
export const namesSpelledTwoWays: Check = story => {
  const text = [
    story.fields.headline,
    bodyText(story.body),
    ...story.pictures.map(picture => inlineText(picture.caption)),
  ].join('\n');
  const known = [...namesIn(text)];
  const found: Problem[] = [];
  for (const [index, name] of known.entries())
    for (const other of known.slice(index + 1))
      if (oneLetterApart(name, other))
        found.push(
          problem('info', 'name-differs', `"${name}" and "${other}": is it one name, spelled two ways?`, {
            field: 'body',
          }),
        );
  return found;
};

/** One letter changed, added, lost, or two exchanged, in names long enough for that to be a slip. */
export function oneLetterApart(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 8 || Math.abs(a.length - b.length) > 1) return false;
  // A plural, a possessive or an adjective ("Korea", "Korean") is no other spelling.
  if (a.startsWith(b) || b.startsWith(a)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  return left.length + right.length <= 2 || (left.length === 2 && left === [...right].reverse().join(''));
}
