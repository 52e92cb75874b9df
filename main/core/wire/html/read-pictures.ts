import { plainInlines } from '../../../contract/body.ts';
import type { Picture, Place } from '../../../contract/picture.ts';
import { isJson, type Json } from '../../markup/json-ld.ts';
import { element, findAll, type MarkupElement, textOf } from '../../markup/tree.ts';
import type { MediaReference, ReadContext } from '../format.ts';
import { readInlines } from '../reading/blocks.ts';
import { readPicture } from '../reading/picture.ts';

export interface PagePictures {
  readonly all: readonly Picture[];
  readonly media: readonly MediaReference[];
  /** The number of the picture that a figure shows. */
  readonly numbered: (figure: MarkupElement) => number;
  /** For `readBody`: the picture of `img src="#n"`. */
  readonly named: (image: MarkupElement) => string | null;
}

/** The pictures of a page of ours: texts of the ImageObjects, captions with their marks from the figures. */
export function readPagePictures(article: MarkupElement, data: Json, context: ReadContext): PagePictures {
  const figures = findAll(article, ({ tag }) => tag === 'figure');
  const numbered = ({ attributes }: MarkupElement) => Number(attributes['data-picture'] ?? 0);
  const images = objects(data.image);
  const media: MediaReference[] = [];
  const all = images.map((image, index) => {
    const figure = figures.find(each => numbered(each) === index + 1);
    const picture = pictureOf(image, figure, context);
    const href = text(image.contentUrl);
    if (href !== '') media.push({ picture: picture.id, href });
    return picture;
  });
  return {
    all,
    media,
    numbered,
    named: ({ attributes }) => all[Number(attributes.src?.slice(1)) - 1]?.id ?? null,
  };
}

function pictureOf(image: Json, figure: MarkupElement | undefined, context: ReadContext): Picture {
  const rules = figure ? partsOf(figure, 'rule').map(textOf) : [];
  const [caption] = figure ? partsOf(figure, 'caption') : [];
  const [creator] = objects(image.creator);
  const [created] = objects(image.locationCreated);
  const licensor = text(image.acquireLicensePage);
  return readPicture({
    id: context.ids(),
    caption: caption
      ? readInlines(element('body', [{ ...caption, tag: 'p', attributes: {} }]), context.ids)
      : plainInlines(text(image.caption)),
    headline: text(image.name),
    altText: text(image.description),
    description: text(image.abstract),
    extendedDescription: text(image.text),
    creator: text(creator?.name),
    creatorTitle: text(creator?.jobTitle),
    creditLine: text(image.creditText),
    source: text(objects(image.sourceOrganization)[0]?.name),
    copyrightNotice: text(image.copyrightNotice),
    webStatement: text(image.license),
    licensor: licensor === '' ? null : { name: '', url: licensor, email: '' },
    usageTerms: withoutRules(text(objects(image.usageInfo)[0]?.text), rules),
    digitalSourceType: text(image.digitalSourceType),
    dateCreated: text(image.dateCreated),
    dateReleased: text(image.datePublished),
    location: {
      created: created ? placeOf(created) : null,
      shown: objects(image.contentLocation).map(placeOf),
    },
    people: objects(image.mentions).map(each => ({
      name: text(each.name),
      position: text(each.description),
    })),
    rules,
  });
}

function partsOf(figure: MarkupElement, name: string): MarkupElement[] {
  return findAll(figure, ({ attributes }) => attributes.class === name);
}

/** The terms alone: the writer sets behind them the restrictions that they do not say themselves. */
function withoutRules(terms: string, rules: readonly string[]): string {
  let rest = terms.trim();
  for (const rule of [...rules].reverse()) {
    if (rest === rule) return '';
    if (rest.endsWith(` - ${rule}`)) rest = rest.slice(0, -(rule.length + 3));
  }
  return rest;
}

function placeOf(place: Json): Place {
  const [address] = objects(place.address);
  const [code] = objects(address?.identifier);
  return {
    sublocation: text(address?.streetAddress),
    city: text(address?.addressLocality),
    state: text(address?.addressRegion),
    country: text(address?.addressCountry),
    countryCode: text(code?.value),
  };
}

function objects(value: unknown): Json[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(isJson);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
