import { isJson, type Json, type StructuredData } from '../../markup/json-ld.ts';

/** Reading the values of schema.org, which may each be a text, an object, or a list of either (wire-formats 10). */

const articleType = /(?:Article|BlogPosting|Report)$/u;

export function hasType(node: Json, pattern: RegExp): boolean {
  const types: readonly unknown[] = Array.isArray(node['@type']) ? node['@type'] : [node['@type']];
  return types.some(type => typeof type === 'string' && pattern.test(type));
}

/** The page's own article: the first that has a headline, else the first. */
export function articleOf({ nodes }: StructuredData): Json {
  const articles = nodes.filter(node => hasType(node, articleType));
  return articles.find(node => text(node.headline) !== '') ?? articles[0] ?? {};
}

export function text(value: unknown): string {
  if (Array.isArray(value)) return text(value[0]);
  if (isJson(value)) return text(value['@value']);
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** A list of what may be one thing or several; a text is parted where `separator` says. */
export function list(value: unknown, separator?: RegExp): unknown[] {
  if (Array.isArray(value)) return value.slice(0, 500).flatMap(each => list(each, separator));
  if (typeof value === 'string' && separator) return value.split(separator).map(each => each.trim());
  return value === undefined || value === null ? [] : [value];
}

/** The names of people, organisations, places or topics; addresses are no names. */
export function names(value: unknown, { resolve }: StructuredData, type?: RegExp): string[] {
  const found = list(value)
    .map(resolve)
    .flatMap(each => {
      if (!isJson(each)) return type === undefined ? [text(each)] : [];
      return type === undefined || hasType(each, type) ? [text(each.name) || text(each.text)] : [];
    });
  return [...new Set(found.filter(name => name !== '' && !/^https?:/iu.test(name)))].slice(0, 100);
}

/** What a value says: its own text, or the text, name or address of the work that it is. */
export function said(value: unknown, { resolve }: StructuredData): string {
  const [first] = list(value).map(resolve);
  if (!isJson(first)) return text(first);
  return text(first.text) || text(first.name) || text(first.url) || text(first['@id']);
}

/** An address, given as a text or as an object that has one. */
export function address(value: unknown, { resolve }: StructuredData): string {
  const [first] = list(value).map(resolve);
  const found = isJson(first) ? text(first.url) || text(first['@id']) : text(first);
  return /^https?:\/\/\S+$/iu.test(found) && found.length <= 2_000 ? found : '';
}
