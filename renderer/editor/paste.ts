import type { Block, Inline, Mark, TableCell } from '../../main/contract/body.ts';
import { Href, inlineText, markNames, plainInlines } from '../../main/contract/body.ts';

/** What a paste kept and what it left out, for a line under the copy: paste must never silently drop a quotation. */
export interface PasteReport {
  readonly kept: Readonly<Record<string, number>>;
  readonly removed: Readonly<Record<string, number>>;
}

export interface PastedBlocks {
  readonly blocks: readonly Block[];
  readonly report: PasteReport;
}

/** Elements whose content is not copy. */
const dropped = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'TEMPLATE',
  'NOSCRIPT',
  'IFRAME',
  'OBJECT',
  'SVG',
  'FORM',
  'BUTTON',
  'INPUT',
  'SELECT',
  'TEXTAREA',
]);
const pictures = new Set(['IMG', 'PICTURE', 'VIDEO', 'AUDIO']);
const blockElements = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE UL BODY'.split(
    ' ',
  ),
);
const markOf: Readonly<Record<string, Mark>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  U: 'underline',
  INS: 'underline',
  S: 'strikethrough',
  STRIKE: 'strikethrough',
  DEL: 'strikethrough',
  SUB: 'subscript',
  SUP: 'superscript',
  CODE: 'code',
};
/** Deeper than any word processor nests, and shallow enough for the stack. */
const deepest = 200;

/**
 * Pasted HTML as blocks, by closed rules: what no rule knows becomes its words. Nothing of it reaches the page
 * as HTML; the document it is parsed in runs nothing and loads nothing.
 */
export function blocksFromHtml(html: string): PastedBlocks {
  // A style attribute would be refused by our own Content-Security-Policy, loudly, at the moment of parsing.
  const plain = html.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ' ');
  const page = new DOMParser().parseFromString(plain, 'text/html');
  const reader = createReader();
  reader.blocks(page.body, 0);
  reader.finish();
  const styles = html.length === plain.length ? 0 : (html.match(/\sstyle\s*=/gi) ?? []).length;
  return {
    blocks: reader.done,
    report: { kept: reader.kept, removed: { ...reader.removed, ...(styles > 0 ? { styles } : {}) } },
  };
}

/** Pasted text as paragraphs: a line each, or where there are blank lines, what stands between them. */
export function blocksFromText(text: string): readonly Block[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, '')
    .split(/\n+/);
  return lines
    .filter(line => line.trim() !== '')
    .map(line => ({ id: crypto.randomUUID(), type: 'paragraph', inlines: plainInlines(line.trim()) }));
}

interface Reader {
  readonly done: Block[];
  readonly kept: Record<string, number>;
  readonly removed: Record<string, number>;
  blocks(node: Node, depth: number): void;
  finish(): void;
}

function createReader(): Reader {
  const done: Block[] = [];
  const kept: Record<string, number> = {};
  const removed: Record<string, number> = {};
  let loose: Inline[] = [];
  const count = (record: Record<string, number>, what: string): void => {
    record[what] = (record[what] ?? 0) + 1;
  };
  const id = (): string => crypto.randomUUID();

  const finish = (): void => {
    const inlines = tidy(loose);
    loose = [];
    if (inlines.length > 0) done.push({ id: id(), type: 'paragraph', inlines });
  };

  const inlinesOf = (node: Node, marks: readonly Mark[], depth: number): Inline[] => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = (node.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
      return text === ''
        ? []
        : [{ type: 'text', text, marks: markNames.filter(mark => marks.includes(mark)) }];
    }
    if (!(node instanceof Element) || depth > deepest)
      return plainInlines(node.nodeType === Node.ELEMENT_NODE ? (node.textContent ?? '') : '');
    const name = node.tagName.toUpperCase();
    if (name === 'BR') return [{ type: 'break' }];
    if (dropped.has(name) || pictures.has(name)) {
      if (pictures.has(name)) count(removed, 'pictures');
      return [];
    }
    const mark = markOf[name];
    const inner = [...node.childNodes].flatMap(child =>
      inlinesOf(child, mark ? [...marks, mark] : marks, depth + 1),
    );
    if (name !== 'A') return inner;
    const href = Href.safeParse(node.getAttribute('href') ?? '');
    const words = inner.filter(each => each.type !== 'link');
    if (!href.success || words.length === 0) return inner;
    count(kept, 'links');
    return [{ type: 'link', href: href.data, inlines: words }];
  };

  const words = (element: Element, depth: number): Inline[] =>
    tidy([...element.childNodes].flatMap(child => inlinesOf(child, [], depth + 1)));

  const blocks = (node: Node, depth: number): void => {
    for (const child of node.childNodes) {
      const name = child instanceof Element ? child.tagName.toUpperCase() : '';
      if (dropped.has(name)) continue;
      if (
        !(child instanceof Element) ||
        (!blockElements.has(name) &&
          !child.querySelector('p,div,ul,ol,table,blockquote,h1,h2,h3,h4,h5,h6')) ||
        depth > deepest
      ) {
        loose.push(...inlinesOf(child, [], depth));
        continue;
      }
      finish();
      block(child, name, depth + 1);
      finish();
    }
  };

  const block = (element: Element, name: string, depth: number): void => {
    switch (name) {
      case 'H1':
      case 'H2':
      case 'H3':
      case 'H4':
      case 'H5':
      case 'H6': {
        const inlines = words(element, depth);
        const level = name === 'H3' ? 3 : name === 'H1' || name === 'H2' ? 2 : 4;
        if (inlines.length > 0) done.push({ id: id(), type: 'heading', level, inlines });
        return;
      }
      case 'UL':
      case 'OL': {
        const items = [...element.querySelectorAll('li')].map(item =>
          tidy(
            [...item.childNodes]
              .filter(child => !(child instanceof Element && /^[UO]L$/.test(child.tagName)))
              .flatMap(child => inlinesOf(child, [], depth)),
          ),
        );
        count(kept, 'lists');
        done.push({
          id: id(),
          type: 'list',
          ordered: name === 'OL',
          items: items.filter(item => item.length > 0),
        });
        return;
      }
      case 'BLOCKQUOTE': {
        const inner = createReader();
        inner.blocks(element, depth);
        inner.finish();
        const paragraphs = inner.done.flatMap(each =>
          'inlines' in each ? [each.inlines] : each.type === 'list' ? [...each.items] : [],
        );
        count(kept, 'quotations');
        if (paragraphs.length > 0) done.push({ id: id(), type: 'quote', paragraphs, attribution: '' });
        return;
      }
      case 'TABLE': {
        const rows = [...element.querySelectorAll('tr')].map(row =>
          [...row.querySelectorAll('th,td')].map(
            (cell): TableCell => ({ header: cell.tagName === 'TH', inlines: words(cell, depth) }),
          ),
        );
        count(kept, 'tables');
        done.push({ id: id(), type: 'table', rows: rows.filter(row => row.length > 0) });
        return;
      }
      case 'HR':
        done.push({ id: id(), type: 'separator' });
        return;
      default:
        blocks(element, depth);
    }
  };

  return { done, kept, removed, blocks, finish };
}

/** No white space at the ends, none doubled where two runs meet. */
function tidy(inlines: readonly Inline[]): Inline[] {
  const tidied: Inline[] = [];
  for (const inline of inlines) {
    const last = tidied.at(-1);
    if (inline.type !== 'text') {
      tidied.push(inline);
      continue;
    }
    const atStart =
      last === undefined || last.type === 'break' || (last.type === 'text' && last.text.endsWith(' '));
    const text = atStart ? inline.text.replace(/^ +/, '') : inline.text;
    if (text !== '') tidied.push({ ...inline, text });
  }
  const last = tidied.at(-1);
  if (last?.type === 'text') tidied[tidied.length - 1] = { ...last, text: last.text.trimEnd() };
  return inlineText(tidied).trim() === ''
    ? []
    : tidied.filter(inline => inline.type !== 'text' || inline.text !== '');
}

/** A paste's report as a line: "Kept 2 quotations, 1 table; left out 3 styles". */
export function pasteLine({ kept, removed }: PasteReport): string {
  const words = (record: Readonly<Record<string, number>>): string =>
    Object.entries(record)
      .map(([what, count]) => `${count} ${count === 1 ? what.replace(/s$/, '') : what}`)
      .join(', ');
  return [words(kept) && `Kept ${words(kept)}`, words(removed) && `left out ${words(removed)}`]
    .filter(Boolean)
    .join('; ');
}
