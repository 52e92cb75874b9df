import type { Dateline, EditorialAction, Embargo, StoryFields } from '../../../contract/story.ts';
import { editorialActions, emptyFields } from '../../../contract/story.ts';
import { isJson, type Json } from '../../markup/json-ld.ts';
import { findAll, type MarkupElement, type MarkupNode, element as markup, walk } from '../../markup/tree.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { readBody } from '../reading/blocks.ts';
import { readMoment } from '../reading/moments.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { embargoWords, type PublishingStatus, statusWords } from '../status.ts';
import { readPagePictures } from './read-pictures.ts';
import { generator } from './write.ts';

/**
 * A story of a page that `writeHtml` made: its fields from the structured data and the header, the copy from the
 * article.
 * @param page the whole page
 * @param article its NewsArticle
 * @returns null for any other page
 */
export function readStoryPage(page: MarkupElement, article: Json, context: ReadContext): ReadStory | null {
  const metas = findAll(page, ({ tag }) => tag === 'meta');
  const meta = (name: string) => metas.find(each => each.attributes.name === name)?.attributes.content ?? '';
  const [body] = findAll(page, ({ tag }) => tag === 'article');
  if (meta('generator') !== generator || !body || article['@type'] !== 'NewsArticle') return null;
  const report = createReport();
  const [header] = findAll(body, ({ tag }) => tag === 'header');
  const shown = (name: string) => (header ? linesIn(header, name) : '');
  const fields: Partial<StoryFields> = {
    ...structuredFields(article),
    language: page.attributes.lang ?? '',
    author: meta('author'),
    byline: shown('name'),
    bylineTitle: shown('job-title'),
    edNote: shown('ed-note'),
    correctionNote: shown('correction'),
    embargo: embargoOf(shown('embargo'), report),
  };
  const status = statusOf(shown('status'), fields, report);
  const pictures = readPagePictures(body, article, context);
  const { blocks, signOff } = readBody(copyOf(body, pictures.numbered), {
    ids: context.ids,
    report,
    headline: '',
    picture: image => pictures.named(image),
  });
  return readStory(
    {
      guid: text(article.identifier),
      version: Number(article.version),
      status,
      fields: { ...fields, signOff },
      blocks,
      pictures: pictures.all,
      media: pictures.media,
    },
    report,
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function objects(value: unknown): Json[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isJson);
}

function nameOf(value: unknown): string {
  return text(objects(value)[0]?.name);
}

function namesOf(value: unknown, type: string): string[] {
  return objects(value)
    .filter(each => each['@type'] === type)
    .map(each => text(each.name));
}

function structuredFields(article: Json): Partial<StoryFields> {
  const [source] = objects(article.sourceOrganization);
  const action = editorialActions.find(
    (each): each is EditorialAction => each === article.creativeWorkStatus,
  );
  const keywords: readonly unknown[] = Array.isArray(article.keywords) ? article.keywords : [];
  return {
    headline: text(article.headline),
    subhead: text(article.alternativeHeadline),
    abstract: text(article.description),
    dateline: datelineOf(article),
    ...(action === undefined ? {} : { editorialAction: action }),
    category: text(article.articleSection),
    genre: text(article.genre),
    keywords: keywords.map(text),
    subjects: objects(article.about).map(each => ({
      scheme: text(each.inDefinedTermSet),
      code: text(each.termCode),
      name: text(each.name),
    })),
    places: namesOf(article.contentLocation, 'Place'),
    people: namesOf(article.mentions, 'Person'),
    organisations: namesOf(article.mentions, 'Organization'),
    source: text(source?.name),
    sourceUri: text(source?.url),
    copyrightHolder: nameOf(article.copyrightHolder),
    copyrightNotice: text(article.copyrightNotice),
    usageTerms: text(objects(article.usageInfo)[0]?.text),
    expires: text(article.expires),
  };
}

function datelineOf(article: Json): Dateline {
  const [place] = objects(article.locationCreated);
  const [address] = objects(place?.address);
  return {
    place: text(address?.addressLocality),
    country: text(address?.addressCountry),
    date: text(article.contentReferenceTime),
    source: nameOf(article.provider),
  };
}

/** The inverse of `embargoWords`. Words that were changed hold the story until someone releases it. */
function embargoOf(words: string, report: Report): Embargo | null {
  if (words === '') return null;
  const [, day, time] = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC/u.exec(words) ?? [];
  const embargo = { until: day && time ? readMoment(`${day}T${time}Z`) : null };
  if (words !== embargoWords(embargo))
    report.repaired(
      `The embargo “${words}” is not in the known words; it was read as ${embargo.until ?? 'open-ended'}.`,
      'embargo',
    );
  return embargo;
}

function statusOf(words: string, said: Partial<StoryFields>, report: Report): PublishingStatus {
  const fields = { ...emptyFields, ...said };
  const status: PublishingStatus = words.startsWith('KILL')
    ? 'canceled'
    : words.startsWith('WITHHELD')
      ? 'withheld'
      : 'usable';
  const states = { canceled: 'killed', withheld: 'withheld', usable: 'draft' } as const;
  if (words !== statusWords({ state: states[status], fields })) report.noted(`The page says: ${words}`);
  return status;
}

/** The article without header and footer; each picture as one `img`, the dateline gone from the first paragraph. */
function copyOf(article: MarkupElement, numbered: (figure: MarkupElement) => number): MarkupElement {
  const opening = findAll(article, each => each.tag === 'span' && each.attributes.class === 'dateline')[0];
  const outer = new Set(article.children.filter(child => isOuter(child)));
  const shaped = (node: MarkupNode): readonly MarkupNode[] => {
    if (typeof node === 'string') return [node];
    if (outer.has(node) || node === opening) return [];
    if (node.tag === 'figure')
      return node.attributes.class === 'extra' ? [] : [markup('img', [], { src: `#${numbered(node)}` })];
    const children = node.children.flatMap(shaped);
    const [first, ...rest] = children;
    const opens = opening !== undefined && node.children.includes(opening) && typeof first === 'string';
    return [{ ...node, children: opens ? [first.replace(/^\s*–\s?/u, ''), ...rest] : children }];
  };
  return markup('body', article.children.flatMap(shaped));
}

function isOuter(child: MarkupNode): boolean {
  return typeof child === 'object' && (child.tag === 'header' || child.tag === 'footer');
}

/** The words of the part of a class, with its line breaks and without the label in front. */
function linesIn(root: MarkupElement, name: string): string {
  const [part] = findAll(root, ({ attributes }) => (attributes.class ?? '').split(' ').includes(name));
  if (!part) return '';
  let words = '';
  walk(part, {
    enter({ tag }) {
      if (tag === 'br') words += '\n';
      return tag === 'b' ? false : null;
    },
    text(more) {
      words += more;
    },
  });
  return words.trim();
}
