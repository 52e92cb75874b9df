import type { MarkupElement } from '../../markup/tree.ts';
import { findAll, textOf } from '../../markup/tree.ts';
import type { Known } from '../article/read.ts';
import { nothingKnown } from '../article/read.ts';

const articleType = /(?:Article|BlogPosting|Report)$/u;
const largestScript = 1_000_000;
const mostNodes = 2_000;

/** What a page says about its story in JSON-LD, meta elements and `lang`; the first of them that says something holds. */
export function readMetadata(html: MarkupElement): Known {
  const metas = metaValues(html);
  const meta = (...names: string[]) =>
    names.map(name => metas.get(name) ?? '').find(value => value !== '') ?? '';
  const story = jsonLdArticle(html);
  const canonical = findAll(
    html,
    ({ tag, attributes }) => tag === 'link' && attributes.rel === 'canonical',
  )[0];
  const author = meta('author', 'article:author', 'dc.creator', 'parsely-author');
  return {
    ...nothingKnown,
    headline: first(text(story.headline), meta('og:title', 'twitter:title')),
    byline: first(names(story.author), /^https?:/iu.test(author) ? '' : author),
    source: first(names(story.publisher), meta('og:site_name', 'application-name')),
    sourceUri: webAddress(first(canonical?.attributes.href ?? '', meta('og:url'), text(story.url))),
    language: languageTag(first(html.attributes.lang ?? '', text(story.inLanguage), meta('og:locale'))),
    published: day(
      first(text(story.datePublished), meta('article:published_time', 'date', 'dc.date', 'parsely-pub-date')),
    ),
    abstract: first(text(story.description), meta('og:description', 'description')).slice(0, 10_000),
    keywords: keywords(story.keywords, meta('news_keywords', 'keywords')),
  };
}

function first(...values: readonly string[]): string {
  return values.map(value => value.replace(/\s+/gu, ' ').trim()).find(value => value !== '') ?? '';
}

function metaValues(html: MarkupElement): Map<string, string> {
  const values = new Map<string, string>();
  for (const { attributes } of findAll(html, ({ tag }) => tag === 'meta')) {
    const name = (attributes.property ?? attributes.name ?? '').toLowerCase();
    const content = attributes.content?.trim() ?? '';
    if (name !== '' && content !== '' && !values.has(name)) values.set(name, content);
  }
  return values;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first object in the page's JSON-LD whose type is a kind of article; damaged scripts are passed over. */
function jsonLdArticle(html: MarkupElement): Json {
  const scripts = findAll(
    html,
    ({ tag, attributes }) => tag === 'script' && /ld\+json/iu.test(attributes.type ?? ''),
  );
  for (const script of scripts) {
    const source = script.children.filter(child => typeof child === 'string').join('');
    if (source.length > largestScript) continue;
    let queue: unknown[];
    try {
      queue = [JSON.parse(source)];
    } catch {
      continue;
    }
    for (let index = 0; index < queue.length && index < mostNodes; index += 1) {
      const value = queue[index];
      if (Array.isArray(value)) queue.push(...value.slice(0, mostNodes));
      else if (isObject(value)) {
        const types = Array.isArray(value['@type']) ? value['@type'] : [value['@type']];
        if (types.some(type => typeof type === 'string' && articleType.test(type))) return value;
        if (value['@graph'] !== undefined) queue.push(value['@graph']);
      }
    }
  }
  return {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A name, or the names of one or several people or organisations. */
function names(value: unknown): string {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  return list
    .map(item => (isObject(item) ? text(item.name) : text(item)))
    .filter(name => name !== '' && !/^https?:/iu.test(name))
    .join(', ');
}

function webAddress(value: string): string {
  return /^https?:\/\/\S+$/iu.test(value) && value.length <= 2_000 ? value : '';
}

/** 'en_GB' as Open Graph writes it becomes 'en-GB'; what is no tag becomes nothing. */
function languageTag(value: string): string {
  const tag = value.replaceAll('_', '-');
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(tag) && tag.length <= 35 ? tag : '';
}

function day(value: string): string {
  const date = /^\d{4}-\d{2}-\d{2}/u.exec(value)?.[0] ?? '';
  return Number.isNaN(Date.parse(date)) ? '' : date;
}

function keywords(fromScript: unknown, fromMeta: string): string[] {
  const words = Array.isArray(fromScript)
    ? fromScript.map(text)
    : (text(fromScript) || fromMeta).split(/[,;]/u);
  return [...new Set(words.map(word => word.trim()).filter(word => word !== '' && word.length <= 100))].slice(
    0,
    50,
  );
}

/** The words of the page's title, for a page that names its story nowhere else. */
export function titleOf(html: MarkupElement): string {
  const title = findAll(html, ({ tag }) => tag === 'title')[0];
  return title ? textOf(title) : '';
}
