import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { WiredeskError } from '../../contract/failure.ts';
import { markupPieces } from '../markup/blocks.ts';
import type { Piece } from '../markup/piece.ts';
import type { MarkupElement, MarkupNode } from '../markup/tree.ts';
import { element } from '../markup/tree.ts';
import type { ArticleContext } from './article/draft.ts';
import type { Article, Known } from './article/read.ts';
import { nothingKnown, readArticle } from './article/read.ts';
import { pictureOf } from './html/pictures.ts';

/** The grammar takes time that grows with the square of some texts; a story of 30,000 words is a tenth of this. */
const longest = 2_000_000;
const deepest = 100;

/** Brackets and stars are paired with one another, each with each in the worst case. */
const mostOpeners = 20_000;

/**
 * Makes a story of Markdown (CommonMark with tables and strikethrough), with front matter of `key: value` lines.
 * @throws WiredeskError('too-large') beyond 2 MB or 100 levels of nesting
 */
export function readMarkdown(text: string, fileName: string, context: ArticleContext): Article {
  if (text.length > longest)
    throw new WiredeskError(
      'too-large',
      `${fileName} is longer than ${longest / 1_000_000} MB, too long for a story in Markdown.`,
    );
  if (/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){100}/mu.test(text) || openers(text) > mostOpeners)
    throw new WiredeskError('too-large', `${fileName} nests its Markdown more than ${deepest} deep.`);
  const front = readFrontMatter(text);
  const tree = fromMarkdown(front.rest, {
    extensions: [gfmTable(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  const pieces: Piece[] = [
    ...front.unread.map(line => ({ kind: 'left-out', text: line, reason: 'front matter' }) as const),
    ...markupPieces(toMarkup(tree), {
      ids: context.ids,
      leaveOut: () => null,
      picture: pictureOf,
    }),
  ];
  return readArticle(pieces, { known: front.known, marked: true }, context);
}

function openers(text: string): number {
  return text.split(/[[*_~`]/u).length - 1;
}

const fieldByKey: Readonly<
  Record<string, 'headline' | 'byline' | 'source' | 'sourceUri' | 'language' | 'published' | 'abstract'>
> = {
  title: 'headline',
  headline: 'headline',
  author: 'byline',
  byline: 'byline',
  source: 'source',
  outlet: 'source',
  url: 'sourceUri',
  canonical: 'sourceUri',
  lang: 'language',
  language: 'language',
  date: 'published',
  description: 'abstract',
  abstract: 'abstract',
  summary: 'abstract',
};

/** The lines between two '---' at the very beginning; lines that mean nothing here are returned as unread. */
function readFrontMatter(text: string): {
  known: Known;
  rest: string;
  unread: readonly string[];
} {
  const match = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text);
  if (!match || !/^[\w-]+[ \t]*:/u.test(match[1] ?? ''))
    return { known: nothingKnown, rest: text, unread: [] };
  const known: Record<string, string> = {};
  let keywords: string[] = [];
  const unread: string[] = [];
  for (const line of (match[1] ?? '').split(/\r?\n/u)) {
    const [, key = '', raw = ''] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/u.exec(line) ?? [];
    const value = raw.trim().replace(/^(["'])(.*)\1$/u, '$2');
    const name = fieldByKey[key.toLowerCase()];
    if (/^(?:keywords|tags)$/iu.test(key) && value !== '')
      keywords = value
        .replace(/^\[|\]$/gu, '')
        .split(',')
        .map(word => word.trim().replace(/^["']|["']$/gu, ''))
        .filter(word => word !== '');
    else if (name && known[name] === undefined && isFit(name, value)) known[name] = value;
    else if (line.trim() !== '') unread.push(line);
  }
  return {
    known: { ...nothingKnown, ...known, keywords },
    rest: text.slice(match[0].length),
    unread,
  };
}

function isFit(name: string, value: string): boolean {
  if (value === '' || value.length > 2_000) return false;
  if (name === 'language') return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(value) && value.length <= 35;
  if (name === 'published') return /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
  return true;
}

/** The Markdown tree as markup, built from the leaves up with a stack of its own. */
function toMarkup(root: Nodes): MarkupElement {
  const definitions = new Map<string, string>();
  const order: Nodes[] = [];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    order.push(node);
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
    if ('children' in node) stack.push(...node.children);
  }
  const made = new Map<Nodes, MarkupNode>();
  for (const node of order.reverse()) {
    const children = 'children' in node ? node.children.map(child => made.get(child) ?? '') : [];
    made.set(node, markupOf(node, children, definitions));
  }
  const result = made.get(root);
  return typeof result === 'object' ? result : element('div');
}

function markupOf(
  node: Nodes,
  children: readonly MarkupNode[],
  definitions: ReadonlyMap<string, string>,
): MarkupNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'html':
      // Tags written into Markdown stay visible as text: nothing from outside becomes HTML.
      return node.value;
    case 'inlineCode':
      return element('code', [node.value]);
    case 'code':
      return element('pre', [node.value]);
    case 'heading':
      return element(`h${node.depth}`, children);
    case 'list':
      return element(node.ordered ? 'ol' : 'ul', children);
    case 'table':
      return element(
        'table',
        node.children.map((row, index) =>
          element('tr', cellsOf(children[index], index === 0 ? 'th' : 'td', row.children.length)),
        ),
      );
    case 'link':
      return element('a', children, { href: node.url });
    case 'linkReference':
      return element('a', children, {
        href: definitions.get(node.identifier) ?? '',
      });
    case 'image':
      return element('img', [], { src: node.url, alt: node.alt ?? '' });
    case 'imageReference':
      return element('img', [], {
        src: definitions.get(node.identifier) ?? '',
        alt: node.alt ?? '',
      });
    case 'break':
      return element('br');
    case 'thematicBreak':
      return element('hr');
    case 'definition':
    case 'yaml':
    case 'footnoteReference':
      return '';
    default:
      return element(tags[node.type] ?? 'div', children);
  }
}

const tags: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  listItem: 'li',
  emphasis: 'em',
  strong: 'strong',
  delete: 's',
  tableRow: 'tr',
  tableCell: 'td',
};

function cellsOf(row: MarkupNode | undefined, tag: string, count: number): MarkupElement[] {
  const cells = typeof row === 'object' ? row.children : [];
  return cells.slice(0, count).map(cell => element(tag, typeof cell === 'object' ? cell.children : [cell]));
}
