import type { Block } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { MediaReference } from '../format.ts';
import type { Report } from '../reading/report.ts';
import { attributeValue, childElements, descendants, type XmlNode } from '../xml-read.ts';
import { isPictureMedia } from './media-kind.ts';
import { readNitfBody } from './read-body.ts';
import { readMedia } from './read-media.ts';

export interface CopyOptions {
  readonly ids: () => string;
  readonly report: Report;
  readonly headline: string;
  readonly wrapped: boolean;
}

export interface ReadCopy {
  readonly blocks: readonly Block[];
  readonly hidden: readonly string[];
  readonly pictures: readonly Picture[];
  readonly media: readonly MediaReference[];
}

/** The copy of an NITF document with its pictures; one that stands in several places is one picture. */
export function readNitfCopy(contents: readonly XmlNode[], options: CopyOptions): ReadCopy {
  const pictures: Picture[] = [];
  const media: MediaReference[] = [];
  const known = new Map<string, string>();
  const parts = contents.map(content => {
    const ids = descendants(content, 'media').map(each => {
      if (!isPictureMedia(each)) return null;
      const guid = guidOf(each);
      const again = guid === '' ? undefined : known.get(guid);
      if (again !== undefined) return again;
      const read = readMedia(each, options.ids);
      pictures.push(read.picture);
      media.push(...read.media);
      if (guid !== '') known.set(guid, read.picture.id);
      return read.picture.id;
    });
    const picture = (number: string | undefined): string | null => ids[Number(number ?? '-1')] ?? null;
    return readNitfBody(content, { ...options, picture: image => picture(image.attributes['data-media']) });
  });
  return {
    blocks: parts.flatMap(part => part.blocks),
    hidden: parts.flatMap(part => part.hidden),
    pictures,
    media,
  };
}

function guidOf(media: XmlNode): string {
  const guid = childElements(media, 'media-metadata').find(each => attributeValue(each, 'name') === 'guid');
  return guid ? attributeValue(guid, 'value') : '';
}
