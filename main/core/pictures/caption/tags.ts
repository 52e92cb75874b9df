import { tidy } from './normalise.ts';
import type { Range } from './readings.ts';

/** A mark that says what kind of picture it is, and what it was read from. */
export interface FoundTag extends Range {
  readonly name: string;
}

const leading: readonly (readonly [pattern: RegExp, name: string])[] = [
  [
    /\(?FILES?\)?(?:\s{1,3}(?:PHOTO|PICTURE|IMAGE)\b)?(?=\s{0,3}[-:)]|\s{1,3}[\p{Lu}\d])\)?(?:\s{0,3}[-:]{1,3})?/uy,
    'FILE',
  ],
  [/ARCHIV(?:BILD|FOTO)?(?=\s{0,3}[-:])\s{0,3}[-:]/uy, 'ARCHIV'],
  [/\(?TOPSHOTS?\)?(?![\p{L}\p{N}])(?:\s{0,3}[-:/]{1,2}(?=\s))?/uy, 'TOPSHOT'],
  [/\(?COMBO(?:\s{1,3}(?:PHOTO|PICTURE)S?)?\)?(?![\p{L}\p{N}])(?:\s{0,3}[-:/]{1,2})?/uy, 'COMBO'],
  [/\(?GRAPHIC CONTENT\)?(?![\p{L}\p{N}])(?:\s{0,3}[-:/]{1,2})?/uy, 'GRAPHIC CONTENT'],
  [/\(?HANDOUT(?:\s{1,3}(?:PHOTO|IMAGE|PICTURE))?\)?(?=\s{0,3}[-:/])\s{0,3}[-:/]{1,2}/uy, 'HANDOUT'],
  [/(?:TPX IMAGES OF THE DAY)(?:\s{0,3}[-:/]{1,2})?/uy, 'TPX IMAGES OF THE DAY'],
  [/TO GO WITH [^\n.]{3,160}?\s-\s/uy, ''],
  [
    /(?:CORRECTS|CORRECTION|CORRECTING|ADDS|ADDITION|ALTERNATE CROP)(?=[\s:])[^\n.\p{Ll}]{0,120}?(?:\s-{1,2}\s|:\s)/uy,
    '',
  ],
];
const anywhere: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\+{3}[^+\n]{1,60}\+{3}/gu, ''],
  [/\*\*\s?FILE\s?\*\*/gu, 'FILE'],
  [/\(zu dpa[^()\n]{0,400}\)/giu, ''],
  [
    /(?<![\p{L}\p{N}])TO GO WITH (?:AFP |REUTERS |AP )?(?:STORY|PACKAGE|FEATURE)(?: (?:BY|IN) [\p{Lu}'.-]{2,30}(?: [\p{Lu}'.-]{2,30}){0,3})?/gu,
    '',
  ],
  [/(?<![\p{L}\p{N}"])TPX IMAGES? OF THE DAY/gu, 'TPX IMAGES OF THE DAY'],
];

/**
 * The tags of a caption: the marks that open it, the tails that agencies add, Reuters' bracket of country and topics
 * (14.2, 2, 3a and 3d; pattern 15).
 * @param text normalised
 */
export function findTags(text: string): readonly FoundTag[] {
  const tags: FoundTag[] = [];
  for (let at = text.length - text.trimStart().length; ; ) {
    const tag = leadingAt(text, at);
    if (!tag) break;
    tags.push(tag);
    at = tag.end + (/^\s*/.exec(text.slice(tag.end, tag.end + 40))?.[0].length ?? 0);
  }
  for (const [pattern, name] of anywhere)
    for (const match of text.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length };
      tags.push({ ...range, name: name || nameOf(match[0]) });
    }
  for (const match of text.matchAll(/\(([^()\n]{0,80}?)\s?-?\s?Tags:\s?([^()\n]{0,300})\)/gu))
    tags.push(...topics(match));
  tags.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return tags.filter(tag => {
    if (tag.start < reached) return false;
    reached = tag.end;
    return true;
  });
}

function leadingAt(text: string, at: number): FoundTag | null {
  for (const [pattern, name] of leading) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { start: at, end: at + match[0].length, name: name || nameOf(match[0]) };
  }
  return null;
}

function nameOf(words: string): string {
  return tidy(words.replace(/^[\s+*(/-]+|[\s+*)/-]+$/g, '')).toUpperCase();
}

/** `(COUNTRY - Tags: TOPIC TOPIC)`: the country is a tag, and so is each topic. */
function topics(match: RegExpExecArray | RegExpMatchArray): FoundTag[] {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const [, country = '', words = ''] = match;
  const topicsAt = end - 1 - words.length;
  const topicWords = [...words.matchAll(/\S+/g)];
  const head = { start, end: topicsAt, name: nameOf(country) || 'TAGS' };
  return [
    head,
    ...topicWords.map((word, index) => ({
      start: topicsAt + word.index,
      end: index === topicWords.length - 1 ? end : topicsAt + word.index + word[0].length,
      name: word[0].toUpperCase(),
    })),
  ];
}
