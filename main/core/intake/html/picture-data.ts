import { plainInlines } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import { isJson, type Json, type StructuredData } from '../../markup/json-ld.ts';
import { readPicture } from '../../wire/reading/picture.ts';
import { singleLine } from '../../wire/text.ts';
import { address, articleOf, hasType, list, names, said, text } from './article-data.ts';

/** The pictures that a page's structured data describe: the article's own first. */
export function imageObjects(structured: StructuredData): readonly Json[] {
  const own = list(articleOf(structured).image).map(structured.resolve).filter(isJson);
  const all = structured.nodes.filter(node => hasType(node, /^ImageObject$/u));
  return [...new Set([...own, ...all])].slice(0, 200);
}

/** What an ImageObject says of its picture (wire-formats 10); texts that it does not have stay away. */
export function pictureData(image: Json, structured: StructuredData): Partial<Picture> {
  const [creator] = list(image.creator ?? image.author).map(structured.resolve);
  const licensor = address(image.acquireLicensePage, structured);
  const texts = {
    headline: singleLine(text(image.name)),
    creator: names(image.creator ?? image.author, structured).join(', '),
    creatorTitle: isJson(creator) ? singleLine(text(creator.jobTitle)) : '',
    creditLine: singleLine(text(image.creditText)),
    copyrightNotice: said(image.copyrightNotice ?? image.copyrightHolder, structured),
    webStatement: address(image.license, structured),
    usageTerms: said(image.usageInfo, structured),
    digitalSourceType: address(image.digitalSourceType, structured),
    dateCreated: /^\d{4}/u.exec(text(image.dateCreated)) ? text(image.dateCreated) : '',
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '')),
    ...(licensor === '' ? {} : { licensor: { name: '', url: licensor, email: '' } }),
  };
}

/** The caption's words, which systems also call description. */
export function captionOf(image: Json): string {
  return text(image.caption) || text(image.description);
}

/** Where a picture's file lies, without what only says its size. */
function fileOf(href: string): string {
  return (href.split(/[?#]/u)[0] ?? '')
    .replace(/^https?:/iu, '')
    .replace(/[-_]\d{2,5}x\d{2,5}(?=\.\w+$)/u, '');
}

/** The pictures of an article with what the page's data say of them; what the copy itself says goes before. */
export function describePictures(
  pictures: readonly Picture[],
  structured: StructuredData,
  ids: () => string,
): readonly Picture[] {
  const images = imageObjects(structured);
  const described = pictures.map(picture => {
    const file = fileOf(picture.original.address ?? '');
    const image = images.find(each => file !== '' && addressesOf(each).some(href => fileOf(href) === file));
    return image ? withData(picture, pictureData(image, structured), captionOf(image)) : picture;
  });
  if (described.length > 0) return described;
  // A page that shows its picture by script alone names it in its data.
  const own = list(articleOf(structured).image).map(structured.resolve).filter(isJson);
  return own
    .filter(image => captionOf(image) !== '' && addressesOf(image).length > 0)
    .slice(0, 50)
    .map(image => {
      const [href = ''] = addressesOf(image);
      const caption = plainInlines(captionOf(image));
      return readPicture({
        id: ids(),
        caption,
        ...pictureData(image, structured),
        original: { address: href },
      });
    });
}

function addressesOf(image: Json): string[] {
  return [image.contentUrl, image.url, image['@id']].map(text).filter(href => href !== '');
}

function withData(picture: Picture, data: Partial<Picture>, caption: string): Picture {
  const rights = readPicture({ id: picture.id, caption: plainInlines(caption), ...data });
  const empty = Object.fromEntries(
    Object.entries(rights).filter(([name, value]) => {
      const present: Readonly<Record<string, unknown>> = { ...picture };
      const own = present[name];
      return (own === '' || own === null || (Array.isArray(own) && own.length === 0)) && value !== '';
    }),
  );
  return { ...picture, ...empty, original: { ...rights.original, ...picture.original } };
}
