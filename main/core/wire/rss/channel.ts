import { words } from '../ninjs/json.ts';
import { singleLine } from '../text.ts';
import { absoluteUri } from '../uri.ts';
import { type Element, element, textElement, xhtmlFragment } from '../xml.ts';
import { rfc822 } from './dates.ts';
import { body, type FeedStory, sharedElements, subjectParts, summary, title, updated } from './item.ts';
import { categoryDomain, generatorName, namespaces } from './vocabulary.ts';

/** An RSS 2.0 document of one channel with one item. */
export function rssFeed(told: FeedStory): Element {
  const { story, context } = told;
  const { fields } = story;
  const time = rfc822(updated(story, context)) ?? '';
  const house = singleLine(context.provider.name) || generatorName;
  return element(
    'rss',
    {
      version: '2.0',
      'xmlns:media': namespaces.media,
      'xmlns:dc': namespaces.dc,
      'xmlns:dcterms': namespaces.dcterms,
      'xmlns:content': namespaces.content,
      'xmlns:wire': namespaces.wire,
    },
    element(
      'channel',
      {},
      element('title', {}, house),
      element('link', {}, homePage(context.provider.domain)),
      element('description', {}, `Stories of ${house}`),
      element('language', {}, fields.language),
      textElement('copyright', words(fields.copyrightNotice)),
      element('lastBuildDate', {}, time),
      element('generator', {}, generatorName),
      item(told, time),
    ),
  );
}

/** A channel must have a link (wire-formats 9): the house's own page. */
export function homePage(domain: string): string {
  return absoluteUri(`https://${domain}/`) ?? 'https://wiredesk.invalid/';
}

function item(told: FeedStory, time: string): Element {
  const { fields, guid } = told.story;
  return element(
    'item',
    {},
    element('title', {}, title(told.story)),
    element('guid', { isPermaLink: 'false' }, singleLine(guid)),
    element('pubDate', {}, time),
    creators(fields).map(name => element('dc:creator', {}, name)),
    fields.keywords.map(singleLine).map(keyword => textElement('category', keyword)),
    textElement('category', singleLine(fields.category), { domain: categoryDomain }),
    fields.subjects.map(subject => {
      const parts = subjectParts(subject);
      return parts === null
        ? null
        : element('category', { domain: parts.domain || undefined, ...parts.exact }, parts.term);
    }),
    textElement('description', summary(told.story)),
    textElement('content:encoded', xhtmlFragment(body(told))),
    textElement('dc:rights', words(fields.copyrightNotice)),
    textElement('dcterms:rightsHolder', singleLine(fields.copyrightHolder)),
    textElement('dc:publisher', singleLine(fields.source)),
    sharedElements(told),
  );
}

/** The byline as it is printed; where there is none, who wrote it. */
export function creators({
  byline,
  author,
}: {
  readonly byline: string;
  readonly author: string;
}): readonly string[] {
  const name = singleLine(byline) || singleLine(author);
  return name === '' ? [] : [name];
}
