import type { Dateline, Story } from '../../../contract/story.ts';
import { direction } from '../language.ts';
import { bodyContent } from '../nitf/body.ts';
import { bodyEnd, nitfNamespace } from '../nitf/write.ts';
import { captionText, creditText, pictureGuid } from '../picture-words.ts';
import { carriesContent } from '../status.ts';
import { singleLine } from '../text.ts';
import { dayInWords, utcTime } from '../time.ts';
import { uriReference } from '../uri.ts';
import { signOffParagraph, xhtmlBody, xhtmlInlines } from '../xhtml-body.ts';
import { type Child, type Element, element, textElement } from '../xml.ts';
import type { Edition } from './edition.ts';
import { itemMeta } from './item-meta.ts';
import {
  blockElement,
  catalogs,
  concept,
  genreElement,
  house,
  itemAttributes,
  itemTypes,
  nameElement,
  subjectElement,
  xhtmlNamespace,
} from './vocabulary.ts';

/** The story as a newsItem with its body as XHTML (NewsML-G2 2.5). */
export function textItem(story: Story, edition: Edition): Element {
  const { fields } = story;
  const { context } = edition;
  return element(
    'newsItem',
    itemAttributes(story.guid, story.version, fields.language, edition),
    catalogs(context, fields.subjects),
    rightsInfo(story),
    itemMeta(story, edition, {
      itemClass: 'text',
      title: fields.slugline || fields.headline,
      fileName: `${context.baseName}.xml`,
      notes: [
        blockElement('edNote', fields.edNote),
        blockElement('edNote', fields.correctionNote, {
          role: house('correctionNote'),
        }),
      ],
      expires: fields.expires,
      links: carriesContent(story) ? pictureLinks(story) : [],
      extensions: [extension('takeKey', fields.takeKey)],
    }),
    contentMeta(story),
    carriesContent(story) ? contentSet(story, edition) : null,
  );
}

function extension(code: 'takeKey', value: string): Element | null {
  const line = singleLine(value);
  return line === '' ? null : element('itemMetaExtProperty', { rel: house(code), value: line });
}

function rightsInfo({ fields }: Story): Element | null {
  const parts = [
    concept('copyrightHolder', fields.copyrightHolder),
    blockElement('copyrightNotice', fields.copyrightNotice),
    blockElement('usageTerms', fields.usageTerms),
  ];
  return parts.every(part => part === null) ? null : element('rightsInfo', {}, parts);
}

function pictureLinks(story: Story): readonly Element[] {
  return story.pictures.map(picture =>
    element('link', {
      rel: 'irel:seeAlso',
      residref: pictureGuid(story, picture),
      contenttype: itemTypes.news,
    }),
  );
}

/** contentMeta: the administrative block first, then the descriptive one; they may not mix (2.3). */
function contentMeta(story: Story): Element {
  const { fields } = story;
  const created = utcTime(story.created);
  return element(
    'contentMeta',
    {},
    element('urgency', {}, String(fields.urgency)),
    created === null ? null : element('contentCreated', {}, created),
    located(fields.dateline),
    infoSource(fields.source, fields.sourceUri),
    concept('creator', fields.author, { role: 'cpprole:author' }),
    element('language', { tag: fields.language }),
    genreElement(fields.genre),
    fields.keywords.map(keyword => textElement('keyword', singleLine(keyword))),
    textElement('keyword', singleLine(fields.category), {
      role: house('category'),
    }),
    fields.subjects.map(subject => subjectElement(subject, fields.language)),
    fields.places.map(place => concept('subject', place, { type: 'cpnat:geoArea' })),
    fields.people.map(person => concept('subject', person, { type: 'cpnat:person' })),
    fields.organisations.map(each => concept('subject', each, { type: 'cpnat:organisation' })),
    textElement('slugline', singleLine(fields.slugline)),
    textElement('headline', singleLine(fields.headline)),
    textElement('headline', singleLine(fields.subhead), {
      role: house('subhead'),
    }),
    dateline(fields.dateline, fields.language),
    textElement('by', singleLine(fields.byline)),
    textElement('by', singleLine(fields.bylineTitle), {
      role: house('bylineTitle'),
    }),
    textElement('creditline', singleLine(fields.source)),
    blockElement('description', fields.abstract, { role: 'drol:summary' }),
  );
}

/** Where the story was written, with its country as the wider place. */
function located({ place, country }: Dateline): Element | null {
  if (singleLine(place) === '') return concept('located', country, { type: house('country') });
  return concept('located', place, { type: 'cpnat:geoArea' }, countryElement(country));
}

/** A country by its ISO code where that is what was given. */
export function countryElement(country: string, code = ''): Element | null {
  const known = [code, country].map(each => each.trim()).find(each => /^[A-Z]{2}$/.test(each));
  if (known === undefined) return concept('broader', country || code);
  return element(
    'broader',
    { qcode: `iso3166-1a2:${known}` },
    country === known ? null : nameElement(country),
  );
}

/** The dateline as printed; the day stands in an `inline` whose literal is its ISO date. */
function dateline({ place, country, date, source }: Dateline, language: string): Element | null {
  const day =
    date.trim() === '' ? null : element('inline', { literal: singleLine(date) }, dayInWords(date, language));
  const parts: Child[] = [];
  for (const part of [singleLine(place), singleLine(country), day])
    if (part !== '' && part !== null) parts.push(parts.length > 0 ? ', ' : '', part);
  if (singleLine(source) !== '') parts.push(parts.length > 0 ? ' ' : '', `(${singleLine(source)})`);
  return parts.length === 0 ? null : element('dateline', {}, parts);
}

function infoSource(source: string, address: string): Element | null {
  const uri = uriReference(address);
  if (uri === '') return concept('infoSource', source);
  const line = singleLine(source);
  return element('infoSource', { literal: line === '' ? undefined : line, uri }, nameElement(source));
}

/** The copy as one XML document of another vocabulary, with its counts (2.5). */
function contentSet(story: Story, edition: Edition): Element {
  const { counts } = story;
  const nitf = edition.body === 'nitf';
  return element(
    'contentSet',
    {},
    element(
      'inlineXML',
      {
        contenttype: nitf ? 'application/nitf+xml' : 'application/xhtml+xml',
        charcount: counts.characters,
        wordcount: counts.words,
      },
      nitf ? nitfContent(story, edition) : xhtmlContent(story, edition),
    ),
  );
}

function nitfContent(story: Story, { context }: Edition): Element {
  const headline = singleLine(story.fields.headline);
  return element(
    'nitf',
    { xmlns: nitfNamespace },
    element(
      'body',
      {},
      element('body.head', {}, headline === '' ? null : element('hedline', {}, element('hl1', {}, headline))),
      bodyContent(story, context),
      bodyEnd(story),
    ),
  );
}

/** Every figure names its picture item, since feeds move files (wire-formats 1). */
function xhtmlContent(story: Story, { context }: Edition): Element {
  const { fields } = story;
  const body = xhtmlBody(story, {
    figure: picture => {
      const guid = pictureGuid(story, picture);
      const credit = creditText(picture);
      return element(
        'figure',
        {},
        element('img', {
          src: context.mediaPath(picture) ?? guid,
          alt: picture.altText,
          'data-guid': guid,
        }),
        captionText(picture) === '' && credit === ''
          ? null
          : element(
              'figcaption',
              {},
              xhtmlInlines(picture.caption),
              credit === '' ? null : [' ', element('span', { class: 'credit' }, credit)],
            ),
      );
    },
  });
  return element(
    'html',
    { xmlns: xhtmlNamespace, 'xml:lang': fields.language, dir: direction(fields.language) },
    element('head', {}, element('title', {}, singleLine(fields.headline || fields.slugline))),
    element('body', {}, body, signOffParagraph(fields.signOff)),
  );
}
