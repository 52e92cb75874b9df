import { inlineText, plainInlines } from '../../main/contract/body.ts';
import type { ParsedCaption, Picture } from '../../main/contract/picture.ts';
import { noticeWords, restrictionSentence } from '../rights/words.ts';

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
    caption: inlineText(picture.caption) === parsed.caption ? picture.caption : plainInlines(parsed.caption),
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

/** One thing that reading would change. */
export interface CaptionChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between a picture and the same picture after its caption was read. */
export function changesOf(before: Picture, after: Picture): readonly CaptionChange[] {
  const rows: readonly (readonly [string, (picture: Picture) => string])[] = [
    ['Caption', picture => inlineText(picture.caption)],
    ['Credit line', picture => picture.creditLine],
    ['Creator', picture => picture.creator],
    ['Date taken', picture => picture.dateCreated],
    ['Date released', picture => picture.dateReleased],
    [
      'People',
      picture =>
        picture.people
          .map(person => (person.position ? `${person.name} (${person.position})` : person.name))
          .join(', '),
    ],
    ['Restrictions', picture => picture.restrictions.map(restrictionSentence).join('; ')],
    ['Notices', picture => picture.notices.map(notice => noticeWords[notice.kind]).join('; ')],
  ];
  return rows
    .map(([label, words]) => ({ label, before: words(before), after: words(after) }))
    .filter(row => row.before !== row.after);
}
