import { bodyText } from '../../contract/body.ts';
import { type Problem, problem } from '../../contract/failure.ts';
import type { Picture } from '../../contract/picture.ts';
import { parseCaption } from '../pictures/caption/parse.ts';
import { captionsOf } from './captions.ts';
import type { Check } from './check.ts';
import { namesIn, oneLetterApart } from './consistency.ts';
import { findNumbers } from './numbers.ts';

/** Enough of a caption for any agency's; what is longer is no caption. */
const longest = 5_000;

/**
 * Numbers and names of a caption against the agency's original and the copy: `12 rescuers` where the original has
 * `21 rescuers`, `Tomas Rayl` where it has `Tomas Reyl`.
 */
export const captionFacts: Check = story => {
  const captions = captionsOf(story);
  if (captions.length === 0) return [];
  const copy = findNumbers(`${story.fields.headline}\n${bodyText(story.body)}`);
  const copyNumbers = new Set(copy.map(each => each.number));
  const copyNouns = grouped(copy);
  return captions.flatMap(({ picture, name, text }) => {
    const caption = text.slice(0, longest);
    const original = originalOf(picture);
    const tell = (severity: Problem['severity'], code: string, message: string): Problem =>
      problem(severity, code, message, { field: 'caption', picture: picture.id });
    const said = findNumbers(caption);
    const received = findNumbers(original);
    const known = new Set(received.map(each => each.number));
    const counted = grouped(received);
    const found: Problem[] = [];
    const told = new Set<string>();
    for (const { number, noun, figures } of said) {
      if (told.has(number)) continue;
      told.add(number);
      const agency = noun === '' ? undefined : counted.get(noun);
      const others = noun === '' ? undefined : copyNouns.get(noun);
      if (agency && !agency.has(number))
        found.push(
          tell(
            'warning',
            'caption-number-differs',
            `The caption of ${name.toLowerCase()} says ${number} ${noun}; the agency's original says ${[...agency].join(', ')}.`,
          ),
        );
      else if (figures && original !== '' && !known.has(number) && !copyNumbers.has(number))
        found.push(
          tell(
            'info',
            'caption-number-differs',
            `The caption of ${name.toLowerCase()} says ${number}; neither the agency's original nor the copy does.`,
          ),
        );
      else if (others && !others.has(number) && !agency?.has(number))
        found.push(
          tell(
            'info',
            'caption-number-differs',
            `The caption of ${name.toLowerCase()} says ${number} ${noun}; the copy says ${[...others].join(', ')}.`,
          ),
        );
    }
    const agencyNames = namesIn(original);
    for (const own of namesIn(caption)) {
      const other = agencyNames.has(own)
        ? undefined
        : [...agencyNames].find(each => oneLetterApart(own, each));
      if (other)
        found.push(
          tell(
            'warning',
            'caption-name-differs',
            `The caption of ${name.toLowerCase()} says "${own}"; the agency's original says "${other}".`,
          ),
        );
    }
    return found;
  });
};

/** What the agency said the picture shows; empty where the picture came without words. */
function originalOf({ original, description }: Picture): string {
  const received = (original.caption ?? '').slice(0, longest);
  return received === '' ? description.slice(0, longest) : parseCaption(received).caption;
}

/** The numbers that stand before each noun. */
function grouped(found: ReturnType<typeof findNumbers>): ReadonlyMap<string, ReadonlySet<string>> {
  const nouns = new Map<string, Set<string>>();
  for (const { number, noun } of found)
    if (noun !== '') nouns.set(noun, (nouns.get(noun) ?? new Set()).add(number));
  return nouns;
}
