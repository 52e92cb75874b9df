import type { z } from 'zod';
import type { Picture, Place } from '../../../contract/picture.ts';
import type { Story, Subject } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import type { WriteContext, Written } from '../format.ts';
import {
  captionText,
  creditText,
  instructionWords,
  pictureGuid,
  placeText,
  usableUntil,
  usageTermsWords,
} from '../picture-words.ts';
import { carriesContent, embargoWords, publishingStatus, statusWords } from '../status.ts';
import { datelineText } from '../story-words.ts';
import { cleanText, joinTexts, singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { absoluteUri, wireUri } from '../uri.ts';
import { signOffParagraph, xhtmlBody, xhtmlInlines } from '../xhtml-body.ts';
import { element, htmlFragment } from '../xml.ts';
import type { ninjs3Options } from './options.ts';

type Options = z.output<typeof ninjs3Options>;

/** JSON as this writer builds it; what is empty is left out by `compact`. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** ninjs has no open-ended embargo: the end of the calendar, together with `withheld`, holds everywhere. */
export const noKnownEnd = '9999-12-31T23:59:59Z';

/** A story as one ninjs 3.1 object with its pictures as associations. */
export function writeNinjs3(story: Story, options: Options, context: WriteContext): Written {
  const text = JSON.stringify(storyObject(story, options, context), null, 2);
  const file = {
    path: `${context.baseName}.json`,
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(`${text}\n`),
  };
  return { files: [file], problems: [] };
}

function storyObject(story: Story, options: Options, context: WriteContext): JsonObject {
  const { fields } = story;
  const content = carriesContent(story);
  return compact({
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    uri: wireUri(story.guid, context.provider.domain),
    type: 'text',
    representationType: content ? 'full' : 'partial',
    profile: fields.editorialAction === 'new' ? 'story' : `story-${fields.editorialAction}`,
    version: String(story.version),
    firstCreated: utcTime(story.created) ?? '',
    ...moments(story, context),
    urgency: fields.urgency,
    copyrightHolder: singleLine(fields.copyrightHolder),
    copyrightNotice: words(fields.copyrightNotice),
    usageTerms: words(fields.usageTerms),
    edNote: joinTexts(
      [fields.edNote, fields.correctionNote, statusWords(story), embargoWords(fields.embargo)].map(words),
      '\n',
    ),
    language: fields.language,
    slugline: singleLine(fields.slugline),
    by: singleLine(fields.byline),
    located: singleLine(fields.dateline.place),
    headlines: [
      entry('main', fields.headline),
      entry('subhead', fields.subhead),
      entry('dateline', datelineText(fields.dateline, fields.language)),
      entry('bylinetitle', fields.bylineTitle),
    ],
    descriptions: [
      entry('summary', fields.abstract),
      entry('correction', fields.correctionNote),
      entry('takekey', fields.takeKey),
    ],
    bodies: content ? [body(story, options, context)] : [],
    subjects: [
      ...fields.subjects.map(subject),
      ...fields.keywords.map(keyword => related(keyword, 'keyword')),
      related(fields.category, 'category'),
    ],
    genres: singleLine(fields.genre) === '' ? [] : [named(fields.genre)],
    places: fields.places.map(named),
    people: fields.people.map(named),
    organisations: fields.organisations.map(named),
    infoSources: [source(story), party(fields.author, 'author')],
    altIds: [{ role: 'guid', value: words(story.guid) }],
    associations: content ? story.pictures.map(each => association(story, each, options, context)) : [],
  });
}

/** Status and dates that story and pictures share: a picture is held as long as its story. */
function moments(story: Story, context: WriteContext, ends: string | null = null): JsonObject {
  const { embargo, expires } = story.fields;
  const open = embargo !== null && (embargo.until === null || utcTime(embargo.until) === null);
  const status = publishingStatus(story);
  const expiry = [ends ?? '', expires].map(utcTime).filter(time => time !== null);
  return {
    versionCreated: utcTime(story.updated) ?? wireTime(context.now),
    embargoedUntil: open ? noKnownEnd : (utcTime(embargo?.until ?? '') ?? ''),
    expires: expiry.sort()[0] ?? '',
    pubStatus: open && status === 'usable' ? 'withheld' : status,
  };
}

function words(text: string): string {
  return cleanText(text).trim();
}

function entry(role: string, text: string): JsonObject {
  const value = words(text);
  return value === '' ? {} : { role, contentType: 'text/plain', value };
}

function named(name: string): JsonObject {
  const line = singleLine(name);
  return line === '' ? {} : { name: line };
}

/** A media topic or another address as `uri`; any other scheme and code stand together as a literal. */
function subject({ scheme, code, name }: Subject): JsonObject {
  const line = singleLine(name);
  const topic = scheme === 'medtop' && /^\d{8}$/.test(code) ? mediaTopics : scheme;
  const uri = /^https?:\/\//.test(topic) ? absoluteUri(`${topic}${singleLine(code)}`) : null;
  if (uri !== null) return compact({ name: line, uri });
  const literal = singleLine([scheme, code].filter(part => part.trim() !== '').join(':'));
  return compact({ name: line, literal });
}

const mediaTopics = 'http://cv.iptc.org/newscodes/mediatopic/';

/** ninjs has no keywords or category of its own: subjects that say what they are. */
function related(text: string, rel: string): JsonObject {
  const line = singleLine(text);
  return line === '' ? {} : { name: line, rel, literal: line };
}

function party(name: string, role: string): JsonObject {
  const line = singleLine(name);
  return line === '' ? {} : { name: line, role };
}

/** The provider and its address; an address that is no URI stays as words. */
function source({ fields }: Story): JsonObject {
  const name = singleLine(fields.source);
  const address = singleLine(fields.sourceUri);
  if (name === '' && address === '') return {};
  const uri = absoluteUri(address);
  return compact({
    name,
    role: 'source',
    uri: uri ?? '',
    literal: uri === null ? address : '',
  });
}

function body(story: Story, options: Options, context: WriteContext): JsonObject {
  const figures = xhtmlBody(story, {
    figure: picture =>
      element(
        'figure',
        {},
        element('img', {
          src: mediaAddress(picture, options, context) ?? pictureGuid(story, picture),
          alt: picture.altText,
          'data-guid': wireUri(pictureGuid(story, picture), context.provider.domain),
        }),
        figcaption(picture),
      ),
  });
  const signOff = signOffParagraph(story.fields.signOff);
  return {
    role: 'main',
    contentType: 'text/html',
    charCount: story.counts.characters,
    wordCount: story.counts.words,
    value: htmlFragment(signOff === null ? figures : [...figures, signOff]),
  };
}

function figcaption(picture: Picture): ReturnType<typeof element> | null {
  const credit = creditText(picture);
  if (captionText(picture) === '' && credit === '') return null;
  return element(
    'figcaption',
    {},
    xhtmlInlines(picture.caption),
    credit === '' ? null : [' ', element('span', { class: 'credit' }, credit)],
  );
}

/** The body's `src`: relative where the file lies beside the story, so that a page shows it. */
function mediaAddress(picture: Picture, options: Options, context: WriteContext): string | null {
  const path = context.mediaPath(picture);
  if (path === null || options.mediaBase === '') return path;
  return new URL(path, options.mediaBase.endsWith('/') ? options.mediaBase : `${options.mediaBase}/`).href;
}

function association(story: Story, picture: Picture, options: Options, context: WriteContext): JsonObject {
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
    places: picture.location.shown.map(place => ({
      ...named(placeText(place)),
      ...placeRel(place),
    })),
    infoSources: [party(picture.source, 'source'), ...licensor(picture)],
    altIds: singleLine(picture.jobId) === '' ? [] : [{ role: 'jobid', value: singleLine(picture.jobId) }],
    digitalSourceType: digitalSourceType(picture),
    rightsInfo: rightsLink(picture),
    renditions: rendition(picture, options, context),
  });
}

function placeRel(place: Place): JsonObject {
  return placeText(place) === '' ? {} : { rel: 'shown' };
}

/** What the standard has no property for stands among the descriptions, by role (wire-formats 4). */
function pictureDescriptions(picture: Picture): readonly JsonObject[] {
  return [
    entry('caption', captionText(picture)),
    entry('creditline', creditText(picture)),
    entry('alttext', picture.altText),
    entry('extendeddescription', picture.extendedDescription),
    entry('description', picture.description),
    entry('creatortitle', picture.creatorTitle),
    entry('descriptionwriter', picture.descriptionWriter),
    entry('datecreated', picture.dateCreated),
    entry('datereleased', picture.dateReleased),
    entry('datamining', picture.dataMining),
  ];
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

/** Without what is empty: no empty strings, lists or objects. */
function compact(object: JsonObject): JsonObject {
  const kept: [string, Json][] = [];
  for (const [key, value] of Object.entries(object)) {
    const whole = isJsonList(value) ? value.filter(each => !isEmpty(each)) : value;
    if (!isEmpty(whole)) kept.push([key, whole]);
  }
  return Object.fromEntries(kept);
}

function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isEmpty(value: Json): boolean {
  if (value === '' || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
