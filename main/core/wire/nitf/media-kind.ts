import type { Report } from '../reading/report.ts';
import { attributeValue, childElements, descendants, type XmlNode } from '../xml-read.ts';

/** The class of a `media` for a picture of the story that stands nowhere in its copy. */
export const unplacedClass = 'unplaced';

/** Whether a `media` is a picture: by its type, else by the type of its file. Types are an open list (NITF 3). */
export function isPictureMedia(media: XmlNode): boolean {
  const type = attributeValue(media, 'media-type').trim();
  const files = childElements(media, 'media-reference').map(each => attributeValue(each, 'mime-type'));
  if (files.some(each => each.startsWith('image/'))) return true;
  return type === '' ? files.every(each => each === '') : /image|photo|picture|graphic/iu.test(type);
}

/** A picture of the story that stands nowhere in its copy, as this program writes it. */
export function isUnplaced(media: XmlNode): boolean {
  return attributeValue(media, 'class').split(/\s+/).includes(unplacedClass);
}

/** Says of what is no picture that it was not taken in. */
export function tellMedia(content: XmlNode, report: Report): void {
  for (const media of descendants(content, 'media')) {
    if (childElements(media, 'media-object').length > 0)
      report.noted('The file holds a medium in itself, which is not taken in.');
    if (isPictureMedia(media)) continue;
    const [reference] = childElements(media, 'media-reference');
    const source = reference ? attributeValue(reference, 'source') : '';
    const type = attributeValue(media, 'media-type') || 'other';
    report.noted(`A medium of the type “${type.slice(0, 40)}” is not taken in: ${source.slice(0, 200)}`);
  }
}
