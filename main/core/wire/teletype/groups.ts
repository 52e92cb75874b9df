/**
 * Text of the wires that know lines only, as this program writes and reads it: groups of lines apart by a blank line.
 * The lines of a `copy` group are set in: the words of one paragraph, a line for each break. The lines of a `marks`
 * group stand at the margin: what they are, they say by their beginning (`## `, `- `, `[Box]`, `Keywords: `). So no
 * words of a story can be taken for a mark.
 */
export interface Group {
  readonly kind: 'copy' | 'marks';
  readonly lines: readonly Line[];
}

export interface Line {
  readonly text: string;
  /** Further lines of a labelled text that has several. */
  readonly more?: readonly string[];
}

/** A group of marks, one a line. */
export function marks(...texts: readonly string[]): Group {
  return { kind: 'marks', lines: texts.map(text => ({ text })) };
}

/** How the two kinds of groups are told apart: the beginnings of lines, as a format has them. */
export interface Margins {
  /** Before each line of a copy group. */
  readonly copy: string;
  /** Before each further line of a labelled text; longer than where a wrapped line goes on. */
  readonly more: string;
}
