import { words } from '../ninjs/json.ts';
import { carriesContent, statusWords } from '../status.ts';
import { singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { absoluteUri, wireUri } from '../uri.ts';
import { type Element, element, textElement } from '../xml.ts';
import { creators, homePage } from './channel.ts';
import { body, type FeedStory, sharedElements, subjectParts, summary, title, updated } from './item.ts';
import { categoryDomain, generatorName, namespaces } from './vocabulary.ts';

/** An Atom 1.0 document of one entry; a kill also has the tombstone of RFC 6721 beside it. */
export function atomFeed(told: FeedStory): Element {
  const { story, context } = told;
  const time = updated(story, context);
  const house = singleLine(context.provider.name) || generatorName;
  return element(
    'feed',
    {
      xmlns: namespaces.atom,
      'xmlns:media': namespaces.media,
      'xmlns:dc': namespaces.dc,
      'xmlns:dcterms': namespaces.dcterms,
      'xmlns:at': namespaces.tombstones,
      'xmlns:wire': namespaces.wire,
      'xml:lang': story.fields.language,
    },
    element('id', {}, homePage(context.provider.domain)),
    element('title', {}, house),
    element('updated', {}, time),
    element('generator', {}, generatorName),
    carriesContent(story)
      ? null
      : element(
          'at:deleted-entry',
          { ref: wireUri(story.guid, context.provider.domain), when: time },
          element('at:comment', {}, statusWords(story)),
        ),
    entry(told, time, house),
  );
}

function entry(told: FeedStory, time: string, house: string): Element {
  const { story, context } = told;
  const { fields, guid } = story;
  const id = wireUri(guid, context.provider.domain);
  const authors = creators(fields);
  return element(
    'entry',
    {},
    element('id', {}, id),
    element('title', {}, title(story)),
    element('updated', {}, time),
    textElement('published', utcTime(story.created) ?? ''),
    (authors.length === 0 ? [house] : authors).map(name => element('author', {}, element('name', {}, name))),
    fields.keywords
      .map(singleLine)
      .filter(keyword => keyword !== '')
      .map(term => element('category', { term })),
    singleLine(fields.category) === ''
      ? null
      : element('category', { term: singleLine(fields.category), scheme: categoryDomain }),
    fields.subjects.map(subject => {
      const parts = subjectParts(subject);
      if (parts === null) return null;
      const scheme = absoluteUri(parts.domain) ?? undefined;
      return element('category', {
        term: parts.term,
        scheme,
        label: parts.exact['wire:name'] || undefined,
        ...parts.exact,
      });
    }),
    textElement('summary', summary(story)),
    element('content', { type: 'xhtml' }, element('div', { xmlns: namespaces.xhtml }, body(told))),
    textElement('rights', words(fields.copyrightNotice)),
    textElement('dcterms:rightsHolder', singleLine(fields.copyrightHolder)),
    textElement('dc:publisher', singleLine(fields.source)),
    id === guid ? null : element('wire:guid', {}, singleLine(guid)),
    sharedElements(told),
  );
}
