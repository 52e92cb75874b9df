import { WiredeskError } from '../../contract/failure.ts';
import type { Picture } from '../../contract/picture.ts';
import {
  readTags,
  readTagsAndIim,
  type Tags,
  type TagValue,
  type WriteOptions,
  writeTags,
} from './exiftool.ts';
import { textTags } from './metadata-read.ts';
import { tagsOf } from './metadata-tags.ts';
import { inAnyLanguage } from './tag-values.ts';

/**
 * The picture file with the words of this use in it: caption, credit, rights and restrictions in XMP, IIM and
 * Exif together, read back and compared before it is handed on. Pixels are not touched, what the file says beyond
 * a picture's fields stays, and the same picture gives the same bytes.
 * @param options metadata to take over or to remove before; `from` is a file whose texts these are
 * @throws WiredeskError 'internal' naming the field that did not arrive, 'unreadable'
 */
export async function embedMetadata(
  bytes: Uint8Array,
  picture: Picture,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const prepared = options.from || options.remove?.length ? await writeTags(bytes, {}, options) : bytes;
  const before = textTags(await readTagsAndIim(prepared));
  const tags = tagsOf(picture, before);
  const written = await writeTags(prepared, { ...tags, 'XMP-x:XMPToolkit': 'Wiredesk', ...digest(tags) });
  const read = await readTags(written);
  for (const [name, value] of Object.entries(tags))
    if (!arrived(name, read, value))
      throw new WiredeskError('internal', `${name} was not written into the picture as it should be.`);
  return written;
}

function digest(tags: Tags): Record<string, TagValue> {
  // Tells readers that the IIM block is in step with XMP (wire-formats 13, rule 4).
  return Object.keys(tags).some(name => name.startsWith('IPTC:')) ? { 'Photoshop:IPTCDigest': 'new' } : {};
}

function arrived(name: string, tags: Tags, value: TagValue): boolean {
  const read = tags[name];
  const empty = value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return (read === undefined || read === '') && inAnyLanguage(tags, name) === '';
  if (read === undefined) return false;
  return (
    same(read, value) ||
    (Array.isArray(value) && value.length === 1 && value[0] !== undefined && same(read, value[0]))
  );
}

function same(read: TagValue, value: TagValue): boolean {
  if (Array.isArray(read) && Array.isArray(value))
    return (
      read.length === value.length &&
      read.every((each, index) => value[index] !== undefined && same(each, value[index]))
    );
  if (isStructure(read) && isStructure(value)) {
    const keys = Object.keys(value);
    return keys.every(key => {
      const [a, b] = [read[key], value[key]];
      return a !== undefined && b !== undefined && same(a, b);
    });
  }
  return read === value;
}

function isStructure(value: TagValue): value is { readonly [key: string]: TagValue } {
  return typeof value === 'object' && !Array.isArray(value);
}
