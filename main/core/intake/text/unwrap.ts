import { readByline } from '../article/byline.ts';
import { isTimeLine } from '../article/calendar.ts';
import { furnitureReason } from '../article/furniture.ts';
import { endsWithStop } from '../article/shape.ts';
import type { Line } from './lines.ts';

/** Marks that begin a list item; a line that has one never continues the line before. */
export const bullet = /^(?:[•▪●◦‣∙·*+]|[-–](?=\s))\s*(?=\S)/u;
export const ordinal = /^(\d{1,3})[.)]\s+(?=\S)/u;
const cjk = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u;

/** Widths between which programs break lines; RFC 5322 2.1.1 asks for 78, habit for 72. */
const narrowest = 40;
const widest = 100;

/**
 * The column at which a text was hard-wrapped, or null. A text is hard-wrapped where nearly every line break within
 * its paragraphs stands where the next word would not have fitted.
 */
export function wrapWidth(lines: readonly Line[]): number | null {
  const pairs = groupsOf(lines)
    // The lines of a page's head stand tight too, but do not end as a sentence does.
    .filter(group => endsWithStop(group.at(-1)?.text ?? ''))
    .flatMap(group =>
      group.flatMap((line, index) => {
        const next = group[index + 1];
        return next && /\s|[\u3000-\u9fff]/u.test(line.text) ? [{ line, next }] : [];
      }),
    );
  if (pairs.length < 2) return null;
  let width = 0;
  for (const { line } of pairs) width = Math.max(width, line.text.length + line.indent);
  if (width < narrowest || width > widest) return null;
  // Paragraphs of like length on a line each look wrapped, but end where sentences do.
  if (pairs.filter(({ line }) => endsWithStop(line.text)).length > pairs.length / 2) return null;
  const forced = pairs.filter(({ line, next }) => isForced(line, next, width)).length;
  return forced >= 2 && forced / pairs.length >= 0.6 ? width : null;
}

/** Lines without a blank line between them. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && !line.blankBefore) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** What stands on a line of its own in any text and is never the rest of a paragraph. */
function standsAlone(text: string): boolean {
  return isTimeLine(text) || furnitureReason(text) !== null || readByline(text) !== null;
}

/** Whether the first word of the next line would not have fitted; two columns of grace for justified text. */
export function isForced(line: Line, next: Line, width: number): boolean {
  const word = cjk.test(next.text[0] ?? '') ? 1 : (/^\S+/u.exec(next.text)?.[0].length ?? 0);
  return line.text.length + line.indent + 1 + word > width - 2;
}

/** Lines joined into the paragraphs they were before they were wrapped. */
export function unwrap(lines: readonly Line[], width: number | null): Line[] {
  const joined: Line[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    const goesOn =
      before !== undefined &&
      !line.blankBefore &&
      !bullet.test(line.text) &&
      !ordinal.test(line.text) &&
      !line.text.startsWith('>') &&
      !standsAlone(line.text) &&
      !standsAlone(before.text) &&
      ((width !== null && isForced(before, line, width)) || before.flowed);
    if (last && goesOn)
      joined[joined.length - 1] = {
        ...last,
        text: glue(last.text, line.text),
        flowed: line.flowed,
      };
    else joined.push(line);
    before = line;
  }
  return joined;
}

/** A hyphen at the end of a line stays: whether it was put there by the wrapping cannot be known. */
function glue(above: string, below: string): string {
  const close = /\p{L}[-‐]$/u.test(above) || (cjk.test(above.at(-1) ?? '') && cjk.test(below[0] ?? ''));
  return close ? above + below : `${above} ${below}`;
}
