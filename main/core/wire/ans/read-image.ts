import { plainInlines } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import { Restriction } from '../../../contract/rights.ts';
import type { Extra, Extras } from '../extras.ts';
import { isOwn, readPictureExtras } from '../reading/extras.ts';
import { htmlInlines, htmlWords, isMarkedUp } from '../reading/html.ts';
import { asText, isJsonRecord, type JsonRecord, recordAt, recordsAt, textAt } from '../reading/json.ts';
import { readPicture } from '../reading/picture.ts';
import { singleLine } from '../text.ts';

/** An ANS image as a picture of a story. */
export function readImage(image: JsonRecord, id: string): Picture {
  const extras = readExtras(recordAt(image, 'additional_properties'));
  const own = isOwn(extras);
  const more = recordAt(image, 'additional_properties');
  const html = own ? textAt(more, 'caption_html') : textAt(image, 'caption');
  const marked = own ? html !== '' : isMarkedUp(html);
  const credits = recordAt(image, 'credits');
  const affiliation =
    names(credits, 'affiliation') || (own ? '' : textAt(recordAt(image, 'distributor'), 'name'));
  const subtitle = textAt(image, 'subtitle') || textAt(recordAt(image, 'headlines'), 'basic');
  return readPicture({
    ...(own ? readPictureExtras(extras) : foreign(image)),
    id,
    caption: marked ? htmlInlines(html) : plainInlines(textAt(image, 'caption').trim()),
    headline: singleLine(own ? subtitle : htmlWords(subtitle)),
    altText: textAt(image, 'alt_text').trim(),
    creator: names(credits, 'by') || names(credits, 'photos_by'),
    source: affiliation,
    creditLine: names(recordAt(image, 'vanity_credits'), 'by'),
    copyrightNotice: textAt(image, 'copyright').trim(),
    restrictions: geoRules(image),
  });
}

/** The names of people or agencies under one key of `credits`, in a row. */
export function names(credits: JsonRecord, key: string): string {
  return recordsAt(credits, key)
    .map(each => singleLine(nameOf(each)))
    .filter(name => name !== '')
    .join(', ');
}

export function nameOf(author: JsonRecord): string {
  const parts = ['first_name', 'middle_name', 'last_name'].map(part => textAt(author, part));
  return textAt(author, 'name') || textAt(author, 'org') || parts.filter(Boolean).join(' ');
}

/** Where other houses put what ANS has no field for (wire-formats 8). */
function foreign(image: JsonRecord): Partial<Picture> {
  const more = recordAt(image, 'additional_properties');
  const location = textAt(image, 'location');
  return {
    usageTerms: textAt(more, 'usage_instructions'),
    instructions: textAt(image, 'editor_note'),
    ...(location === ''
      ? {}
      : {
          location: {
            created: { sublocation: '', city: location, state: '', country: '', countryCode: '' },
            shown: [],
          },
        }),
  };
}

/** The territories that this program's restriction identifier names; another house's is a key to its own list. */
function geoRules(image: JsonRecord): readonly Restriction[] {
  const said = recordsAt(recordAt(image, 'content_restrictions', 'geo'), 'restrictions')
    .map(each => textAt(each, 'restriction_id'))
    .join(';');
  return Array.from(said.matchAll(/\b(deny|allow):([A-Z]{2}(?:,[A-Z]{2})*)/g), ([, word, codes = '']) => {
    const kind = word === 'deny' ? 'exclude-territory' : 'include-territory';
    const territories = codes.split(',');
    const text = word === 'deny' ? `${codes} OUT` : `FOR USE ONLY IN ${codes}`;
    return Restriction.parse({ kind, territories, text, spans: [] });
  });
}

/** `additional_properties` as extras; every value a list. */
export function readExtras(properties: JsonRecord): Extras {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]): [string, readonly Extra[]] => {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return [name, values.flatMap(extraOf)];
    }),
  );
}

function extraOf(value: unknown): readonly Extra[] {
  if (!isJsonRecord(value)) return asText(value) === '' ? [] : [asText(value)];
  return [Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asText(each)]))];
}
