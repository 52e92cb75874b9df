import type { Restriction } from '../../contract/rights.ts';

/** An earlier use of a picture file in another story. */
export interface EarlierUse {
  readonly time: string;
  /** What the story goes by. */
  readonly name: string;
}

const once =
  /\b(?:one[- ]?time(?: editorial)? use|single[- ]use|use once|once only|usage unique|utilisation unique|uso [uú]nico|un solo uso|einmalige (?:Verwendung|Nutzung|Ver[öo]ffentlichung))\b/iu;

/** Whether the words of a rule allow one use: no kind of its own has them (design 5), the ledger of uses keeps them. */
export function isSingleUse({ text }: Restriction): boolean {
  return once.test(text);
}
