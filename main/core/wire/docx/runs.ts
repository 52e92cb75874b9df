import type { Inline, Mark, TextInline } from '../../../contract/body.ts';
import { trimInlines } from '../../markup/inline-edit.ts';
import { direction } from '../language.ts';
import { cleanHtmlText } from '../text.ts';
import { hasWords } from '../xhtml-body.ts';
import { type Child, type Element, element } from '../xml.ts';
import { codeStyle, linkStyle, type StyleName, styles } from './styles.ts';

/** What paragraphs of one document share: its direction, and the addresses that its links name by relationship. */
export interface TextContext {
  readonly rightToLeft: boolean;
  /** The relationship's identifier for an outer address. */
  readonly link: (href: string) => string;
}

/** The properties of a paragraph in the schema's order (ECMA-376 17.3.1.26). */
export function paragraph(
  style: StyleName | null,
  context: TextContext,
  children: readonly Child[],
  list?: { readonly number: number },
): Element {
  const properties = [
    style === null ? null : element('w:pStyle', { 'w:val': styles[style].id }),
    list === undefined
      ? null
      : element(
          'w:numPr',
          {},
          element('w:ilvl', { 'w:val': 0 }),
          element('w:numId', { 'w:val': list.number }),
        ),
    context.rightToLeft ? element('w:bidi') : null,
  ];
  return element('w:p', {}, element('w:pPr', {}, properties), children);
}

/** Whether the words of a language run from right to left. */
export function textContext(language: string, link: (href: string) => string): TextContext {
  return { rightToLeft: direction(language) === 'rtl', link };
}

/** A run of inlines as runs and hyperlinks. */
export function runs(inlines: readonly Inline[], context: TextContext): Child[] {
  return trimInlines(inlines).map(inline => {
    if (inline.type !== 'link') return run(inline, context);
    if (!hasWords([inline])) return null;
    const inner = inline.inlines.map(each => run(each, context, linkStyle.id));
    return element('w:hyperlink', { 'r:id': context.link(inline.href), 'w:history': '1' }, inner);
  });
}

const onOff: Readonly<Partial<Record<Mark, readonly string[]>>> = {
  bold: ['w:b', 'w:bCs'],
  italic: ['w:i', 'w:iCs'],
  strikethrough: ['w:strike'],
};

function run(inline: TextInline | { readonly type: 'break' }, context: TextContext, style?: string): Element {
  if (inline.type === 'break') return element('w:r', {}, element('w:br'));
  const { marks, text } = inline;
  // A line end within words is white space; only a break is a break.
  return styledRun(
    text.replace(/[\r\n\u2028\u2029]+/gu, ' '),
    context,
    marks.includes('code') ? codeStyle.id : style,
    marks,
  );
}

/** A run with a character style; its marks in the schema's order (ECMA-376 17.3.2.28). */
export function styledRun(
  text: string,
  { rightToLeft }: TextContext,
  style?: string,
  marks: readonly Mark[] = [],
): Element {
  const raised = marks.includes('superscript')
    ? 'superscript'
    : marks.includes('subscript')
      ? 'subscript'
      : null;
  return element(
    'w:r',
    {},
    element(
      'w:rPr',
      {},
      style === undefined ? null : element('w:rStyle', { 'w:val': style }),
      (['bold', 'italic', 'strikethrough'] as const)
        .filter(mark => marks.includes(mark))
        .flatMap(mark => (onOff[mark] ?? []).map(name => element(name))),
      marks.includes('underline') ? element('w:u', { 'w:val': 'single' }) : null,
      raised === null ? null : element('w:vertAlign', { 'w:val': raised }),
      rightToLeft ? element('w:rtl') : null,
    ),
    lines(text),
  );
}

/** Words with a break for every line end; white space at their ends is kept. */
function lines(text: string): Child[] {
  return cleanHtmlText(text)
    .split('\n')
    .map((line, index) => [
      index > 0 ? element('w:br') : null,
      line === '' ? null : element('w:t', { 'xml:space': 'preserve' }, line.replaceAll('\t', ' ')),
    ]);
}
