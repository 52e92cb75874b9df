import { isWordCode, splitTerritoryList, territoriesNamed } from '../../rights/territories.ts';
import { mediaNamed } from './barred-nouns.ts';
import type { Meaning, Range } from './readings.ts';

/** How far before OUT or ONLY its list may begin. */
const longestList = 160;
const mostWords = 24;

/** A list with OUT or ONLY behind it, and what it means. */
export interface OutList extends Range {
  readonly meanings: readonly Meaning[];
}

const tail =
  /(?<![\p{L}\p{N}])(?:(?:MEDIA |CLIENTS |PUBLICATIONS |BROADCASTERS )?OUT|(?:USE |MEDIA |RIGHTS )?ONLY|INTERDITE?)(?![\p{L}\p{N}])(?!\s+(?:OF|of|for)(?![\p{L}\p{N}]))(?![^\S\n]+FOR(?![\p{L}\p{N}])(?!\s+(?:EDITORIAL|USE)))/gu;
/** Agencies' one-word form of a code and OUT: SYROUT. */
const joined = /(?<![\p{L}\p{N}])([A-Z]{3})OUT(?![\p{L}\p{N}])/gu;

/**
 * Every list of territories or media with OUT (or ONLY) behind it (14.2, 5; patterns 10, 14, 19, 24, 25).
 * OUT is in capitals: "walks out of" bars nobody. The list may be in mixed case.
 * A list of unknown names is one only where it opens its segment; it is kept as words to review.
 * @param text normalised
 */
export function findOutLists(text: string): readonly OutList[] {
  const found: OutList[] = [];
  let reached = 0;
  for (const match of text.matchAll(tail)) {
    const list = listBefore(text, Math.max(reached, match.index - longestList), match.index, match[0]);
    if (!list) continue;
    const end = match.index + match[0].length;
    found.push({ ...list, end });
    reached = end;
  }
  for (const match of text.matchAll(joined)) {
    const territories = territoriesNamed(match[1] ?? '');
    if (territories)
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        meanings: [{ type: 'restriction', kind: 'exclude-territory', territories }],
      });
  }
  return found.sort((a, b) => a.start - b.start);
}

const hardBreak =
  /[\n;()[\]*"|:+=]|\s-{1,3}\s|-{2,}|(?<!(?:^|[\s.(/-])\p{Lu})\.\s|\s\/|\/\s|(?<![\p{L}\p{N}])(?:OUT|ONLY)(?![\p{L}\p{N}])(?:\s{0,3}[,/])?/gu;

function listBefore(text: string, from: number, to: number, ending: string): Omit<OutList, 'end'> | null {
  let start = from;
  // A cut at a fixed distance may fall inside a word.
  if (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] ?? ''))
    start += /^[\p{L}\p{N}]*/u.exec(text.slice(from, to))?.[0].length ?? 0;
  for (const match of text.slice(start, to).matchAll(hardBreak)) from = start + match.index + match[0].length;
  start = Math.max(start, from);
  const words = [...text.slice(start, to).matchAll(/[^\s,/&]+/g)].slice(-mostWords);
  const opens = words[0]?.index ?? 0;
  // Most words before an ONLY name no place: only a list that ends in a known name is worth trying from each word.
  const tries = endsKnown(text.slice(start, to)) ? words : words.slice(0, 1);
  for (const word of tries) {
    const list = text.slice(start + word.index, to);
    const meanings = meaningsOf(list.trim().replace(/,$/, ''), ending, word.index === opens);
    if (meanings) return { start: start + word.index, meanings };
  }
  return null;
}

function endsKnown(list: string): boolean {
  const words = list
    .trim()
    .replace(/,$/, '')
    .split(/[\s,/&]+/)
    .slice(-7);
  return words.some((_, index) => {
    const name = words.slice(index).join(' ');
    return territoriesNamed(name) !== null || mediaNamed(name) !== null;
  });
}

function meaningsOf(list: string, ending: string, opensSegment: boolean): readonly Meaning[] | null {
  const only = /ONLY$/.test(ending);
  const media = only ? null : mediaNamed(list);
  if (!opensSegment && !media && isWordCode(list)) return null;
  if (media) return mediaOut(media);
  const territories = territoriesNamed(list);
  if (territories)
    return [{ type: 'restriction', kind: only ? 'include-territory' : 'exclude-territory', territories }];
  return only ? null : mixed(list);
}

function mediaOut(media: readonly string[], needsReview = false): readonly Meaning[] {
  const others = media.filter(medium => medium !== 'internet');
  return [
    ...(media.includes('internet')
      ? [{ type: 'restriction', kind: 'no-internet', needsReview } as const]
      : []),
    ...(others.length > 0
      ? [{ type: 'restriction', kind: 'exclude-media', media: others, needsReview } as const]
      : []),
  ];
}

/** A list of which some names are known: those are barred, and the whole is shown to the editor. */
function mixed(list: string): readonly Meaning[] | null {
  const names = splitTerritoryList(list);
  if (
    names.length < 2 ||
    /\p{Ll}/u.test(list) ||
    /(?<![\p{L}])(?:NO|NOT|FOR|USE|CREDIT|SALES?)(?![\p{L}])/u.test(list)
  )
    return null;
  const known = names.flatMap(name => (isWordCode(name) ? [] : (territoriesNamed(name) ?? [])));
  const media = names.flatMap(name => mediaNamed(name) ?? []);
  const readable = names.filter(name => territoriesNamed(name) || mediaNamed(name)).length;
  const [first = ''] = names;
  const opensKnown = territoriesNamed(first) !== null || mediaNamed(first) !== null;
  if (!opensKnown || !/[,&]|\bAND\b/.test(list)) return null;
  const needsReview = readable < names.length;
  const territories = [...new Set(known)].sort();
  return [
    ...(territories.length > 0
      ? [{ type: 'restriction', kind: 'exclude-territory', territories, needsReview } as const]
      : []),
    ...mediaOut([...new Set(media)], needsReview),
  ];
}
