import { localeOf } from './choose.ts';

/** A word in a text, as it is looked up: composed, without soft hyphens, with straight apostrophes. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The words that hyphens join; empty where there are none. */
  readonly parts: readonly Word[];
}

/** Addresses, and what people are called on networks: none is language. Every repetition is bounded. */
const addresses =
  /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)\S+|[^\s@]{1,64}@[^\s@.]{1,64}\.[^\s@]{1,64}|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+/giu;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(localeOf(language)?.baseName ?? 'en', { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** The words of a text that can be right or wrong, by the rules of Unicode for its language (UAX 29). */
export function wordsOf(text: string, language: string): readonly Word[] {
  const skipped = [...text.matchAll(addresses)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const simple: Word[] = [];
  let next = 0;
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(text)) {
    while ((skipped[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    const skip = skipped[next];
    if (!isWordLike || (skip && index >= skip.start)) continue;
    simple.push({ start: index, end: index + segment.length, text: plain(segment), parts: [] });
  }
  return joined(text, simple);
}

/** The form in which words are compared. */
export function plain(word: string): string {
  return word
    .replace(/[\u00ad\u2060\ufeff]/gu, '')
    .replace(/[’ʼ＇]/gu, "'")
    .normalize('NFC');
}

/** Words with nothing but a hyphen between them are one, with parts. */
function joined(text: string, words: readonly Word[]): readonly Word[] {
  const result: Word[] = [];
  for (const word of words) {
    const before = result.at(-1);
    if (!before || !/^[-‐‑]$/u.test(text.slice(before.end, word.start))) {
      result.push(word);
      continue;
    }
    const parts = before.parts.length > 0 ? before.parts : [before];
    result[result.length - 1] = {
      start: before.start,
      end: word.end,
      text: `${before.text}-${word.text}`,
      parts: [...parts, word],
    };
  }
  return result;
}

/** What is no word of a language: figures, words with figures, abbreviations with points, acronyms, single letters. */
export function isNoWord(word: string): boolean {
  return (
    /[\p{N}._]/u.test(word) ||
    /^\P{L}*\p{L}?\P{L}*$/u.test(word) ||
    // NATO, MPs, EU's, and in Swedish EU:s.
    /^\p{Lu}[\p{Lu}\p{M}]+(?:[':]?\p{Ll}{1,2})?$/u.test(word)
  );
}
