/**
 * The text as the grammar matches it (wire-formats 14.2, 1): odd spaces become a space, curly and angled quotes
 * straight, every dash a hyphen. Each character becomes exactly one, so an offset into the result is an offset
 * into the text.
 */
export function normalise(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\u0085]|\p{Zs}|[\u00ad\u200b-\u200f\u2060\ufeff]/gu, ' ')
    .replace(/[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/[“”„‟«»″＂]/g, '"')
    .replace(/[‘’‚‛‹›′`´]/g, "'")
    .replace(/[‐-―−﹣－]/g, '-');
}

/** How much of the text's letters are capitals, of those that have case; 0 where there are none. */
export function capitalShare(text: string): number {
  let upper = 0;
  let lower = 0;
  for (const character of text)
    if (/\p{Lu}/u.test(character)) upper += 1;
    else if (/\p{Ll}/u.test(character)) lower += 1;
  return upper + lower === 0 ? 0 : upper / (upper + lower);
}

/** The share of capitals from which words count as a run of capitals (14.2, 3b). */
export const capitalRun = 0.8;

/** Words without the white space around them and with single spaces within. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Where words end when the given marks and white space behind them do not count. A loop: a pattern would be quadratic. */
export function endBefore(words: string, marks: string): number {
  let end = words.length;
  while (end > 0) {
    const last = words[end - 1] ?? '';
    if (!marks.includes(last) && last.trim() !== '') break;
    end -= 1;
  }
  return end;
}
