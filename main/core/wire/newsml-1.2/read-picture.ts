import { plainInlines } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { MediaReference } from '../format.ts';
import { htmlWords } from '../reading/html.ts';
import { readTruncated } from '../reading/moments.ts';
import { readPicture } from '../reading/picture.ts';
import { joinTexts, singleLine } from '../text.ts';
import {
  attributeValue,
  childElements,
  descendants,
  elementAt,
  nodeText,
  type XmlNode,
} from '../xml-read.ts';
import { allTexts, firstText, formalName, type Lineage, property, roleOf } from './tree.ts';

const image = /image|photo|jpe?g|png|gif|tiff?|picture|graphic/i;
const pictureRole = /^(?:photo|picture|image|illustration|graphic|logo|thumbnail)s?$/;

/** Whether a content item is a picture's file. */
function isImageItem(item: XmlNode): boolean {
  const named = ['MediaType', 'Format', 'MimeType'].map(name => formalName(elementAt(item, name))).join(' ');
  const href = attributeValue(item, 'Href');
  return href !== '' && (image.test(named) || /\.(?:jpe?g|png|gif|tiff?|webp)(?:$|\?)/i.test(href));
}

/** Whether a component is a picture, with its caption and its renditions below it (AFP's `Duid="photo0"`). */
export function isPicture(component: XmlNode): boolean {
  if (component.local !== 'NewsComponent') return false;
  const items = descendants(component, 'ContentItem');
  const images = items.filter(isImageItem);
  if (images.length === 0) return false;
  if (pictureRole.test(roleOf(component)) || /^photo/i.test(attributeValue(component, 'Duid'))) return true;
  // A component that holds copy too is a story with pictures in it.
  const roles = descendants(component, 'NewsComponent').map(roleOf);
  return !roles.some(role => /^(?:body|main|text|lead)$/.test(role)) && !items.some(isCopy);
}

function isCopy(item: XmlNode): boolean {
  const data = elementAt(item, 'DataContent');
  return (
    data !== undefined && (descendants(data, 'body.content').length > 0 || nodeText(data).length > 1_500)
  );
}

/** The pictures below a component, the outermost component of each. */
export function pictureComponents(component: XmlNode): readonly XmlNode[] {
  return childElements(component, 'NewsComponent').flatMap(each =>
    isPicture(each) ? [each] : pictureComponents(each),
  );
}

export interface ReadPictureComponent {
  readonly picture: Picture;
  readonly media: readonly MediaReference[];
}

/** A picture with what its component says of it; of its renditions the largest. */
export function readPictureComponent(component: XmlNode, lineage: Lineage, id: string): ReadPictureComponent {
  const own = [component];
  const captions = [component, ...descendants(component, 'NewsComponent')].filter(
    each => roleOf(each) === 'caption',
  );
  const caption = joinTexts(
    captions.flatMap(each => descendants(each, 'DataContent')).map(each => htmlWords(paragraphsOf(each))),
    '\n',
  );
  const administrative = elementAt(component, 'AdministrativeMetadata');
  const picture = readPicture({
    id,
    caption: plainInlines(caption || firstText(own, 'NewsLines', 'HeadLine')),
    headline: firstText(own, 'NewsLines', 'HeadLine'),
    creditLine: firstText(own, 'NewsLines', 'CreditLine'),
    creator:
      firstText(own, 'NewsLines', 'ByLine') ||
      formalName(administrative && elementAt(administrative, 'Creator', 'Party')),
    source: formalName(administrative && elementAt(administrative, 'Source', 'Party')),
    copyrightNotice: firstText([component, ...lineage], 'NewsLines', 'CopyrightLine'),
    usageTerms: joinTexts(allTexts(own, 'RightsMetadata', 'UsageRights', 'UsageType'), '\n'),
    instructions: joinTexts(allTexts(own, 'NewsLines', 'RightsLine'), '\n'),
    dateCreated: readTruncated(firstText(own, 'DescriptiveMetadata', 'DateLineDate')) ?? '',
    location: { created: placeOf(component), shown: [] },
  });
  const [best] = descendants(component, 'ContentItem')
    .filter(isImageItem)
    .toSorted((a, b) => size(b) - size(a));
  const href = best ? attributeValue(best, 'Href').trim() : '';
  return { picture, media: href === '' ? [] : [{ picture: id, href }] };
}

/** A paragraph a line. */
function paragraphsOf(data: XmlNode): string {
  const paragraphs = descendants(data, 'p');
  return paragraphs.length === 0
    ? singleLine(nodeText(data))
    : paragraphs.map(each => singleLine(nodeText(each))).join('\n');
}

function size(item: XmlNode): number {
  const characteristics = elementAt(item, 'Characteristics');
  const width = property(characteristics, 'Width') || property(characteristics, 'PixelWidth');
  return (
    Number(width) ||
    Number(nodeText(characteristics && elementAt(characteristics, 'SizeInBytes'))) / 1_000_000 ||
    0
  );
}

function placeOf(component: XmlNode): Picture['location']['created'] {
  const location = elementAt(component, 'DescriptiveMetadata', 'Location');
  const [city, country] = [property(location, 'City'), property(location, 'Country')];
  const isCode = /^[A-Z]{2,3}$/.test(country);
  return city === '' && country === ''
    ? null
    : {
        sublocation: '',
        city,
        state: '',
        country: isCode ? '' : country,
        countryCode: isCode ? country : '',
      };
}
