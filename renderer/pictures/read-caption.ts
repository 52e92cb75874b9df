import { inlineText, plainInlines } from '../../main/contract/body.ts';
import type { ParsedCaption, Picture } from '../../main/contract/picture.ts';

/** The text that an agency caption is read from: as received where there is one, else what stands in the caption. */
export function agencyText(picture: Picture): string {
  return (
    picture.original.caption ??
    picture.original['XMP-dc:Description'] ??
    picture.original['IPTC:Caption-Abstract'] ??
    inlineText(picture.caption)
  );
}

/**
 * The picture with what was read from the agency's text. What the desk has written in credit, creator and date
 * stays; the agency's text itself is kept as received.
 */
export function withParsedCaption(picture: Picture, text: string, parsed: ParsedCaption): Picture {
  return {
    ...picture,
    caption: plainInlines(parsed.caption),
    description: picture.description || parsed.caption,
    creditLine: picture.creditLine || parsed.creditLine,
    creator: picture.creator || parsed.creator,
    dateCreated: picture.dateCreated || parsed.dateTaken,
    dateReleased: picture.dateReleased || parsed.dateReleased,
    people: picture.people.length > 0 ? picture.people : parsed.people,
    restrictions: parsed.restrictions,
    notices: parsed.notices,
    original: { ...picture.original, caption: text },
  };
}
