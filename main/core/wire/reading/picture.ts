import { type Inline, inlineText, plainInlines } from '../../../contract/body.ts';
import { type Original, Picture } from '../../../contract/picture.ts';
import type { Restriction } from '../../../contract/rights.ts';
import { mergeNotices, mergeRestrictions, parseRights } from '../../pictures/caption/instructions.ts';
import { parseCaption } from '../../pictures/caption/parse.ts';

/** What a wire file says of a picture in fields of its own; whatever is not said stays empty. */
export interface WirePicture
  extends Partial<Omit<Picture, 'id' | 'file' | 'caption' | 'restrictions' | 'notices' | 'original'>> {
  readonly id: string;
  /** Exactly as received: sign-off and restrictions may be in it. */
  readonly caption: readonly Inline[];
  /** What machine fields bar, without words (`exclAudience`, `media:restriction`). */
  readonly restrictions?: readonly Restriction[];
  /** Texts as received that no field holds, by the element's name. */
  readonly original?: Original;
}

/**
 * A picture of a wire file. The caption is read by the caption grammar (wire-formats 14), usage terms and
 * instructions by the rights grammar; what the file says in a field of its own wins over what its caption says.
 * Every text is kept as received in `original`.
 */
export function readPicture(wire: WirePicture): Picture {
  const received = inlineText(wire.caption);
  const parsed = parseCaption(received);
  const fields = { usageTerms: wire.usageTerms ?? '', instructions: wire.instructions ?? '' };
  const rights = Object.entries(fields).map(([field, text]) => parseRights(text, field));
  const worded = mergeRestrictions([parsed.restrictions, ...rights.map(each => each.restrictions)]);
  const grammarFound =
    parsed.signOff !== null || parsed.restrictions.length + parsed.notices.length + parsed.tags.length > 0;
  const taken = grammarFound && parsed.caption.trim() !== '';
  const { restrictions, original, ...said } = wire;
  return Picture.parse({
    ...said,
    caption: taken ? plainInlines(parsed.caption) : wire.caption,
    description: wire.description || (taken ? parsed.caption : received),
    creditLine: wire.creditLine || parsed.creditLine,
    creator: wire.creator || parsed.creator,
    dateCreated: wire.dateCreated || parsed.dateTaken,
    dateReleased: wire.dateReleased || parsed.dateReleased,
    people: wire.people?.length ? wire.people : parsed.people,
    restrictions: [...worded, ...unsaid(restrictions ?? [], worded)],
    notices: mergeNotices([parsed.notices, ...rights.map(each => each.notices)]),
    original: {
      ...(received === '' ? {} : { caption: received }),
      ...Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')),
      ...original,
    },
  });
}

/** Machine restrictions that the words do not already state: nobody may rely on one alone (wire-formats 2.9). */
function unsaid(machine: readonly Restriction[], worded: readonly Restriction[]): Restriction[] {
  return machine.flatMap(each => {
    const said = new Set(
      worded.filter(other => other.kind === each.kind).flatMap(other => other.territories),
    );
    const territories = each.territories.filter(code => !said.has(code));
    return territories.length === 0 && each.territories.length > 0 ? [] : [{ ...each, territories }];
  });
}
