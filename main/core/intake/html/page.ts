import type { Piece } from '../../markup/piece.ts';
import type { MarkupElement } from '../../markup/tree.ts';
import { findAll, textOf, walk } from '../../markup/tree.ts';

/** Elements that are never copy, and what the list of what was left out calls them. */
const reasonByTag: Readonly<Record<string, string>> = {
  nav: 'navigation',
  aside: 'aside',
  form: 'form',
  button: 'button',
  select: 'form',
  textarea: 'form',
  dialog: 'dialog',
  menu: 'menu',
  object: 'embedded object',
  audio: 'player',
  video: 'player',
  canvas: 'drawing',
  svg: 'drawing',
  math: 'formula',
};

/** Elements that hold code, not words: they are counted, their code is not listed. */
const codeTags = /^(?:script|style|noscript|template|link|meta|head)$/u;

const reasonByRole: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  complementary: 'aside',
  banner: 'page header',
  contentinfo: 'footer',
  search: 'search form',
  dialog: 'dialog',
  alertdialog: 'dialog',
};

const furnitureClass =
  /(?:^|[-_\s])(share|sharing|social|related|newsletter|advert(?:isement)?|ads?|promo|sponsor(?:ed)?|cookies?|comments?|breadcrumbs?|recirc|recommend(?:ed|ations?)|outbrain|taboola|subscribe|toolbar|skip-?link|sr-only|visually-hidden|screen-reader-text)(?:[-_\s]|$)/iu;

const longestFurniture = 1_500;

/** Why an element within the story's part of a page is left out, or null. */
export function reasonToLeaveOut(element: MarkupElement): string | null {
  const { tag, attributes } = element;
  if (codeTags.test(tag)) return 'script or style';
  if (tag === 'aside' && /pull-?_?quote/iu.test(attributes.class ?? '')) return null;
  const reason = reasonByTag[tag] ?? reasonByRole[attributes.role ?? ''];
  if (reason) return reason;
  if (tag === 'iframe' && !knownPlayer.test(attributes.src ?? '')) return 'embedded page';
  if (attributes.hidden !== undefined || /display\s*:\s*none/iu.test(attributes.style ?? ''))
    return 'hidden on the page';
  const mark = furnitureClass.exec(`${attributes.class ?? ''} ${attributes.id ?? ''}`)?.[1];
  // Whole stories lie in elements with such names too, so only small ones are believed.
  if (mark && isSmall(element)) return `marked “${mark.toLowerCase()}” on the page`;
  return null;
}

const knownPlayer =
  /^https:\/\/(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitter\.com|x\.com|instagram\.com|facebook\.com|tiktok\.com|spotify\.com|soundcloud\.com|datawrapper\.de|dwcdn\.net|flourish\.studio|openstreetmap\.org|google\.com\/maps)(?:\/|$)/iu;

function isSmall(element: MarkupElement): boolean {
  const inner = findAll(element, ({ tag }) => tag === 'p' || tag === 'h1');
  return (
    inner.length <= 4 && inner.every(({ tag }) => tag !== 'h1') && textOf(element).length <= longestFurniture
  );
}

/** How many characters of paragraphs an element holds. */
function proseLength(element: MarkupElement): number {
  return findAll(element, ({ tag }) => tag === 'p').reduce(
    (sum, paragraph) => sum + textOf(paragraph).length,
    0,
  );
}

/** The most elements that are weighed for being the story. */
const mostCandidates = 50;

/** The element that holds the story: the article with the most prose, else the main part, else the whole body. */
export function storyElement(html: MarkupElement): MarkupElement {
  const body = html.children.find(child => typeof child !== 'string' && child.tag === 'body');
  const root = typeof body === 'object' ? body : html;
  const total = proseLength(root);
  const candidates = findAll(
    root,
    ({ tag, attributes }) =>
      tag === 'article' ||
      attributes.role === 'article' ||
      /\barticleBody\b/u.test(attributes.itemprop ?? ''),
  ).slice(0, mostCandidates);
  const weighed = candidates
    .map(candidate => ({ candidate, length: proseLength(candidate) }))
    .toSorted((a, b) => b.length - a.length);
  const [best] = weighed;
  if (best && best.length > 0 && best.length >= total * 0.5) return best.candidate;
  const main = findAll(root, ({ tag, attributes }) => tag === 'main' || attributes.role === 'main')[0];
  return main && proseLength(main) >= total * 0.3 ? main : root;
}

/** What stands on a page outside its story, a piece for each part, with its kind; scripts and styles are counted. */
export function outsidePieces(
  html: MarkupElement,
  story: MarkupElement,
  headline: MarkupElement | null,
): Piece[] {
  const pieces: Piece[] = [];
  const around = new Set<MarkupElement>();
  markAround(html, story, around);
  if (headline) markAround(html, headline, around);
  let loose = '';
  const settle = () => {
    if (loose.trim() !== '')
      pieces.push({
        kind: 'left-out',
        text: loose.replace(/\s+/gu, ' ').trim(),
        reason: 'outside the story',
      });
    loose = '';
  };
  walk(html, {
    enter(element) {
      if (element === story || element === headline) {
        settle();
        return false;
      }
      if (codeTags.test(element.tag)) return false;
      if (around.has(element)) return null;
      settle();
      const text = textOf(element);
      if (text !== '') pieces.push({ kind: 'left-out', text, reason: reasonOutside(element) });
      return false;
    },
    text(text) {
      loose += text;
    },
  });
  settle();
  const scripts = findAll(html, ({ tag }) => tag === 'script' || tag === 'style').length;
  if (scripts > 0)
    pieces.push({
      kind: 'left-out',
      text: `${scripts} × script or style`,
      reason: 'code of the page, counted and not listed',
    });
  return pieces;
}

function reasonOutside({ tag, attributes }: MarkupElement): string {
  if (tag === 'header') return 'page header';
  if (tag === 'footer') return 'footer';
  return reasonByTag[tag] ?? reasonByRole[attributes.role ?? ''] ?? 'outside the story';
}

/** Marks an element's ancestors. */
function markAround(html: MarkupElement, inner: MarkupElement, around: Set<MarkupElement>): void {
  const path: MarkupElement[] = [];
  walk(html, {
    enter(element) {
      path.push(element);
      if (element === inner) for (const outer of path.slice(0, -1)) around.add(outer);
      return () => {
        path.pop();
      };
    },
  });
}
