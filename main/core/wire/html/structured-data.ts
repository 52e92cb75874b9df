import { bodyText } from '../../../contract/body.ts';
import type { Picture, Place } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import type { WriteContext } from '../format.ts';
import { captionText, creditText, usageTermsWords } from '../picture-words.ts';
import { carriesContent } from '../status.ts';
import { datelineText } from '../story-words.ts';
import { cleanHtmlText, joinTexts, singleLine } from '../text.ts';
import { truncatedTime, utcTime } from '../time.ts';
import { absoluteUri } from '../uri.ts';

/** Joins the page's address and a relative path, or leaves the path relative. */
export type Resolve = (path: string) => string;

/** schema.org NewsArticle as JSON-LD (wire-formats 10); nothing in it can end the script element. */
export function structuredData(
  story: Story,
  context: WriteContext,
  address: string,
  resolve: Resolve,
): string {
  const text = JSON.stringify(article(story, context, address, resolve), cleanValue);
  return text.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** What is empty is left out: JSON.stringify drops what becomes undefined. */
function cleanValue(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleanHtmlText(value).trim() || undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  return value;
}

function article(story: Story, context: WriteContext, address: string, resolve: Resolve): object {
  const { fields } = story;
  const content = carriesContent(story);
  const modified = utcTime(story.updated) ?? wireTime(context.now);
  const embargo = fields.embargo?.until ?? null;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: story.guid,
    version: story.version,
    url: address,
    mainEntityOfPage: address,
    headline: singleLine(fields.headline),
    alternativeHeadline: singleLine(fields.subhead),
    description: fields.abstract,
    dateline: datelineText(fields.dateline, fields.language),
    creativeWorkStatus: fields.editorialAction,
    creditText: singleLine(fields.source || fields.copyrightHolder),
    inLanguage: fields.language,
    datePublished: (embargo === null ? null : utcTime(embargo)) ?? modified,
    dateModified: modified,
    dateCreated: utcTime(story.created),
    expires: utcTime(fields.expires),
    genre: singleLine(fields.genre),
    articleSection: singleLine(fields.category),
    author: authors(story),
    publisher: {
      '@type': 'Organization',
      name: context.provider.name || context.provider.domain,
    },
    sourceOrganization: organisation(fields.source, fields.sourceUri),
    copyrightHolder: organisation(fields.copyrightHolder),
    copyrightNotice: fields.copyrightNotice,
    copyrightYear: /\b(?:19|20)\d\d\b/.exec(fields.copyrightNotice)?.[0],
    usageInfo: work(fields.usageTerms),
    keywords: fields.keywords.map(singleLine),
    about: fields.subjects.map(({ scheme, code, name }) => ({
      '@type': 'DefinedTerm',
      '@id': subjectAddress(scheme, code),
      name: singleLine(name || code),
      termCode: singleLine(code),
      inDefinedTermSet: singleLine(scheme),
    })),
    mentions: [
      ...fields.people.map(name => ({
        '@type': 'Person',
        name: singleLine(name),
      })),
      ...fields.organisations.map(name => ({
        '@type': 'Organization',
        name: singleLine(name),
      })),
    ],
    contentLocation: fields.places.map(name => ({
      '@type': 'Place',
      name: singleLine(name),
    })),
    locationCreated: place({ city: fields.dateline.place, country: fields.dateline.country }),
    contentReferenceTime: fields.dateline.date,
    provider: organisation(fields.dateline.source),
    correction: fields.correctionNote.trim()
      ? [
          {
            '@type': 'CorrectionComment',
            text: fields.correctionNote,
            datePublished: modified,
          },
        ]
      : [],
    wordCount: content ? story.counts.words : undefined,
    articleBody: content ? bodyText(story.body) : undefined,
    image: content ? story.pictures.map(picture => image(picture, context, resolve)) : [],
  };
}

function authors({ fields }: Story): readonly object[] {
  const name = singleLine(fields.byline || fields.author).replace(/^by\s+/i, '');
  if (name === '') return [];
  return [{ '@type': 'Person', name, jobTitle: singleLine(fields.bylineTitle) }];
}

/** Terms of use are a work of their own in schema.org, or its address; ours are words. */
function work(terms: string): object | null {
  return terms.trim() === '' ? null : { '@type': 'CreativeWork', text: terms };
}

function place(parts: Partial<Place>): object | null {
  const { sublocation = '', city = '', state = '', country = '', countryCode = '' } = parts;
  const name = joinTexts([sublocation, city, state, country || countryCode], ', ');
  if (name === '') return null;
  return {
    '@type': 'Place',
    name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: sublocation,
      addressLocality: city,
      addressRegion: state,
      addressCountry: country,
      ...(countryCode.trim() === ''
        ? {}
        : { identifier: { '@type': 'PropertyValue', propertyID: 'ISO 3166-1', value: countryCode } }),
    },
  };
}

function organisation(name: string, address = ''): object | null {
  if (name.trim() === '' && address.trim() === '') return null;
  return {
    '@type': 'Organization',
    name: singleLine(name),
    url: singleLine(address),
  };
}

function subjectAddress(scheme: string, code: string): string | undefined {
  if (scheme === 'medtop' && code !== '') return `http://cv.iptc.org/newscodes/mediatopic/${code}`;
  return /^https?:\/\//.test(scheme) ? `${scheme}${code}` : undefined;
}

/**
 * ImageObject with what Google's image licence features ask for (wire-formats 10): `license` and
 * `acquireLicensePage` are addresses of pages, words stand in `usageInfo`.
 */
function image(picture: Picture, context: WriteContext, resolve: Resolve): object {
  const path = context.mediaPath(picture);
  const { created, shown } = picture.location;
  return {
    '@type': 'ImageObject',
    contentUrl: path === null ? undefined : resolve(path),
    width: picture.file?.width,
    height: picture.file?.height,
    encodingFormat: picture.file?.mediaType,
    name: picture.headline,
    caption: captionText(picture),
    description: picture.altText,
    abstract: picture.description,
    text: picture.extendedDescription,
    creditText: creditText(picture),
    creator: picture.creator.trim()
      ? { '@type': 'Person', name: picture.creator, jobTitle: picture.creatorTitle }
      : null,
    sourceOrganization: organisation(picture.source),
    copyrightNotice: picture.copyrightNotice,
    license: pageAddress(picture.webStatement),
    acquireLicensePage: pageAddress(picture.licensor?.url ?? ''),
    usageInfo: work(usageTermsWords(picture)),
    digitalSourceType: pageAddress(picture.digitalSourceType),
    dateCreated: truncatedTime(picture.dateCreated) ?? undefined,
    datePublished: truncatedTime(picture.dateReleased) ?? undefined,
    locationCreated: created === null ? null : place(created),
    contentLocation: shown.map(place).filter(each => each !== null),
    mentions: picture.people.map(({ name, position }) => ({
      '@type': 'Person',
      name,
      description: position,
    })),
  };
}

function pageAddress(text: string): string | undefined {
  return absoluteUri(text) ?? undefined;
}
