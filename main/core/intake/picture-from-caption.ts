import { plainInlines } from '../../contract/body.ts';
import type { ParsedCaption, Picture } from '../../contract/picture.ts';
import { Picture as PictureSchema } from '../../contract/picture.ts';
import type { Span } from '../../contract/rights.ts';

/** The caption grammar (wire-formats 14): what a picture's text says, every part tied to its characters. */
export type ParseCaption = (text: string) => ParsedCaption;

/**
 * A picture made of its caption's words alone: the caption proper, who is in it, credit, dates, restrictions and
 * notices in their own fields, the exact text in `original.caption`.
 * @param text the caption exactly as received
 */
export function pictureFromCaption(
  text: string,
  options: { readonly id: string; readonly parseCaption: ParseCaption },
): Picture {
  const parsed = options.parseCaption(text);
  return PictureSchema.parse({
    id: options.id,
    caption: plainInlines(parsed.caption),
    description: parsed.caption,
    creditLine: parsed.creditLine,
    creator: parsed.creator,
    dateCreated: parsed.dateTaken,
    dateReleased: parsed.dateReleased,
    people: parsed.people,
    instructions: restrictionRun(text, parsed),
    restrictions: parsed.restrictions,
    notices: parsed.notices,
    original: { caption: text },
  });
}

/**
 * The words of the restrictions and notices as they stand, with what lies between two of them, but never the
 * caption proper or the sign-off: in some agencies' order those stand in the middle (wire-formats 14.1, 10 and 21).
 */
function restrictionRun(text: string, parsed: ParsedCaption): string {
  const rules = [...parsed.restrictions, ...parsed.notices]
    .flatMap(rule => rule.spans)
    .filter(span => span.field === 'caption')
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const apart = [...parsed.captionSpans, ...(parsed.signOff ? [parsed.signOff.span] : [])];
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of rules) {
    const run = runs.at(-1);
    if (run && !apart.some(other => overlaps(other, run.end, start))) run.end = Math.max(run.end, end);
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => text.slice(start, end).trim()).join(' ');
}

function overlaps(span: Span, start: number, end: number): boolean {
  return span.start < end && span.end > start;
}
