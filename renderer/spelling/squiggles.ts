import type { TextRange } from '../../main/contract/spelling.ts';
import { type Line, linesOf, rangeIn } from './lines.ts';

/** The words underlined in the copy. Nothing is put into the document: they are ranges that CSS draws. */
export interface Squiggles {
  /** Everything is asked again, what is in sight first: the language or the words that are known have changed. */
  askAgain(): void;
  /** The misspelt word at a place of the document; null where there is none. */
  at(node: Node, offset: number): Range | null;
  stop(): void;
}

/** Long enough after a key that nobody is waiting, short enough that it is there when the eye goes back. */
const pauseMs = 300;
/** What comes into sight is asked with what comes right after it. */
const scrollMs = 60;
/** Blocks this near to the edge of the window are asked before they are seen. */
const nearby = '300px';
const name = 'misspelt';

interface Block {
  /** Changed, or never asked, since it was last painted. */
  stale: boolean;
  words: readonly Range[];
}

/**
 * Underlines what `ask` finds in the blocks that are in or near the window. A key costs a note that its block has
 * changed; the rest waits for a pause, and asks for that block alone.
 * @param root the element with the blocks as its children
 * @param ask the misspelt ranges of texts, or null where they cannot be had
 */
export function createSquiggles(
  root: HTMLElement,
  ask: (texts: readonly string[]) => Promise<readonly (readonly TextRange[])[] | null>,
): Squiggles {
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  const blocks = new Map<Element, Block>();
  const inSight = new Set<Element>();
  /** The word that is being written: it is not underlined before the caret leaves it. */
  let unfinished: Range | null = null;
  let timer = 0;
  let asking = false;
  let stopped = false;

  const wait = (ms: number): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void run(), ms);
  };
  const clear = (block: Block): void => {
    for (const range of block.words) {
      highlight.delete(range);
      if (range === unfinished) unfinished = null;
    }
    block.words = [];
  };
  const paint = (block: Block, lines: readonly Line[], found: readonly (readonly TextRange[])[]): void => {
    clear(block);
    block.words = lines.flatMap((line, index) =>
      (found[index] ?? []).flatMap(({ start, end }) => rangeIn(line, start, end) ?? []),
    );
    for (const range of block.words)
      if (isBeingWritten(range)) unfinished = range;
      else highlight.add(range);
  };

  const run = async (): Promise<void> => {
    // What became stale meanwhile is asked when the answer is there.
    if (asking || stopped) return;
    const asked = [...inSight]
      .map(element => ({ element, block: blocks.get(element) }))
      .filter((each): each is { element: Element; block: Block } => each.block?.stale === true)
      .map(each => ({ ...each, lines: linesOf(each.element) }));
    if (asked.length === 0) return;
    for (const { block } of asked) block.stale = false;
    asking = true;
    const found = await ask(asked.flatMap(({ lines }) => lines.map(line => line.text)));
    asking = false;
    if (stopped) return;
    let from = 0;
    for (const { block, lines } of asked) {
      const own = found?.slice(from, from + lines.length) ?? [];
      from += lines.length;
      if (!block.stale) paint(block, lines, own);
    }
    if ([...inSight].some(element => blocks.get(element)?.stale === true)) wait(pauseMs);
  };

  const sight = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
      wait(scrollMs);
    },
    { rootMargin: nearby },
  );
  const take = (element: Element): void => {
    if (blocks.has(element)) return;
    blocks.set(element, { stale: true, words: [] });
    sight.observe(element);
  };
  const drop = (element: Element): void => {
    const block = blocks.get(element);
    if (!block) return;
    clear(block);
    blocks.delete(element);
    inSight.delete(element);
    sight.unobserve(element);
  };
  const changes = new MutationObserver(records => {
    for (const record of records) {
      if (record.target === root) {
        for (const node of record.removedNodes)
          if (node instanceof Element && node.parentNode !== root) drop(node);
        for (const node of record.addedNodes)
          if (node instanceof Element && node.parentNode === root) take(node);
        continue;
      }
      const block = blockOf(root, record.target);
      const known = block && blocks.get(block);
      if (known) known.stale = true;
    }
    wait(pauseMs);
  });
  const caretMoved = (): void => {
    if (!unfinished || isBeingWritten(unfinished)) return;
    highlight.add(unfinished);
    unfinished = null;
  };

  for (const element of root.children) take(element);
  changes.observe(root, { childList: true, characterData: true, subtree: true });
  document.addEventListener('selectionchange', caretMoved);
  return {
    askAgain() {
      for (const block of blocks.values()) block.stale = true;
      wait(0);
    },
    at: (node, offset) => {
      const block = blockOf(root, node);
      const words = (block && blocks.get(block)?.words) ?? [];
      return words.find(range => !range.collapsed && range.isPointInRange(node, offset)) ?? null;
    },
    stop() {
      stopped = true;
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', caretMoved);
      changes.disconnect();
      sight.disconnect();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    },
  };
}

/** The child of the root that a node stands in. */
function blockOf(root: Element, node: Node): Element | null {
  let at: Node | null = node;
  while (at && at.parentNode !== root) at = at.parentNode;
  return at instanceof Element ? at : null;
}

/** Whether the caret stands at the end of a word, as it does while the word is typed. */
function isBeingWritten(range: Range): boolean {
  const selection = document.getSelection();
  return (
    selection?.isCollapsed === true &&
    selection.focusNode === range.endContainer &&
    selection.focusOffset === range.endOffset
  );
}
