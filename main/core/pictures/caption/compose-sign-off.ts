import type { CaptionStyle, Picture } from '../../../contract/picture.ts';
import { type Credit, readCredit } from './credit.ts';
import { tidy } from './normalise.ts';
import { parseCaption } from './parse.ts';

/** A credit whose own agency is the style's is printed as that agency wrote it. */
const own: Readonly<Record<CaptionStyle, RegExp>> = {
  ap: /(?<!\p{L})AP(?!\p{L})/u,
  afp: /(?<!\p{L})AFP(?!\p{L})/u,
  reuters: /reuters/i,
  getty: /getty|wireimage|filmmagic/i,
  dpa: /(?<!\p{L})dpa(?!\p{L})/u,
  plain: /./s,
};

/** The credits that a picture must be printed with, as demanded. */
export function demandedCredits(picture: Pick<Picture, 'restrictions'>): readonly string[] {
  const demanded = picture.restrictions.flatMap(each =>
    each.kind === 'mandatory-credit' && each.credit !== null ? [tidy(each.credit)] : [],
  );
  return [...new Set(demanded.filter(credit => credit !== ''))];
}

/**
 * The sign-off of a picture in a style's grammar (wire-formats 14.1): `(Name/Paper via AP)`, `(Photo by NAME / AFP)`,
 * `REUTERS/Name`, `(Photo by Name/Getty Images)`, `Foto: Name/dpa`. A mandatory credit is printed exactly as it is
 * demanded. Empty where nobody is named.
 */
export function composeSignOff(
  picture: Pick<Picture, 'creditLine' | 'creator' | 'source' | 'restrictions'>,
  style: CaptionStyle,
): string {
  const credit = creditIn(picture, style);
  if (credit === '') return '';
  const candidates = [inGrammar(credit, style), `(Photo by ${credit})`, `(${credit})`];
  // What the grammar would not read as a credit, nobody else's would.
  return (
    candidates.find(each => parseCaption(`Here. ${each}`).signOff?.raw === each) ?? inGrammar(credit, style)
  );
}

function creditIn(
  picture: Pick<Picture, 'creditLine' | 'creator' | 'source' | 'restrictions'>,
  style: CaptionStyle,
): string {
  const line = tidy(picture.creditLine);
  const [demanded] = demandedCredits(picture);
  if (demanded !== undefined) return line.includes(demanded) ? line : demanded;
  const named = line || [picture.creator, picture.source].map(tidy).filter(Boolean).join('/');
  return own[style].test(named) ? named : arranged(readCredit(named), style) || named;
}

/** Somebody else's credit in the order and with the marks of the style. */
function arranged({ names, affiliations, via, flags }: Credit, style: CaptionStyle): string {
  const slash = style === 'afp' ? ' / ' : '/';
  const inside = style === 'ap' ? [] : flags;
  const left = [...names, ...inside, ...affiliations].join(slash);
  const through = via === '' ? left : `${left} via ${via}`;
  return style === 'ap' ? [through, ...flags].filter(Boolean).join(', ') : through;
}

function inGrammar(credit: string, style: CaptionStyle): string {
  switch (style) {
    case 'ap':
      return `(${credit})`;
    case 'reuters':
      return credit;
    case 'dpa':
      return `Foto: ${credit}`;
    case 'afp':
    case 'getty':
    case 'plain':
      return /^AFP PHOTO/i.test(credit) || /^AP PHOTO/i.test(credit) ? `(${credit})` : `(Photo by ${credit})`;
  }
}
