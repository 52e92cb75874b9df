import type { SomeFields } from '../../../contract/story.ts';
import { isJson, readStructuredData, type StructuredData } from '../../markup/json-ld.ts';
import type { MarkupElement } from '../../markup/tree.ts';
import { findAll, textOf } from '../../markup/tree.ts';
import { readMoment } from '../../wire/reading/moments.ts';
import type { Known } from '../article/read.ts';
import { nothingKnown } from '../article/read.ts';
import { address, articleOf, hasType, list, names, said, text } from './article-data.ts';

/** What a page says of its story beside the copy, and what had to be mended to read it. */
export interface PageData {
  readonly known: Known;
  readonly structured: StructuredData;
}

/**
 * What a page says about its story in JSON-LD, microdata, meta elements and `lang`; the first of them that says
 * something holds.
 */
export function readMetadata(html: MarkupElement): PageData {
  const metas = metaValues(html);
  const meta = (...keys: string[]) =>
    keys.map(key => metas.get(key)?.[0] ?? '').find(value => value !== '') ?? '';
  const structured = readStructuredData(html);
  const story = articleOf(structured);
  const canonical = findAll(
    html,
    ({ tag, attributes }) => tag === 'link' && attributes.rel === 'canonical',
  )[0];
  const author = meta('author', 'article:author', 'dc.creator', 'parsely-author');
  const known: Known = {
    ...nothingKnown,
    headline: first(text(story.headline), meta('og:title', 'twitter:title')),
    byline: first(names(story.author, structured).join(', '), /^https?:/iu.test(author) ? '' : author),
    source: first(names(story.publisher, structured).join(', '), meta('og:site_name', 'application-name')),
    sourceUri: webAddress(
      first(canonical?.attributes.href ?? '', meta('og:url'), address(story.url, structured)),
    ),
    language: languageTag(first(html.attributes.lang ?? '', text(story.inLanguage), meta('og:locale'))),
    published: day(
      first(text(story.datePublished), meta('article:published_time', 'date', 'dc.date', 'parsely-pub-date')),
    ),
    abstract: first(text(story.description), meta('og:description', 'description')).slice(0, 10_000),
    keywords: keywords(
      [...names(story.keywords, structured)].flatMap(words => words.split(/[,;]/u)),
      [meta('news_keywords', 'keywords').split(/[,;]/u), metas.get('article:tag') ?? []],
    ),
    fields: furtherFields(story, structured, meta),
  };
  return { known, structured };
}

/** Fields that copy never shows in a place of their own. */
function furtherFields(
  story: Readonly<Record<string, unknown>>,
  structured: StructuredData,
  meta: (...keys: string[]) => string,
): SomeFields {
  const [writer] = list(story.author).map(structured.resolve);
  const section = first(said(list(story.articleSection)[0], structured), meta('article:section'));
  const corrections = list(story.correction).map(each => said(each, structured));
  const expires = readMoment(first(text(story.expires), meta('article:expiration_time')));
  const mentioned = [...list(story.mentions), ...list(story.about)];
  const found: SomeFields = {
    bylineTitle: isJson(writer) ? line(text(writer.jobTitle)) : '',
    category: line(section),
    genre: line(said(story.genre, structured)),
    copyrightHolder: line(names(story.copyrightHolder, structured).join(', ')),
    copyrightNotice: first(text(story.copyrightNotice), meta('copyright', 'dc.rights')).slice(0, 10_000),
    usageTerms: first(said(story.usageInfo, structured), address(story.license, structured)).slice(0, 10_000),
    correctionNote: corrections.filter(Boolean).join('\n').slice(0, 10_000),
    people: entries(names(mentioned, structured, /Person$/u)),
    organisations: entries(names(mentioned, structured, /Organization$/u)),
    places: entries(names([story.contentLocation, story.spatialCoverage], structured)),
    subjects: subjects(story.about, structured),
    ...(expires === null ? {} : { expires }),
  };
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== '')),
  );
}

/** Topics by code where the page has one: IPTC Media Topics by their address. */
function subjects(about: unknown, structured: StructuredData): NonNullable<SomeFields['subjects']> {
  return list(about)
    .map(structured.resolve)
    .filter(isJson)
    .filter(each => !hasType(each, /(?:Person|Organization|Place)$/u))
    .flatMap(each => {
      const topic = /mediatopic\/(\d{8})$/u.exec(text(each['@id']));
      const name = line(text(each.name));
      const code = line(topic?.[1] ?? text(each.termCode));
      const scheme = line(topic ? 'medtop' : said(each.inDefinedTermSet, structured));
      return name === '' && code === '' ? [] : [{ scheme, code, name }];
    })
    .slice(0, 100);
}

function entries(values: readonly string[]): string[] {
  return [...new Set(values.map(line).filter(value => value !== '' && value.length <= 500))];
}

function line(value: string): string {
  const words = value.replace(/\s+/gu, ' ').trim();
  return words.length <= 2_000 ? words : '';
}

function first(...values: readonly string[]): string {
  return values.map(value => value.replace(/\s+/gu, ' ').trim()).find(value => value !== '') ?? '';
}

/** Every value of every name: Open Graph repeats a name for a list. */
function metaValues(html: MarkupElement): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { attributes } of findAll(html, ({ tag }) => tag === 'meta')) {
    const name = (attributes.property ?? attributes.name ?? '').toLowerCase();
    const content = attributes.content?.trim() ?? '';
    if (name !== '' && content !== '') values.set(name, [...(values.get(name) ?? []), content]);
  }
  return values;
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

/** The first of the places that has keywords. */
function keywords(fromScript: readonly string[], fromMeta: readonly (readonly string[])[]): string[] {
  const tidied = [fromScript, ...fromMeta].map(words =>
    [...new Set(words.map(word => word.trim()).filter(word => word !== '' && word.length <= 100))].slice(
      0,
      50,
    ),
  );
  return tidied.find(words => words.length > 0) ?? [];
}

/** The words of the page's title, for a page that names its story nowhere else. */
export function titleOf(html: MarkupElement): string {
  const title = findAll(html, ({ tag }) => tag === 'title')[0];
  return title ? textOf(title) : '';
}
