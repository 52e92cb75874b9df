import type { Inline, TextInline } from '../../contract/body.ts';

/** The inlines without their first `count` UTF-16 units (a break counts as one). White space that then leads goes too. */
export function dropStart(inlines: readonly Inline[], count: number): Inline[] {
  const rest: Inline[] = [];
  let left = count;
  for (const inline of inlines) {
    if (left <= 0) {
      rest.push(inline);
    } else if (inline.type === 'text') {
      if (inline.text.length > left) rest.push({ ...inline, text: inline.text.slice(left) });
      left -= inline.text.length;
    } else if (inline.type === 'break') {
      left -= 1;
    } else {
      const length = inline.inlines.reduce(
        (sum, inner) => sum + (inner.type === 'text' ? inner.text.length : 1),
        0,
      );
      if (length > left) rest.push({ ...inline, inlines: dropStartFlat(inline.inlines, left) });
      left -= length;
    }
  }
  return trimInlines(rest);
}

function dropStartFlat<Flat extends TextInline | { type: 'break' }>(
  inlines: readonly Flat[],
  count: number,
): Flat[] {
  const rest: Flat[] = [];
  let left = count;
  for (const inline of inlines) {
    const length = inline.type === 'text' ? inline.text.length : 1;
    if (left <= 0) rest.push(inline);
    else if (inline.type === 'text' && length > left) rest.push({ ...inline, text: inline.text.slice(left) });
    left -= length;
  }
  return rest;
}

/** Without white space and breaks at both ends, and without empty runs. */
export function trimInlines(inlines: readonly Inline[]): Inline[] {
  const kept = [...inlines];
  while (kept.length > 0) {
    const first = kept[0];
    if (first?.type === 'break') kept.shift();
    else if (first?.type === 'text') {
      const text = first.text.trimStart();
      if (text !== '') {
        kept[0] = { ...first, text };
        break;
      }
      kept.shift();
    } else break;
  }
  while (kept.length > 0) {
    const last = kept[kept.length - 1];
    if (last?.type === 'break') kept.pop();
    else if (last?.type === 'text') {
      const text = last.text.trimEnd();
      if (text !== '') {
        kept[kept.length - 1] = { ...last, text };
        break;
      }
      kept.pop();
    } else break;
  }
  return kept;
}

/** Whether every word is bold: how documents without headings mark a subhead. */
export function allBold(inlines: readonly Inline[]): boolean {
  return (
    inlines.length > 0 &&
    inlines.every(inline =>
      inline.type === 'text'
        ? inline.text.trim() === '' || inline.marks.includes('bold')
        : inline.type === 'break',
    )
  );
}
