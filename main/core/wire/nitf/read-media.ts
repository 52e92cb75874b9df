import type { Picture, Place } from '../../../contract/picture.ts';
import type { Restriction } from '../../../contract/rights.ts';
import type { MediaReference } from '../format.ts';
import { readInlines } from '../reading/blocks.ts';
import { readMoment, readTruncated } from '../reading/moments.ts';
import { readPicture } from '../reading/picture.ts';
import { joinTexts, singleLine } from '../text.ts';
import { truncatedTime } from '../time.ts';
import { attributeValue, childElements, nodeText, type XmlNode } from '../xml-read.ts';
import { nitfMarkup } from './markup.ts';

export interface ReadMedia {
  readonly picture: Picture;
  readonly media: readonly MediaReference[];
}

/** A `media` of the type image as a picture of the story. */
export function readMedia(media: XmlNode, ids: () => string): ReadMedia {
  const id = ids();
  const reference = largest(childElements(media, 'media-reference'));
  const of = (name: string): string => (reference ? attributeValue(reference, name) : '');
  const metadata = readMetadata(media);
  const one = (name: string): string => metadata.get(name)?.[0] ?? '';
  const all = (name: string): readonly string[] => metadata.get(name) ?? [];
  const producer = joinTexts(childElements(media, 'media-producer').map(words), ', ');
  // What was written with each rule in a place of its own says the running words apart from them.
  const ruled = all('restriction').length + all('notice').length > 0;
  const picture = readPicture({
    id,
    caption: childElements(media, 'media-caption').flatMap((caption, index) => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...readInlines(nitfMarkup(caption).root, ids),
    ]),
    headline: of('name'),
    altText: of('alternate-text'),
    description: one('description'),
    extendedDescription: one('extended-description'),
    creator: one('creator') || one('byline') || one('photographer'),
    creatorTitle: one('creator-title') || one('bylinetitle'),
    creditLine: producer || of('source-credit') || one('credit'),
    source: one('source'),
    copyrightNotice: of('copyright') || one('copyright'),
    usageTerms: ruled ? one('own-usage-terms') : one('usage-terms') || one('usageterms'),
    instructions: ruled ? one('own-instructions') : one('instructions') || one('specialinstructions'),
    descriptionWriter: one('description-writer') || one('captionwriter'),
    jobId: one('job-id'),
    dateCreated: moment(one('date-created') || one('datecreated')),
    dateReleased: moment(one('date-released')),
    location: { created: placeOf('place-created', metadata), shown: placesShown(metadata) },
    people: people(metadata),
    digitalSourceType: one('digital-source-type'),
    dataMining: one('data-mining'),
    webStatement: one('web-statement'),
    licensor: licensorOf(metadata),
    rules: all('restriction'),
    standing: all('notice'),
    restrictions: territoryRules(one('territories-out'), one('territories-only')),
    until: readMoment(one('expires')),
    original: originals(metadata),
  });
  const href = of('source').trim();
  // A source may be a bare identity where there is no file (3): what was written as one is none.
  const isFile = href !== '' && href !== one('guid');
  return { picture, media: isFile ? [{ picture: id, href }] : [] };
}

type Metadata = ReadonlyMap<string, readonly string[]>;

/** By name in lower case; a name may stand several times. */
function readMetadata(media: XmlNode): Metadata {
  const found = new Map<string, string[]>();
  for (const each of childElements(media, 'media-metadata')) {
    const name = attributeValue(each, 'name').trim().toLowerCase();
    const value = (attributeValue(each, 'value') || nodeText(each)).trim();
    if (value !== '') found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

/** Of several renditions the one with the most pixels. */
function largest(references: readonly XmlNode[]): XmlNode | undefined {
  const size = (each: XmlNode): number => Number.parseInt(attributeValue(each, 'width'), 10) || 0;
  return references.toSorted((a, b) => size(b) - size(a))[0];
}

function words(node: XmlNode): string {
  return singleLine(nodeText(node));
}

/** As it stands where it is one that the contract takes; basic form becomes extended. */
function moment(text: string): string {
  return truncatedTime(text) ?? readTruncated(text) ?? '';
}

function placeOf(prefix: string, metadata: Metadata): Place | null {
  const of = (name: string): string => metadata.get(`${prefix}-${name}`)?.[0] ?? '';
  const place = {
    sublocation: of('sublocation'),
    city: of('city'),
    state: of('state'),
    country: of('country'),
    countryCode: of('country-code'),
  };
  return Object.values(place).some(each => each !== '') ? place : null;
}

/** Numbered from 1: `place-shown-1-city`. */
function placesShown(metadata: Metadata): readonly Place[] {
  return numbers('place-shown', metadata).flatMap(number => placeOf(`place-shown-${number}`, metadata) ?? []);
}

function people(metadata: Metadata): Picture['people'] {
  return numbers('person', metadata).map(number => ({
    name: metadata.get(`person-${number}-name`)?.[0] ?? '',
    position: metadata.get(`person-${number}-position`)?.[0] ?? '',
  }));
}

function numbers(prefix: string, metadata: Metadata): readonly number[] {
  const found = [...metadata.keys()]
    .map(name => new RegExp(`^${prefix}-(\\d{1,4})-`, 'u').exec(name)?.[1])
    .filter(each => each !== undefined)
    .map(Number);
  return [...new Set(found)].toSorted((a, b) => a - b);
}

function licensorOf(metadata: Metadata): Picture['licensor'] {
  const of = (name: string): string => metadata.get(`licensor-${name}`)?.[0] ?? '';
  const licensor = { name: of('name'), url: of('url'), email: of('email') };
  return Object.values(licensor).some(each => each !== '') ? licensor : null;
}

function territoryRules(out: string, only: string): readonly Restriction[] {
  const rule = (kind: Restriction['kind'], codes: string, text: (codes: string) => string): Restriction[] => {
    const territories = codes.split(/[\s,]+/u).filter(code => /^[A-Z]{2}$/u.test(code));
    if (territories.length === 0) return [];
    const words = text(territories.join(', '));
    return [
      {
        kind,
        territories,
        media: [],
        until: null,
        credit: null,
        text: words,
        spans: [],
        needsReview: false,
      },
    ];
  };
  return [
    ...rule('exclude-territory', out, codes => `${codes} OUT`),
    ...rule('include-territory', only, codes => `FOR USE ONLY IN ${codes}`),
  ];
}

/** Names that this reader knows; what has another is kept as received. */
const known =
  /^(?:guid|instructions|own-instructions|specialinstructions|usage-terms|own-usage-terms|usageterms|restrictions?|notice|territories-(?:out|only)|expires|creator|creator-title|byline|bylinetitle|photographer|credit|source|copyright|(?:extended-)?description|description-writer|captionwriter|job-id|date-?created|date-released|place-.*|person-.*|digital-source-type|data-mining|web-statement|licensor-.*)$/u;

function originals(metadata: Metadata): Record<string, string> {
  return Object.fromEntries(
    [...metadata].filter(([name]) => !known.test(name)).map(([name, values]) => [name, values.join('\n')]),
  );
}
