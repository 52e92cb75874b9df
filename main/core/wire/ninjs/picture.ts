import type { z } from 'zod';
import type { Inline } from '../../../contract/body.ts';
import type { Picture, Place } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext } from '../format.ts';
import {
  captionText,
  creditText,
  instructionWords,
  pictureGuid,
  placeText,
  restrictionText,
  usableUntil,
  usageTermsWords,
} from '../picture-words.ts';
import { singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { absoluteUri, wireUri } from '../uri.ts';
import { xhtmlInlines } from '../xhtml-body.ts';
import { htmlFragment } from '../xml.ts';
import { compact, entry, type JsonObject, named, party, words } from './json.ts';
import { moments } from './moments.ts';
import type { ninjsOptions } from './options.ts';

type Options = z.output<typeof ninjsOptions>;

/** A picture of the story as an association. */
export function association(
  story: Story,
  picture: Picture,
  options: Options,
  context: WriteContext,
): JsonObject {
  const { language } = story.fields;
  return compact({
    name: picture.id,
    uri: wireUri(pictureGuid(story, picture), context.provider.domain),
    type: 'picture',
    version: String(story.version),
    ...moments(story, context, usableUntil(picture)),
    contentCreated: /T/.test(picture.dateCreated) ? (utcTime(picture.dateCreated) ?? '') : '',
    language,
    headlines: [entry('main', picture.headline)],
    by: singleLine(picture.creator),
    copyrightNotice: words(picture.copyrightNotice),
    usageTerms: words(usageTermsWords(picture)),
    edNote: words(instructionWords(picture)),
    located: picture.location.created ? singleLine(placeText(picture.location.created)) : '',
    descriptions: pictureDescriptions(picture),
    people: picture.people.map(({ name, position }) =>
      compact({ name: singleLine(name), literal: singleLine(position) }),
    ),
    places: [
      ...(picture.location.created ? [placeObject(picture.location.created, 'created')] : []),
      ...picture.location.shown.map(place => placeObject(place, 'shown')),
    ],
    infoSources: [party(picture.source, 'source'), ...licensor(picture)],
    altIds: singleLine(picture.jobId) === '' ? [] : [{ role: 'jobid', value: singleLine(picture.jobId) }],
    digitalSourceType: digitalSourceType(picture),
    rightsInfo: rightsLink(picture),
    renditions: rendition(picture, options, context),
  });
}

/** A place by its whole name; its parts, for which ninjs has no properties, stand in `literal`, apart by bars. */
function placeObject(place: Place, rel: 'created' | 'shown'): JsonObject {
  const parts = [place.sublocation, place.city, place.state, place.country, place.countryCode];
  if (placeText(place) === '') return {};
  return {
    ...named(placeText(place)),
    rel,
    literal: parts.map(part => singleLine(part).replaceAll('|', '/')).join('|'),
  };
}

/** What the standard has no property for stands among the descriptions, by role (wire-formats 4). */
function pictureDescriptions(picture: Picture): readonly JsonObject[] {
  return [
    entry('caption', captionText(picture)),
    ...(isMarked(picture.caption)
      ? [{ ...entry('captionhtml', htmlFragment(xhtmlInlines(picture.caption))), contentType: 'text/html' }]
      : []),
    entry('creditline', creditText(picture)),
    entry('alttext', picture.altText),
    entry('extendeddescription', picture.extendedDescription),
    entry('description', picture.description),
    entry('creatortitle', picture.creatorTitle),
    entry('descriptionwriter', picture.descriptionWriter),
    entry('datecreated', picture.dateCreated),
    entry('datereleased', picture.dateReleased),
    entry('datamining', picture.dataMining),
    // The properties of these names say the restrictions too; here stand the words of the fields alone.
    ...(picture.restrictions.length + picture.notices.length === 0
      ? []
      : [entry('usageterms', picture.usageTerms), entry('instructions', picture.instructions)]),
    ...picture.restrictions.map(each => entry('restriction', restrictionText(each))),
    ...picture.notices.map(each => entry('notice', each.text)),
  ];
}

/** Marks and links, which a plain text loses. */
function isMarked(caption: readonly Inline[]): boolean {
  return caption.some(each => each.type === 'link' || (each.type === 'text' && each.marks.length > 0));
}

function licensor({ licensor: party }: Picture): readonly JsonObject[] {
  if (party === null) return [];
  const name = singleLine(party.name || party.url || party.email);
  const contact = [contactInfo('web', party.url), contactInfo('email', party.email)].filter(
    each => Object.keys(each).length > 0,
  );
  return name === '' ? [] : [compact({ name, role: 'licensor', contactInfo: contact })];
}

function contactInfo(type: string, text: string): JsonObject {
  const value = singleLine(text);
  return value === '' ? {} : { type, value };
}

function digitalSourceType(picture: Picture): JsonObject {
  const text = singleLine(picture.digitalSourceType);
  if (text === '') return {};
  const uri = absoluteUri(text);
  return uri === null ? { literal: text } : { uri };
}

function rightsLink(picture: Picture): JsonObject {
  const text = singleLine(picture.webStatement);
  if (text === '') return {};
  const uri = absoluteUri(text);
  return uri === null ? { encodedRights: text } : { linkedRights: uri };
}

/**
 * `href` must be an absolute URI. A file beside the story is `file:media/…`, which a URL parser resolves
 * against the story file's own address.
 */
function rendition(picture: Picture, options: Options, context: WriteContext): readonly JsonObject[] {
  const address = mediaAddress(picture, options, context);
  if (address === null || picture.file === null) return [];
  const { mediaType, width, height, name } = picture.file;
  return [
    compact({
      name: 'highres',
      href: options.mediaBase === '' ? `file:${encodeURI(address)}` : address,
      contentType: mediaType,
      title: singleLine(name),
      width,
      height,
      sizeInBytes: context.mediaBytes(picture),
    }),
  ];
}

/** The body's `src`: relative where the file lies beside the story, so that a page shows it. */
export function mediaAddress(picture: Picture, options: Options, context: WriteContext): string | null {
  const path = context.mediaPath(picture);
  if (path === null || options.mediaBase === '') return path;
  return new URL(path, options.mediaBase.endsWith('/') ? options.mediaBase : `${options.mediaBase}/`).href;
}
