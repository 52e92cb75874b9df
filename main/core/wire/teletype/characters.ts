import { type Problem, problem } from '../../../contract/failure.ts';
import { type FieldName, fieldNames, type Story, storyFields } from '../../../contract/story.ts';
import { carriesContent } from '../status.ts';
import { singleLine } from '../text.ts';
import { copyGroups, plainText } from './copy.ts';

/** Quotes, dashes and spaces: typing, which every desk reads as it is meant. */
const typing = /[‘’‚“”„‐‑–—…\u00a0]/gu;
const mostQuoted = 8;

/** What a format's characters cannot say as it was written, field by field, with what is written for it. */
export function characterProblems(story: Story, convert: (text: string) => string): Problem[] {
  const find = (
    texts: readonly string[],
    what: string,
    where: { field?: FieldName; picture?: string },
  ): Problem[] => {
    const changed = changedWords(texts.join(' '), convert);
    if (changed.length === 0) return [];
    const shown = changed.slice(0, mostQuoted).map(([from, to]) => `“${from}” as “${to}”`);
    const more = changed.length > mostQuoted ? ' and more' : '';
    return [
      problem(
        'warning',
        'transliterated',
        `${what} is written in other letters: ${shown.join(', ')}${more}.`,
        where,
      ),
    ];
  };
  const carried = fieldNames.filter(name => name !== 'internalNote' && name !== 'targetLength');
  return [
    ...carried.flatMap(name =>
      find(textsOf(story.fields[name]), `The ${storyFields[name].label.toLowerCase()}`, { field: name }),
    ),
    ...(carriesContent(story)
      ? [
          ...find(
            copyGroups(story, '-').flatMap(group => group.lines.map(line => line.text)),
            'The copy',
            {},
          ),
          ...story.pictures.flatMap((picture, index) => {
            const { caption, original: _, file: __, id: ___, ...rest } = picture;
            return find([plainText(caption), ...textsOf(rest)], `Picture ${index + 1}`, {
              picture: picture.id,
            });
          }),
        ]
      : []),
  ];
}

function changedWords(text: string, convert: (text: string) => string): (readonly [string, string])[] {
  if (/^[\u0000-\u007f]*$/u.test(text)) return [];
  const words = new Set(singleLine(text).replace(typing, ' ').split(' '));
  return [...words].flatMap((word): (readonly [string, string])[] => {
    const written = convert(word);
    return written === word ? [] : [[short(word), short(written)]];
  });
}

function short(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40).toWellFormed()}…` : word;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
