import type { NoticeKind, RestrictionKind } from '../../../contract/rights.ts';

/** A half-open range of UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What some words of a restriction run mean. */
export type Meaning =
  | {
      readonly type: 'restriction';
      readonly kind: RestrictionKind;
      readonly territories?: readonly string[];
      readonly media?: readonly string[];
      readonly until?: string | null;
      /** Where the words of a mandatory credit stand: they are printed as the source writes them. */
      readonly credit?: Range | null;
      readonly needsReview?: boolean;
    }
  | { readonly type: 'notice'; readonly kind: NoticeKind }
  | { readonly type: 'tag'; readonly name: string }
  /** Words that only introduce what follows: EDITORS NOTE, ATTENTION EDITORS. */
  | { readonly type: 'label' };

/** A meaning and the words it was read from; or words that mean nothing to the grammar. */
export type Reading = Range & (Meaning | { readonly type: 'unknown' });
