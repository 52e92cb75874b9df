import type { Block, Inline } from '../../contract/body.ts';

/** A picture as a page or document names it, before it is known whether its file came along. */
export interface PictureSource {
  /** Where the page has it from, or empty. */
  readonly address: string;
  readonly altText: string;
  /** The file's bytes where the document carries them. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}

/**
 * One thing of what came in, in reading order. Every reader of documents makes these; `article/read.ts` decides
 * what each is in a story.
 */
export type Piece =
  /** A line or paragraph that may turn out to be anything. `tight`: no blank line stands between it and the one before. */
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly inlines: readonly Inline[];
      readonly tight: boolean;
    }
  /** A heading that the source marks as such. */
  | {
      readonly kind: 'heading';
      readonly text: string;
      readonly inlines: readonly Inline[];
      readonly level: 1 | 2 | 3 | 4;
    }
  /** A list, table, quotation or rule: it stays what it is. */
  | { readonly kind: 'block'; readonly block: Block }
  | {
      readonly kind: 'picture';
      readonly caption: string;
      readonly source: PictureSource | null;
    }
  | {
      readonly kind: 'left-out';
      readonly text: string;
      readonly reason: string;
    };

/** Words of the input that no field, block or picture took, and why. */
export interface LeftOut {
  readonly text: string;
  readonly reason: string;
}
