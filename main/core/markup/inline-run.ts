import type { Inline, Mark, TextInline } from '../../contract/body.ts';
import { Href, markNames } from '../../contract/body.ts';
import { trimInlines } from './inline-edit.ts';
import type { MarkupElement } from './tree.ts';

/** How text looks at one place: its marks and its link. */
export interface Look {
  readonly marks: readonly Mark[];
  readonly href: string | null;
}
export const plainLook: Look = { marks: [], href: null };

const markByTag: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  dfn: 'italic',
  var: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** The look within an element, by its tag and by the styles that word processors write instead of tags. */
export function lookWithin(element: MarkupElement, outer: Look): Look {
  const marks = new Set<Mark>(outer.marks);
  const byTag = markByTag[element.tag];
  if (byTag) marks.add(byTag);
  const style = element.attributes.style ?? '';
  const weight = /font-weight\s*:\s*(\w+)/iu.exec(style)?.[1]?.toLowerCase();
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) marks.add('bold');
  // Google Docs wraps everything it copies in <b style="font-weight:normal">.
  if (weight === 'normal' || Number(weight) < 600) marks.delete('bold');
  const slant = /font-style\s*:\s*(\w+)/iu.exec(style)?.[1]?.toLowerCase();
  if (slant === 'italic' || slant === 'oblique') marks.add('italic');
  if (slant === 'normal') marks.delete('italic');
  const decoration = /text-decoration(?:-line)?\s*:\s*([^;]+)/iu.exec(style)?.[1] ?? '';
  if (/underline/iu.test(decoration) && element.tag !== 'a') marks.add('underline');
  if (/line-through/iu.test(decoration)) marks.add('strikethrough');
  const raised = /vertical-align\s*:\s*(super|sub)\b/iu.exec(style)?.[1]?.toLowerCase();
  if (raised === 'super') marks.add('superscript');
  if (raised === 'sub') marks.add('subscript');
  const href = element.tag === 'a' ? (linkOf(element) ?? outer.href) : outer.href;
  return { marks: markNames.filter(name => marks.has(name)), href };
}

function linkOf(element: MarkupElement): string | null {
  const href = Href.safeParse((element.attributes.href ?? '').trim());
  return href.success ? href.data : null;
}

/** Gathers text into inlines: white space collapsed, neighbours of one look joined. */
export interface InlineRun {
  readonly add: (text: string, look: Look, preserve: boolean) => void;
  readonly lineBreak: (look: Look) => void;
  /** The inlines gathered, without white space at the ends; the run is empty after. */
  readonly take: () => Inline[];
}

export function createInlineRun(): InlineRun {
  let run: Inline[] = [];
  let atSpace = true;

  function put(piece: TextInline | { readonly type: 'break' }, href: string | null): void {
    const last = run.at(-1);
    if (href === null) {
      if (piece.type === 'text' && last?.type === 'text' && sameMarks(last, piece))
        run[run.length - 1] = { ...last, text: last.text + piece.text };
      else run.push(piece);
      return;
    }
    if (last?.type !== 'link' || last.href !== href) {
      run.push({ type: 'link', href, inlines: [piece] });
      return;
    }
    const end = last.inlines.at(-1);
    const inlines =
      piece.type === 'text' && end?.type === 'text' && sameMarks(end, piece)
        ? [...last.inlines.slice(0, -1), { ...end, text: end.text + piece.text }]
        : [...last.inlines, piece];
    run[run.length - 1] = { ...last, inlines };
  }

  return {
    add(text, look, preserve) {
      if (preserve) {
        for (const [index, line] of text.split('\n').entries()) {
          if (index > 0) put({ type: 'break' }, look.href);
          if (line !== '') put({ type: 'text', text: line, marks: [...look.marks] }, look.href);
        }
        atSpace = false;
        return;
      }
      let words = text.replace(/[ \t\n\r\f]+/gu, ' ').replace(/[ \u00a0]{2,}/gu, ' ');
      if (atSpace) words = words.replace(/^ /u, '');
      if (words === '') return;
      atSpace = words.endsWith(' ');
      put({ type: 'text', text: words, marks: [...look.marks] }, look.href);
    },
    lineBreak(look) {
      put({ type: 'break' }, look.href);
      atSpace = true;
    },
    take() {
      const taken = trimInlines(run);
      run = [];
      atSpace = true;
      return taken;
    },
  };
}

function sameMarks(a: TextInline, b: TextInline): boolean {
  return a.marks.length === b.marks.length && a.marks.every((mark, index) => mark === b.marks[index]);
}
