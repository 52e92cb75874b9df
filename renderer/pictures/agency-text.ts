import { inlineText } from '../../main/contract/body.ts';
import type { Picture } from '../../main/contract/picture.ts';

/** The text that an agency caption is read from: as received where there is one, else what stands in the caption. */
export function agencyText({ original, caption }: Picture): string {
  return (
    original.caption ??
    original['XMP-dc:Description'] ??
    original['IPTC:Caption-Abstract'] ??
    inlineText(caption)
  );
}
