import { isAgency } from './agencies.ts';
import { capitalRun, capitalShare, endBefore } from './normalise.ts';
import type { Range } from './readings.ts';

/** The longest credit that is believed to be one. */
const longest = 300;

const openers =
  /^\(\s*(?:(?:file\s+)?(?:photos?|photograph|pictures?|images?|foto|bild)\s*(?:by|credit|courtesy|:)|(?:AP|AFP|CTK|PAP|AA|EPA|PTI|ANI|TT)\s+Photo\b|credit\s*:|cr[ée]dit\b|pool photo)/iu;

/**
 * Whether a bracket is a photo credit: it says so, or it has an agency at an end of a slashed list or behind VIA.
 * A bare agency's name is one only right behind a sentence: "the Central News Agency (CNA)" is none.
 * @param text normalised
 * @param closed false for the bracket of a text that was cut off
 */
export function isSignOff(text: string, bracket: Range): boolean {
  if (bracket.end - bracket.start > longest || bracket.end - bracket.start < 4) return false;
  if (/"\s*$/.test(text.slice(Math.max(0, bracket.start - 2), bracket.start)) && text[bracket.end] === '"')
    return false;
  const words = text.slice(bracket.start, bracket.end);
  if (openers.test(words)) return true;
  const credit = words.replace(/^\(\s*/, '').replace(/\s*\)$/, '');
  if (/(?<!\p{L})\p{Ll}{2,}\s\p{Ll}{3,}\s\p{Ll}{2,}/u.test(credit)) return false;
  if (endsWithAgency(credit)) return true;
  const [first = ''] = credit.split('/');
  if (/\//.test(credit) && isAgency(first)) return true;
  if (!isAgency(credit)) return false;
  const before = text.slice(Math.max(0, bracket.start - 25), bracket.start).replace(/[\s/-]+$/, '');
  const rule = before.split(/[.!?]\s|\s[/-]|\n/).at(-1) ?? '';
  return /(?:[.!?"')\]]|^|OUT)$/.test(before) || capitalShare(rule) >= capitalRun;
}

/** `Name / POOL / TASS`, `Source via Agency`; a site may stand last (`TASS / kremlin.ru`). */
function endsWithAgency(credit: string): boolean {
  const through = /[\s/]via\s+([^/]{2,40})(?:\/|$)/i.exec(credit)?.[1];
  if (through && isAgency(through.split(/,\s/)[0] ?? '')) return true;
  const parts = credit.split(/\s*\/\s*/).map(part => part.split(/,\s/)[0] ?? '');
  const last = (parts.at(-1) ?? '').replace(/[.\s]+$/, '');
  if (parts.length < 2) return false;
  if (isAgency(last)) return true;
  return (
    (/^[\w-]+(?:\.[\w-]+)+$/.test(last) || /^(?:pool|handout|file(?: photo)?)$/i.test(last)) &&
    parts.some(isAgency)
  );
}

const heads =
  /(?<![\p{L}\p{N}"'(/-])(?:(?:REUTERS|Reuters|EPA(?:-EFE)?|EPA IMAGES|THE CANADIAN PRESS|LA PRESSE CANADIENNE|A[FP]P? (?:PHOTO|Photo)|CTK (?:PHOTO|Photo)|XINHUA|Xinhua|dpa|KYODO|Kyodo|EFE|ANSA|ANP|LUSA|APA|KEYSTONE|TASS|PAP|MTI|BELGA|AAP)\s?\/|BELGA PHOTO\s(?=\p{Lu}))/gu;
const labels =
  /^(?:(?:mandatory\s+)?credit\s?:\s?)?(?:(?:foto|fotos|bild|photos?|photograph|picture|image|photo credit|bildnachweis|cr[ée]dit(?: photo)?|fotografía)\s?:\s?|(?:photo|picture|image|foto|photograph)s?\s+(?:by|par|por)\s+)(?=\S)/iu;

/**
 * The photo credit without brackets at the end of a chunk: `REUTERS/Name`, `EPA/NAME`, `Foto: Name/dpa`,
 * `AFP PHOTO / SOURCE / NAME`, `Source/Handout via REUTERS`.
 * @param words one chunk of normalised text
 * @param bounded whether the chunk begins a sentence or line
 * @returns the range within the chunk, or null
 */
export function bareCredit(words: string, bounded: boolean): Range | null {
  const end = endBefore(words, '.,;:/|*-');
  if (bounded && labels.test(words) && end <= longest) {
    const label = labels.exec(words)?.[0].length ?? 0;
    return looksLikeCredit(words.slice(label, end)) ? { start: 0, end } : null;
  }
  if (bounded && end <= 160 && looksLikeCredit(words.slice(0, end)) && endsWithAgency(words.slice(0, end)))
    return { start: 0, end };
  for (const head of words.matchAll(heads)) {
    if (end - head.index > longest) continue;
    if (looksLikeCredit(words.slice(head.index, end))) return { start: head.index, end };
  }
  return null;
}

const small =
  /^(?:via|by|de|da|di|do|dos|del|della|der|den|van|von|zu|bin|ibn|al|el|la|le|du|e|y|and|und|et|for|of|the|courtesy|photo|file|pool|handout|ho|str|stringer|contributor|picture|alliance|image|images|social|media|website|user|video)$/i;

/** Nothing but names, agencies and the small words between them. */
function looksLikeCredit(words: string): boolean {
  if (words.length > longest) return false;
  if (!/\p{L}/u.test(words)) return false;
  const parts = words.split(/[\s/,()&]+/).filter(part => part !== '');
  if (parts.length > 24) return false;
  return parts.every(
    part =>
      small.test(part) || !/^\p{Ll}/u.test(part) || isAgency(part) || /^[\w-]+(?:\.[\w-]+)+$/.test(part),
  );
}
