import type { Inline } from '../../../contract/body.ts';
import type { Picture, Place } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext } from '../format.ts';
import {
  captionText,
  creditText,
  pictureGuid,
  placeText,
  restrictionText,
  restrictionWords,
  territories,
  usableUntil,
} from '../picture-words.ts';
import { singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { uriReference } from '../uri.ts';
import { type Child, type Element, element, textElement } from '../xml.ts';
import type { Edition } from './edition.ts';
import { contentCreated, itemMeta } from './item-meta.ts';
import { countryElement } from './text-item.ts';
import { blockElement, catalogs, concept, house, itemAttributes, nameElement } from './vocabulary.ts';

/** A picture of the story as a newsItem of its own (NewsML-G2 2.6). Without a file it has no contentSet. */
export function pictureItem(story: Story, picture: Picture, edition: Edition): Element {
  const { language } = story.fields;
  const { context } = edition;
  return element(
    'newsItem',
    itemAttributes(pictureGuid(story, picture), story.version, language, edition),
    catalogs(context),
    rightsInfo(picture, edition),
    itemMeta(story, edition, {
      itemClass: 'picture',
      title: picture.headline || picture.file?.name || captionText(picture),
      notes: [
        blockElement('edNote', picture.instructions, { role: house('instructions') }),
        // In words here as well as in usage terms: nobody may rely on one place alone (2.9).
        blockElement('edNote', restrictionWords(picture), { role: house('restrictionNote') }),
        picture.notices.map(notice => blockElement('edNote', notice.text, { role: house('notice') })),
        ...(edition.sourceTypeAndMining
          ? []
          : [
              blockElement('edNote', picture.digitalSourceType, { role: house('digitalSourceType') }),
              blockElement('edNote', picture.dataMining, { role: house('dataMining') }),
            ]),
      ],
      expires: expiry(story, picture),
      extensions: [dateReleased(picture)],
    }),
    contentMeta(story, picture, edition),
    contentSet(picture, context),
  );
}

/** The picture goes when its own time limit ends, or with the story. */
function expiry(story: Story, picture: Picture): string | null {
  const ends = [usableUntil(picture), story.fields.expires].map(time =>
    time === null ? null : utcTime(time),
  );
  return ends.filter(time => time !== null).sort()[0] ?? null;
}

function dateReleased(picture: Picture): Element | null {
  const value = singleLine(picture.dateReleased);
  return value === '' ? null : element('itemMetaExtProperty', { rel: house('dateReleased'), value });
}

function rightsInfo(picture: Picture, edition: Edition): Element | null {
  const until = usableUntil(picture);
  const parts = [
    blockElement('copyrightNotice', picture.copyrightNotice),
    blockElement('usageTerms', picture.usageTerms),
    picture.restrictions.map(each =>
      blockElement('usageTerms', restrictionText(each), { role: house('restriction') }),
    ),
    picture.webStatement.trim() === ''
      ? null
      : element('link', {
          rel: 'irel:rightspolicy',
          href: uriReference(picture.webStatement),
        }),
    licensor(picture),
    picture.dataMining.trim() === '' || !edition.sourceTypeAndMining
      ? null
      : element('dataMining', { uri: uriReference(picture.dataMining) }),
  ];
  if (parts.flat().every(part => part === null)) return null;
  return element('rightsInfo', { validto: until ?? undefined }, parts);
}

/** Who licenses the picture: name, address and e-mail in one property, as no element of rightsInfo is for it. */
function licensor({ licensor: party }: Picture): Element | null {
  if (party === null) return null;
  const [name, uri, value] = [singleLine(party.name), uriReference(party.url), singleLine(party.email)];
  if (name === '' && uri === '' && value === '') return null;
  return element('rightsInfoExtProperty', {
    rel: house('licensor'),
    literal: name || undefined,
    uri: uri || undefined,
    value: value || undefined,
  });
}

function contentMeta(story: Story, picture: Picture, edition: Edition): Element {
  const { fields } = story;
  const caption = captionText(picture);
  const credit = singleLine(creditText(picture));
  return element(
    'contentMeta',
    {},
    element('urgency', {}, String(fields.urgency)),
    contentCreated(picture.dateCreated),
    picture.digitalSourceType.trim() === '' || !edition.sourceTypeAndMining
      ? null
      : element('digitalSourceType', { uri: uriReference(picture.digitalSourceType) }),
    picture.location.created ? placeElement('located', picture.location.created) : null,
    concept('infoSource', picture.source),
    concept('creator', picture.creator, { role: 'cpprole:photographer' }, jobTitle(picture.creatorTitle)),
    concept('contributor', picture.descriptionWriter, {
      role: 'cpprole:descrWriter',
    }),
    territories(picture, 'include-territory').map(code =>
      element('audience', { qcode: `iso3166-1a2:${code}` }),
    ),
    edition.expiryAndExclusion
      ? territories(picture, 'exclude-territory').map(code =>
          element('exclAudience', { qcode: `iso3166-1a2:${code}` }),
        )
      : null,
    textElement('altId', singleLine(picture.jobId), { role: house('jobId') }),
    element('language', { tag: fields.language }),
    picture.location.shown.map(place => placeElement('subject', place)),
    picture.people.map(({ name, position }) =>
      concept('subject', name, { type: 'cpnat:person' }, jobTitle(position)),
    ),
    textElement('headline', singleLine(picture.headline)),
    textElement('creditline', credit),
    caption.trim() === ''
      ? null
      : element('description', { role: 'drol:caption' }, labelInlines(picture.caption)),
    blockElement('description', picture.altText, { role: 'drol:altText' }),
    blockElement('description', picture.extendedDescription, {
      role: house('extendedDescription'),
    }),
    blockElement('description', picture.description, {
      role: house('description'),
    }),
  );
}

function jobTitle(title: string): Element | null {
  return textElement('note', singleLine(title), { role: house('jobTitle') });
}

/**
 * A place with the wider places it lies in. Each level says by its type which it is: a sublocation, a city or a
 * state; the country is the one by ISO code.
 */
function placeElement(name: 'located' | 'subject', place: Place): Element | null {
  const [own, ...wider] = (['sublocation', 'city', 'state'] as const).filter(
    level => place[level].trim() !== '',
  );
  const type = { type: 'cpnat:geoArea' };
  if (own === undefined) {
    const code = place.countryCode.trim();
    if (!/^[A-Z]{2}$/.test(code)) return concept(name, placeText(place), { type: house('country') });
    return element(name, { ...type, qcode: `iso3166-1a2:${code}` }, nameElement(place.country));
  }
  return concept(
    name,
    place[own],
    type,
    concept('sameAs', place[own], { type: house(own) }),
    wider.map(level => concept('broader', place[level], { type: house(level) })),
    countryElement(place.country, place.countryCode),
  );
}

/** Marks and breaks in a G2 block: `span` with a class, `br`, `a` (NewsML-G2 2.3, BlockType). */
function labelInlines(inlines: readonly Inline[]): readonly Child[] {
  return inlines.map(labelInline);
}

function labelInline(inline: Inline): Child {
  switch (inline.type) {
    case 'text':
      return inline.marks.length === 0
        ? inline.text
        : element('span', { class: inline.marks.join(' ') }, inline.text);
    case 'break':
      return element('br');
    case 'link':
      return element(
        'a',
        { href: uriReference(inline.href) },
        inline.inlines.map(each => (each.type === 'break' ? ' ' : labelInline(each))),
      );
  }
}

function contentSet(picture: Picture, context: WriteContext): Element | null {
  const path = context.mediaPath(picture);
  if (path === null || picture.file === null) return null;
  const { mediaType, width, height, name } = picture.file;
  return element(
    'contentSet',
    {},
    element('remoteContent', {
      rendition: 'rnd:highRes',
      href: uriReference(path),
      contenttype: mediaType,
      size: context.mediaBytes(picture),
      title: singleLine(name) || undefined,
      width,
      height,
    }),
  );
}
