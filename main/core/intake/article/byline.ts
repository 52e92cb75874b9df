import { looksLikeNames, wordCount } from './shape.ts';

/** The words that open a byline, by language. */
const openings =
  /^(?:(?:story |words |reported |written |text |report )?by|(?:ein (?:bericht|beitrag) )?von|par|por|texto(?: de)?|di|door|av|af|przez|autor(?:in|en|a|es)?|auteurs?|autore|автор|текст|作者|文|記者|记者|بقلم|كتب|מאת)(?:\s*[:：]\s*|\s+)(?=\S)/iu;

const roles =
  /\b(?:editor|correspondent|reporter|writer|columnist|staff|journalist|analyst|bureau chief|producer|critic|special to|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?|volontär(?:in)?|rédact(?:eur|rice)|correspondante?|envoyée? spéciale?|journaliste|corresponsal|redactora?|periodista|enviad[oa] especial|correspondente|jornalista|repórter|inviat[oa]|corrispondente|giornalista|verslaggever|redacteur|correspondent|korespondent|корреспондент|обозреватель|news|photographer)\b/iu;

const joiners =
  /^(?:and|und|et|y|e|ed|en|och|og|i|и|with|mit|avec|con|com|in|à|a|en|from|for|at|of|de|da|do|dos|das|del|della|di|du|van|von|der|den|the|la|le|al|bin|special|to|&)$/iu;

export interface Byline {
  readonly byline: string;
  readonly title: string;
}

/**
 * A byline line taken apart, or null: 'By Ada Lindqvist, Harbour Correspondent'. Only a line that is nothing
 * but names and titles after its opening counts, so that 'By the time they came …' stays copy.
 */
export function readByline(text: string): Byline | null {
  if (text.length > 160) return null;
  const opening = openings.exec(text)?.[0];
  if (opening === undefined) return null;
  const rest = text.slice(opening.length).trim();
  if (rest === '' || /[!?;"“”«»]/u.test(rest) || /[^\p{Lu}\s]\.$/u.test(rest) || wordCount(rest) > 16)
    return null;
  if (!isNameLike(rest)) return null;
  return splitTitle(rest);
}

/** Every word that is not a joiner begins with a capital, or has no case; the part after a comma may be a role. */
function isNameLike(text: string): boolean {
  const [names = '', ...parts] = text.split(/\s*[,|•·]\s*/u);
  const words = names.split(/\s+/u);
  if (words.some(word => /\d/.test(word))) return false;
  if (!words.some(word => /^[\p{Lu}\p{Lo}]/u.test(word))) return false;
  if (
    /^(?:the|this|that|these|der|die|das|les?|la|los|las|a|an|one|all|now|then|then)$/iu.test(
      words[0] ?? '',
    ) &&
    words.length > 6
  )
    return false;
  if (!words.every(word => /^[\p{Lu}\p{Lo}(]/u.test(word) || joiners.test(word))) return false;
  return parts.every(
    part =>
      roles.test(part) ||
      part.split(/\s+/u).every(word => /^[\p{Lu}\p{Lo}]/u.test(word) || joiners.test(word)),
  );
}

/** 'Ada Lindqvist, Harbour Correspondent' into name and title; several names stay together. */
export function splitTitle(text: string): Byline {
  const comma = text.indexOf(',');
  if (comma > 0) {
    const name = text.slice(0, comma).trim();
    const title = text.slice(comma + 1).trim();
    if (isRole(title) && !/,/.test(title)) return { byline: name, title };
  }
  return { byline: text, title: '' };
}

/** Whether a line is a writer's title: 'Harbour correspondent', 'Redakteurin Politik'. */
export function isRole(text: string): boolean {
  return text.length <= 80 && wordCount(text) <= 9 && roles.test(text) && !/[.!?]$/u.test(text);
}

/** Whether a line without an opening is names alone, with or without a title after a comma. */
export function isBareByline(text: string): boolean {
  const { byline } = splitTitle(text);
  return looksLikeNames(byline);
}
