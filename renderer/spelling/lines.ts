/** A run of text that is read as one, whatever elements it is marked up with, and where its characters stand. */
export interface Line {
  readonly text: string;
  readonly pieces: readonly { readonly node: Text; readonly start: number }[];
}

/** Elements that do not end a line of text: marks and links. A word may begin in one and end in the next. */
const inline = new Set(['SPAN', 'A', 'STRONG', 'EM', 'B', 'I', 'U', 'S', 'SUB', 'SUP', 'CODE', 'MARK']);

/** The lines of a block: a paragraph is one, a table one for each cell. What cannot be edited is passed over. */
export function linesOf(block: Element): readonly Line[] {
  const lines: Line[] = [];
  let text = '';
  let pieces: { node: Text; start: number }[] = [];
  const end = (): void => {
    if (text.trim() !== '') lines.push({ text, pieces });
    text = '';
    pieces = [];
  };
  const read = (node: Node): void => {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if (node instanceof HTMLElement && node.contentEditable !== 'false') {
      const breaks = !inline.has(node.tagName);
      if (breaks) end();
      for (const child of node.childNodes) read(child);
      if (breaks) end();
    }
  };
  read(block);
  end();
  return lines;
}

/** A part of a line as a range of the document; null where the line has no such part. */
export function rangeIn({ pieces }: Line, start: number, end: number): Range | null {
  const first = pieces.findLast(piece => piece.start <= start);
  const last = pieces.findLast(piece => piece.start < end);
  if (!first || !last || end - last.start > last.node.length) return null;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
