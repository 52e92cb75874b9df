import { type Inline, plainInlines } from '../../../contract/body.ts';
import type { Picture, Place } from '../../../contract/picture.ts';
import type { MediaReference } from '../format.ts';
import { htmlInlines, htmlWords, isMarkedUp } from '../reading/html.ts';
import { asText, type JsonRecord, listAt, recordAt, recordsAt, textAt } from '../reading/json.ts';
import { readMoment, readTruncated } from '../reading/moments.ts';
import { readPicture } from '../reading/picture.ts';
import { joinTexts } from '../text.ts';
import { truncatedTime } from '../time.ts';
import { addressOf, byRole, names, relationOf } from './read-concepts.ts';

export interface ReadAssociation {
  readonly item: JsonRecord;
  readonly picture: Picture;
  readonly media: readonly MediaReference[];
  /** Every address that its renditions have: a figure in the copy shows one of them. */
  readonly addresses: readonly string[];
}

/** An item of type picture, in the newest generation's words, as a picture of a story. */
export function readPictureItem(item: JsonRecord, id: string, own: boolean): ReadAssociation {
  const said = (role: RegExp): string => byRole(item, 'descriptions', role)[0] ?? '';
  const rules = byRole(item, 'descriptions', /^restriction$/);
  const standing = byRole(item, 'descriptions', /^notice$/);
  // Where restrictions stand apart, the properties repeat them: the fields' own words have roles of their own.
  const apart = rules.length + standing.length > 0;
  const terms = joinTexts(listAt(item, 'usageTerms').map(asText), '\n');
  const notes = joinTexts([textAt(item, 'edNote'), textAt(item, 'instructions')], '\n');
  const people = recordsAt(item, 'people');
  const places = recordsAt(item, 'places');
  const sources = recordsAt(item, 'infoSources');
  const photographer = recordAt(item, 'photographer');
  const until = readMoment(textAt(item, 'expires'));
  const picture = readPicture({
    id,
    caption: captionOf(item, own),
    description: said(/^description$/),
    headline:
      byRole(item, 'headlines', /^main$/)[0] ?? byRole(item, 'headlines', /./)[0] ?? textAt(item, 'title'),
    altText: said(/^alt_?-?text$/i),
    extendedDescription: said(/^extendeddescription$/),
    creator: textAt(item, 'by') || textAt(photographer, 'name'),
    creatorTitle: said(/^creatortitle$/) || textAt(photographer, 'title'),
    creditLine: said(/^credit_?line$/i),
    source: sourceName(sources) || textAt(item, 'source'),
    copyrightNotice: textAt(item, 'copyrightNotice'),
    usageTerms: apart ? said(/^usageterms$/) : terms,
    instructions: apart ? said(/^instructions$/) : notes,
    descriptionWriter: said(/^descriptionwriter$/),
    jobId: byRole(item, 'altIds', /^(?:jobid|transref)$/)[0] ?? '',
    dateCreated: readDate(said(/^datecreated$/) || textAt(item, 'contentCreated')),
    dateReleased: said(/^datereleased$/),
    location: {
      created:
        places.filter(each => relationOf(each) === 'created').map(placeOf)[0] ??
        placeNamed(textAt(item, 'located')),
      shown: places.filter(each => relationOf(each) !== 'created').flatMap(each => placeOf(each) ?? []),
    },
    people: own
      ? people.map(each => ({
          name: textAt(each, 'name'),
          position: textAt(each, 'literal') || textAt(each, 'code'),
        }))
      : [...new Set(names(item, 'people'))].map(name => ({ name, position: '' })),
    digitalSourceType: addressOf(recordAt(item, 'digitalSourceType')),
    dataMining: said(/^datamining$/),
    webStatement:
      textAt(recordAt(item, 'rightsInfo'), 'linkedRights') ||
      textAt(recordAt(item, 'rightsInfo'), 'encodedRights'),
    licensor: licensorOf(sources),
    rules,
    standing,
    until,
  });
  const renditions = recordsAt(item, 'renditions');
  const addresses = renditions.map(each => textAt(each, 'href')).filter(href => href !== '');
  const [best] = renditions.filter(isImage).toSorted((a, b) => rank(a) - rank(b) || width(b) - width(a));
  const href = best ? bareAddress(textAt(best, 'href')) : '';
  return { item, picture, media: href === '' ? [] : [{ picture: id, href }], addresses };
}

/** `file:media/x.jpg`, as this program writes it, is a path beside the story file. */
function bareAddress(href: string): string {
  return href.startsWith('file:') && !href.startsWith('file:/')
    ? decodeURI(href.slice('file:'.length))
    : href;
}

function isImage(rendition: JsonRecord): boolean {
  const type = textAt(rendition, 'contentType');
  return textAt(rendition, 'href') !== '' && (type === '' || type.startsWith('image/'));
}

function rank(rendition: JsonRecord): number {
  const name = textAt(rendition, 'name');
  if (/thumb|icon/iu.test(name)) return 3;
  if (/preview|web|view|small|\d+-\d+/iu.test(name)) return 2;
  return /orig|high|base|main|print|full/iu.test(name) ? 0 : 1;
}

function width(rendition: JsonRecord): number {
  return Number(textAt(rendition, 'width')) || 0;
}

/** The words under the picture: its caption, else what the item says it shows, else its copy. */
function captionOf(item: JsonRecord, own: boolean): readonly Inline[] {
  const roles = own
    ? [/^captionhtml$/, /^caption$/]
    : [/^caption$/i, /caption/i, /^(?:text|main|summary|default)?$/i, /^(?:html|headline)$/i];
  for (const role of roles) {
    const found = recordsAt(item, 'descriptions').find(
      each => role.test(textAt(each, 'role')) && textAt(each, 'value').trim() !== '',
    );
    if (found) return inlinesOf(textAt(found, 'value'), textAt(found, 'role') === 'captionhtml');
  }
  const body = own ? '' : textAt(recordsAt(item, 'bodies')[0] ?? {}, 'value');
  return inlinesOf(body, false);
}

function inlinesOf(words: string, marked: boolean): readonly Inline[] {
  return marked || isMarkedUp(words) ? htmlInlines(words) : plainInlines(words.trim());
}

function sourceName(sources: readonly JsonRecord[]): string {
  const named = sources.filter(each => relationOf(each) !== 'licensor');
  return htmlWords(textAt(named.find(each => relationOf(each) === 'source') ?? named[0] ?? {}, 'name'));
}

function licensorOf(sources: readonly JsonRecord[]): Picture['licensor'] {
  const party = sources.find(each => relationOf(each) === 'licensor');
  if (!party) return null;
  const contacts = recordsAt(party, 'contactInfo');
  const of = (type: string): string =>
    textAt(contacts.find(each => textAt(each, 'type') === type) ?? {}, 'value');
  const name = textAt(party, 'name');
  const [url, email] = [of('web'), of('email')];
  return { name: name === url || name === email ? '' : name, url, email };
}

/** Five parts apart by bars, as this program writes them; else a name. */
function placeOf(place: JsonRecord): Place | null {
  const parts = (textAt(place, 'literal') || textAt(place, 'code')).split('|');
  if (parts.length !== 5) return placeNamed(textAt(place, 'name'));
  const [sublocation = '', city = '', state = '', country = '', countryCode = ''] = parts;
  return { sublocation, city, state, country, countryCode };
}

function placeNamed(name: string): Place | null {
  return name.trim() === ''
    ? null
    : { sublocation: '', city: name.trim(), state: '', country: '', countryCode: '' };
}

function readDate(text: string): string {
  return truncatedTime(text) ?? readTruncated(text) ?? '';
}
