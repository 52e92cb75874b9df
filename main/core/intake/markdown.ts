import { markupPieces } from '../markup/blocks.ts';
import { parseMarkdown } from '../markup/parse-markdown.ts';
import type { Piece } from '../markup/piece.ts';
import type { ArticleContext } from './article/draft.ts';
import type { Article, Known } from './article/read.ts';
import { nothingKnown, readArticle } from './article/read.ts';
import { pictureOf } from './html/pictures.ts';

/**
 * Makes a story of Markdown (CommonMark with tables and strikethrough), with front matter of `key: value` lines.
 * @throws WiredeskError('too-large') beyond 2 MB or 100 levels of nesting
 */
export function readMarkdown(text: string, fileName: string, context: ArticleContext): Article {
  const front = readFrontMatter(text);
  const tree = parseMarkdown(front.rest, fileName);
  const pieces: Piece[] = [
    ...front.unread.map(line => ({ kind: 'left-out', text: line, reason: 'front matter' }) as const),
    ...markupPieces(tree, {
      ids: context.ids,
      leaveOut: () => null,
      picture: pictureOf,
    }),
  ];
  return readArticle(pieces, { known: front.known, marked: true }, context);
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
