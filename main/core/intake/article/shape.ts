/** What the mere shape of a line says about it. */

const finalStop = /[.!?…。！？؟।]["'”’»“„)\]』」〉》]*$/u;
const sentenceEnd = /[.!?…。！？؟।]["'”’»“)\]』」]*(?=\s|$|[\u3040-\u9fff])/gu;
const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** The words of a text without regard to case, punctuation and white space, for comparing lines. */
export function bareWords(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ');
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0;
}

export function endsWithStop(text: string): boolean {
  return finalStop.test(text);
}

/** Whether a line reads as a paragraph of copy: whole sentences, or simply long. */
export function isParagraph(text: string): boolean {
  if (cjk.test(text)) return text.length > 60 || (finalStop.test(text) && text.length > 14);
  if (text.length > 220) return true;
  return finalStop.test(text) && (wordCount(text) >= 6 || (text.match(sentenceEnd)?.length ?? 0) >= 2);
}

/** Whether a line can be a headline: not too long, at most one sentence and a half. */
export function canBeHeadline(text: string): boolean {
  return text.length <= 250 && (text.match(sentenceEnd)?.length ?? 0) <= 2 && /[\p{L}\p{N}]/u.test(text);
}

/** Whether a line between two paragraphs is a subhead: short, begins as a title does, without a final stop. */
export function isSubhead(text: string): boolean {
  if (text.length > 90 || wordCount(text) > 14 || !/\p{L}/u.test(text)) return false;
  if (cjk.test(text)) return text.length <= 32 && !/[。！…、，]$/u.test(text);
  if (/[.!…:;,،؛–—-]["'”’»)]*$/u.test(text)) return false;
  if (/^["“„«'‘].*["”“»'’]$/u.test(text)) return false;
  if (/;|^\(?(?:additional )?(?:reporting|writing|editing|written|compiled) by\b/iu.test(text)) return false;
  return /^[^\p{L}\p{N}]*(?:[\p{Lu}\p{Lt}\p{Lo}]|\p{N})/u.test(text);
}

/** Small words that stand in lower case within names. */
const particles =
  /^(?:de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|ten|zu|zur|al|el|bin|bint|ibn|la|le|y|e|i|and|und|et|och|og|en|&)$/u;

/** Whether a line is a person's name or several, by capitals alone: 'Ada Lindqvist', 'Jan van der Berg and Tomas Reyl'. */
export function looksLikeNames(text: string): boolean {
  if (text.length > 80 || /[\d?!:;"“”«»/@]/.test(text)) return false;
  const words = text.split(/[\s,]+/u).filter(word => word !== '');
  if (words.length < 2 || words.length > 10) return false;
  return (
    words.every(word => particles.test(word) || /^(?:\p{Lu}[\p{L}\p{M}'’-]*|\p{Lu}\.)+$/u.test(word)) &&
    words.filter(word => !particles.test(word)).length >= 2
  );
}
