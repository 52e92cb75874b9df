import type { Picture, Place } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext } from '../format.ts';
import {
  creditText,
  instructionWords,
  pictureGuid,
  restrictionText,
  territories,
  usableUntil,
  usageTermsWords,
} from '../picture-words.ts';
import { singleLine } from '../text.ts';
import { basicTime } from '../time.ts';
import { hasWords } from '../xhtml-body.ts';
import { type Element, element, textElement } from '../xml.ts';
import { nitfInlines } from './inlines.ts';

/** A picture with caption, credit, rights and reference; the reference is required, so one without a file names its identity. */
export function media(
  story: Story,
  picture: Picture,
  context: WriteContext,
  name: string | undefined = undefined,
): Element {
  const guid = pictureGuid(story, picture);
  const path = context.mediaPath(picture);
  const file = path === null ? null : picture.file;
  const credit = singleLine(creditText(picture));
  return element(
    'media',
    { 'media-type': 'image', class: name },
    mediaMetadata(story, picture).map(([key, value]) =>
      value.trim() === '' ? null : element('media-metadata', { name: key, value: value.trim() }),
    ),
    element('media-reference', {
      source: path ?? guid,
      name: singleLine(picture.headline) || undefined,
      'mime-type': file?.mediaType,
      height: file?.height,
      width: file?.width,
      units: file ? 'pixels' : undefined,
      'source-credit': credit || undefined,
      copyright: singleLine(picture.copyrightNotice) || undefined,
      'alternate-text': singleLine(picture.altText) || undefined,
    }),
    hasWords(picture.caption)
      ? element('media-caption', {}, element('p', {}, nitfInlines(picture.caption)))
      : null,
    textElement('media-producer', credit),
  );
}

/**
 * What `media-reference` has no attribute for, by name (NITF 3). Instructions and usage terms say every restriction,
 * as receivers expect; where there are any, each stands once more by itself, and so do the words without them.
 */
function mediaMetadata(story: Story, picture: Picture): readonly (readonly [string, string])[] {
  const { created, shown } = picture.location;
  const until = usableUntil(picture);
  const ruled = picture.restrictions.length + picture.notices.length > 0;
  return [
    ['guid', pictureGuid(story, picture)],
    ['instructions', instructionWords(picture)],
    ['own-instructions', ruled ? picture.instructions : ''],
    ['usage-terms', usageTermsWords(picture)],
    ['own-usage-terms', ruled ? picture.usageTerms : ''],
    ...picture.restrictions.map(each => ['restriction', restrictionText(each)] as const),
    ...picture.notices.map(each => ['notice', each.text] as const),
    ['territories-out', territories(picture, 'exclude-territory').join(' ')],
    ['territories-only', territories(picture, 'include-territory').join(' ')],
    ['expires', until === null ? '' : (basicTime(until) ?? '')],
    ['creator', singleLine(picture.creator)],
    ['creator-title', singleLine(picture.creatorTitle)],
    ['source', singleLine(picture.source)],
    ['description', picture.description],
    ['extended-description', picture.extendedDescription],
    ['description-writer', singleLine(picture.descriptionWriter)],
    ['job-id', singleLine(picture.jobId)],
    ['date-created', singleLine(picture.dateCreated)],
    ['date-released', singleLine(picture.dateReleased)],
    ...(created ? placeMetadata('place-created', created) : []),
    ...shown.flatMap((place, index) => placeMetadata(`place-shown-${index + 1}`, place)),
    ...picture.people.flatMap(({ name, position }, index): (readonly [string, string])[] => [
      [`person-${index + 1}-name`, singleLine(name)],
      [`person-${index + 1}-position`, singleLine(position)],
    ]),
    ['digital-source-type', singleLine(picture.digitalSourceType)],
    ['data-mining', singleLine(picture.dataMining)],
    ['web-statement', singleLine(picture.webStatement)],
    ['licensor-name', singleLine(picture.licensor?.name ?? '')],
    ['licensor-url', singleLine(picture.licensor?.url ?? '')],
    ['licensor-email', singleLine(picture.licensor?.email ?? '')],
  ];
}

function placeMetadata(prefix: string, place: Place): readonly (readonly [string, string])[] {
  return [
    [`${prefix}-sublocation`, singleLine(place.sublocation)],
    [`${prefix}-city`, singleLine(place.city)],
    [`${prefix}-state`, singleLine(place.state)],
    [`${prefix}-country`, singleLine(place.country)],
    [`${prefix}-country-code`, singleLine(place.countryCode)],
  ];
}
