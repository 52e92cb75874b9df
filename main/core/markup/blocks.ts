import type { Block, Inline } from '../../contract/body.ts';
import { Href, inlineText } from '../../contract/body.ts';
import type { Frame } from './frames.ts';
import { framePieces, mergeQuotes } from './frames.ts';
import type { Look } from './inline-run.ts';
import { createInlineRun, lookWithin, plainLook } from './inline-run.ts';
import type { PictureSource, Piece } from './piece.ts';
import { isLayoutTable, isSetIn, isWordListItem, paragraphsOf, withoutListMark } from './signs.ts';
import type { MarkupElement } from './tree.ts';
import { isBlockTag, textOf, walk } from './tree.ts';

export interface MapOptions {
  readonly ids: () => string;
  /** Why an element is left out with all in it, or null. */
  readonly leaveOut: (element: MarkupElement) => string | null;
  /** The picture an img stands for, or null for one that is no picture of the story. */
  readonly picture: (element: MarkupElement) => PictureSource | null;
  /** The block that an element stands for with all in it, or null for one that is read through. */
  readonly whole?: (element: MarkupElement) => Block | null;
  /**
   * The source's markup means what it says, as a wire file's does: a table is a table, an indent no quotation, and
   * two quotations are two.
   */
  readonly trusted?: boolean;
}

const headingLevels: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  h1: 1,
  h2: 2,
  h3: 3,
  h4: 4,
  h5: 4,
  h6: 4,
};

/**
 * The pieces of a tree in the manner of HTML, in reading order: paragraphs and headings with their marks and links,
 * lists, tables, quotations, pictures. Nothing that has words is dropped: what does not fit is flattened.
 */
export function markupPieces(root: MarkupElement, options: MapOptions): Piece[] {
  const { ids, trusted = false } = options;
  const pieces: Piece[] = [];
  const frames: Frame[] = [];
  const looks: Look[] = [plainLook];
  let waiting: Piece[] = [];
  let preformatted = 0;
  const run = createInlineRun();

  function look(): Look {
    return looks.at(-1) ?? plainLook;
  }

  function emit(piece: Piece): void {
    const top = frames.at(-1);
    if (!top) pieces.push(piece);
    else if (top.kind === 'figure') top.pieces.push(piece);
    else waiting.push(piece);
  }

  function close(): Frame | undefined {
    const frame = frames.pop();
    if (frame) for (const piece of framePieces(frame, ids)) emit(piece);
    if (frames.length === 0 || frames.at(-1)?.kind === 'figure') {
      const held = waiting;
      waiting = [];
      for (const piece of held) emit(piece);
    }
    return frame;
  }

  function emitBlock(block: Block): void {
    emit({ kind: 'block', block });
  }

  function emitLine(inlines: readonly Inline[]): void {
    emit({ kind: 'line', text: inlineText(inlines), inlines, tight: false });
  }

  /** Ends the run of words and gives it to what is open. */
  function flush(): void {
    const taken = run.take();
    if (taken.length === 0) return;
    const top = frames.at(-1);
    switch (top?.kind) {
      case undefined:
        for (const inlines of paragraphsOf(taken)) emitLine(inlines);
        return;
      case 'heading':
        frames.pop();
        emit({
          kind: 'heading',
          text: inlineText(taken),
          inlines: taken,
          level: top.level,
        });
        frames.push(top);
        return;
      case 'list':
        append(top.items, taken);
        return;
      case 'quote':
        if (top.citing)
          top.attribution = [top.attribution, inlineText(taken).replace(/^[\s—–-]+/u, '')]
            .filter(Boolean)
            .join(' ');
        else top.paragraphs.push(...paragraphsOf(taken));
        return;
      case 'table': {
        const cell = top.rows.at(-1)?.at(-1);
        if (cell) cell.inlines = joined(cell.inlines, taken);
        else emitLine(taken);
        return;
      }
      case 'figure':
        top.captions.push(inlineText(taken));
    }
  }

  function open(frame: Frame): () => void {
    flush();
    frames.push(frame);
    return () => {
      flush();
      close();
    };
  }

  function openQuote(element: MarkupElement): () => void {
    flush();
    const pull = /pull-?_?quote/iu.test(element.attributes.class ?? '');
    const quote: Frame = {
      kind: 'quote',
      pull,
      paragraphs: [],
      attribution: '',
      citing: false,
    };
    const outer = frames.at(-1);
    if (outer && outer.kind !== 'list' && outer.kind !== 'figure') return flush;
    // A quotation within a list stands between two lists: flattened it would be a quotation lost (newsroom 2.2).
    if (outer?.kind === 'list') close();
    frames.push(quote);
    return () => {
      flush();
      close();
      if (outer?.kind === 'list') frames.push({ kind: 'list', ordered: outer.ordered, items: [] });
    };
  }

  function cite(): () => void {
    flush();
    const quote = frames.at(-1);
    if (quote?.kind === 'quote') quote.citing = true;
    return () => {
      flush();
      if (quote?.kind === 'quote') quote.citing = false;
    };
  }

  function wordListItem(): () => void {
    flush();
    return () => {
      const taken = run.take();
      const { inlines, ordered } = withoutListMark(taken);
      const last = frames.length === 0 ? pieces.at(-1) : undefined;
      if (inlines.length === 0) return;
      if (last?.kind === 'block' && last.block.type === 'list' && last.block.ordered === ordered)
        pieces[pieces.length - 1] = {
          kind: 'block',
          block: { ...last.block, items: [...last.block.items, inlines] },
        };
      else emitBlock({ id: ids(), type: 'list', ordered, items: [inlines] });
    };
  }

  function enterImage(element: MarkupElement): null {
    const source = options.picture(element);
    const figure = frames.find(frame => frame.kind === 'figure');
    if (!source) return null;
    if (figure?.kind === 'figure') figure.sources.push(source);
    else if (frames.length > 0) waiting.push({ kind: 'picture', caption: '', source });
    else {
      flush();
      emit({ kind: 'picture', caption: '', source });
    }
    return null;
  }

  function enterBlock(element: MarkupElement, parent: MarkupElement | null): () => void {
    const { tag } = element;
    const top = frames.at(-1);
    const level = headingLevels[tag];
    if (level !== undefined && (!top || top.kind === 'figure')) return open({ kind: 'heading', level });
    if ((tag === 'ul' || tag === 'ol' || tag === 'menu') && (!top || top.kind === 'figure'))
      return open({ kind: 'list', ordered: tag === 'ol', items: [] });
    if (tag === 'blockquote') return openQuote(element);
    if (tag === 'table' && (!top || top.kind === 'figure') && (trusted || !isLayoutTable(element)))
      return open({ kind: 'table', rows: [] });
    if (tag === 'figure') return open({ kind: 'figure', captions: [], sources: [], pieces: [] });
    if (top?.kind === 'quote' && (tag === 'footer' || (tag === 'figcaption' && !top.citing))) return cite();
    flush();
    if (tag === 'li' && top?.kind === 'list') top.items.push([]);
    if (top?.kind === 'table' && tag === 'tr') top.rows.push([]);
    if (top?.kind === 'table' && (tag === 'td' || tag === 'th')) {
      if (top.rows.length === 0) top.rows.push([]);
      top.rows.at(-1)?.push({ header: tag === 'th', inlines: [] });
    }
    if (!trusted && (tag === 'p' || tag === 'div')) {
      if (isWordListItem(element) && !top) return wordListItem();
      if (isSetIn(element) && !top && parent?.tag !== 'li') return openQuote(element);
    }
    if (tag === 'pre') preformatted += 1;
    return () => {
      flush();
      if (tag === 'pre') preformatted -= 1;
    };
  }

  walk(root, {
    enter(element, parent) {
      const reason = element === root ? null : options.leaveOut(element);
      if (reason !== null) {
        const text = textOf(element);
        if (text !== '') emit({ kind: 'left-out', text, reason });
        return false;
      }
      const whole = element === root ? null : (options.whole?.(element) ?? null);
      if (whole) {
        flush();
        emitBlock(whole);
        return false;
      }
      switch (element.tag) {
        case 'br':
          run.lineBreak(look());
          return null;
        case 'hr':
          flush();
          emitBlock({ id: ids(), type: 'separator' });
          return null;
        case 'img':
          return enterImage(element);
        case 'iframe': {
          const url = Href.safeParse(element.attributes.src);
          flush();
          if (url.success)
            emitBlock({
              id: ids(),
              type: 'embed',
              url: url.data,
              title: element.attributes.title ?? '',
            });
          return false;
        }
        case 'cite':
          if (parent?.tag === 'blockquote') return cite();
      }
      if (isBlockTag(element.tag)) return enterBlock(element, parent);
      looks.push(lookWithin(element, look()));
      // The marks of <q> are put there by the browser; without them the quotation is lost.
      if (element.tag === 'q') run.add('“', look(), false);
      return () => {
        if (element.tag === 'q') run.add('”', look(), false);
        looks.pop();
      };
    },
    text(text) {
      run.add(text, look(), preformatted > 0);
    },
  });
  flush();
  while (frames.length > 0) close();
  return trusted ? pieces : mergeQuotes(pieces);
}

function append(items: Inline[][], inlines: readonly Inline[]): void {
  const last = items.pop() ?? [];
  items.push(joined(last, inlines));
}

function joined(before: readonly Inline[], after: readonly Inline[]): Inline[] {
  return before.length === 0 ? [...after] : [...before, { type: 'break' }, ...after];
}
