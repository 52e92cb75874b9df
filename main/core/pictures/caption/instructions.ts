import type { Notice, Restriction } from '../../../contract/rights.ts';
import { coverAll, type OwnedRange } from './coverage.ts';
import { mergeNotices, mergeRestrictions } from './merge.ts';
import { capitalRun, capitalShare, normalise, tidy } from './normalise.ts';
import { findOutLists } from './out-list.ts';
import { readRun } from './read-run.ts';
import type { Range, Reading } from './readings.ts';
import { rightsOf } from './rights-of.ts';

export { mergeNotices, mergeRestrictions };

/** What an Instructions or Usage Terms field says. */
export interface ParsedRights {
  readonly restrictions: readonly Restriction[];
  readonly notices: readonly Notice[];
  /** Words that rule nothing as far as anyone can tell: a desk's telephone number. */
  readonly unread: readonly {
    readonly text: string;
    readonly span: { readonly field: string; readonly start: number; readonly end: number };
  }[];
}

/** Words that make an unread sentence a rule somebody must look at. */
const ruling =
  /\b(?:no|not|only|without|except|unless|must|may|permission|prohibit\w*|restrict\w*|licen[cs]\w*|rights?|embargo\w*|until|fee|clearances?|consent|approval|nur|kein\w*|nicht|honorar\w*|gesperrt|sperrfrist|untersagt|interdit\w*|pas|uniquement|sauf|sans|droits?|autorisation|solo|s[oó]lo|prohibid\w*|derechos|sin|salvo|vietat\w*|diritti)\b/iu;

/**
 * Reads a field that holds nothing but rights (wire-formats 13, rule 1; 14.2, 6): the restriction grammar over the
 * whole text with no capital test, in English, German, French, Spanish and Italian wordings.
 * @param text the field exactly as received
 * @param field what the spans name as their source
 */
export function parseRights(text: string, field: string): ParsedRights {
  const normal = normalise(text);
  const outLists = new Map(findOutLists(normal).map(list => [list.start, list]));
  const readings = readRun(normal, { start: 0, end: normal.length }, outLists);
  const ruled: Reading[] = [];
  const unreadParts: OwnedRange[] = [];
  for (const [index, reading] of readings.entries())
    if (
      reading.type === 'unknown' &&
      !isRule(normal, reading) &&
      !qualifies(normal, readings[index - 1], reading)
    )
      unreadParts.push({ start: reading.start, end: reading.end });
    else if (reading.type === 'tag') unreadParts.push({ start: reading.start, end: reading.end });
    else ruled.push(reading);
  const rights = rightsOf(text, field, ruled, unreadParts);
  const unreadTexts = unreadParts.map(part => tidy(text.slice(part.start, part.end)));
  const orphans = coverAll(text, [...rights.flatMap(each => each.parts), ...unreadParts]);
  const span = ({ start, end }: Range) => ({ field, start, end });
  return {
    restrictions: mergeRestrictions([rights.flatMap(each => (each.restriction ? [each.restriction()] : []))]),
    notices: mergeNotices([rights.flatMap(each => (each.notice ? [each.notice()] : []))]),
    unread: [
      ...unreadParts.map((part, index) => ({ text: unreadTexts[index] ?? '', span: span(part) })),
      ...orphans.map(range => ({ text: text.slice(range.start, range.end), span: span(range) })),
    ].sort((a, b) => a.span.start - b.span.start),
  };
}

/** Words that follow a restriction within its sentence may narrow it: "… in connection with the exhibition". */
function qualifies(text: string, before: Reading | undefined, words: Range): boolean {
  return before?.type === 'restriction' && /^[\s,]*$/.test(text.slice(before.end, words.start));
}

function isRule(text: string, range: Range): boolean {
  const words = text.slice(range.start, range.end);
  return capitalShare(words) >= capitalRun || ruling.test(words);
}
