import type fc from 'fast-check';
import { inlineText, LinkInline } from '../../main/contract/body.ts';
import { type Story, StoryFields } from '../../main/contract/story.ts';
import { cleanText } from '../../main/core/wire/text.ts';
import { arbitraryStory } from './arbitrary-story.ts';

/**
 * Any story, its texts tidied as every reader tidies them: white space collapsed, forbidden characters gone, lists
 * without doubles. What is left must come back from a round trip as it set out.
 */
export const tidyStory: fc.Arbitrary<Story> = arbitraryStory
  .map(story => tidyLinks(story))
  .map(story => ({
    ...story,
    guid: tidyText(story.guid),
    fields: tidyFields(story.fields),
    pictures: story.pictures.map(picture => tidy(picture, picture)),
  }));

/**
 * Links as people make them: one without words is nothing that a reader could see or follow, and an address has no
 * white space in it.
 */
export function tidyLinks<Value>(value: Value): Value;
export function tidyLinks(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .filter(each => !(isLink(each) && tidyText(inlineText([each])) === ''))
      .map(each => tidyLinks(each));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'href' || key === 'url' ? tidyText(String(inner)).replace(/\s/gu, '') : tidyLinks(inner),
      ]),
    );
  return value;
}

function isLink(value: unknown): value is LinkInline {
  return LinkInline.safeParse(value).success;
}

function tidyFields(fields: StoryFields): StoryFields {
  const { subjects } = fields;
  return StoryFields.parse({
    ...tidy(fields, fields),
    language: fields.language === 'x-none' ? 'en' : fields.language,
    keywords: tidyList(fields.keywords),
    places: tidyList(fields.places),
    people: tidyList(fields.people),
    organisations: tidyList(fields.organisations),
    subjects: subjects
      .map(subject => tidy(subject, subject))
      .filter(({ code, name }) => code !== '' || name !== ''),
  });
}

function tidyList(values: readonly string[]): string[] {
  return [...new Set(values.map(tidyText).filter(value => value !== ''))];
}

function tidyText(text: string): string {
  return cleanText(text)
    .replace(/[\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function tidy<Value>(value: Value, like: Value): Value;
function tidy(value: unknown): unknown {
  if (typeof value === 'string') return tidyText(value);
  if (Array.isArray(value)) return value.map(each => tidy(each, each));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner, inner)]));
  return value;
}
