/** A full stop behind these ends no sentence. */
const abbreviation =
  /(?:^|[\s.(/-])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Prof|Rev|No|Nr|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\d{1,2})$/u;

/**
 * Where the first sentence of a caption ends: behind its full stop, exclamation or question mark and the quotation
 * marks that follow it. The length of the text where it has none.
 */
export function firstSentenceEnd(text: string): number {
  for (const match of text.matchAll(/[.!?][”"’')\]]{0,3}(?=\s|$)/gu)) {
    const end = match.index + match[0].length;
    if (end === text.length) return end;
    if (match[0].startsWith('.') && abbreviation.test(text.slice(Math.max(0, match.index - 12), match.index)))
      continue;
    return end;
  }
  return text.length;
}
