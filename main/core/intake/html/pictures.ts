import type { PictureSource } from '../../markup/piece.ts';
import type { MarkupElement } from '../../markup/tree.ts';
import { signatureOf } from '../signatures.ts';

const smallest = 80;
const largestData = 40_000_000;

/** The picture an img stands for; null for pixels that only count readers, icons and logos by their size. */
export function pictureOf(element: MarkupElement): PictureSource | null {
  const { attributes } = element;
  const width = Number.parseInt(attributes.width ?? '', 10);
  const height = Number.parseInt(attributes.height ?? '', 10);
  if (width < smallest || height < smallest) return null;
  const address = attributes.src ?? attributes['data-src'] ?? '';
  const altText = (attributes.alt ?? '').trim();
  const file = dataPicture(address);
  if (file) return { address: '', altText, file };
  if (/^https?:\/\/\S+$/iu.test(address) && address.length <= 4_096) return { address, altText, file: null };
  return altText === '' ? null : { address: '', altText, file: null };
}

/** A picture written into the page itself (RFC 2397), if its bytes are a picture's. */
function dataPicture(address: string): PictureSource['file'] {
  if (address.length > largestData) return null;
  const match = /^data:image\/([a-z]{3,5})(?:;[^,;]{0,60})*;base64,/iu.exec(address);
  if (!match) return null;
  const bytes = new Uint8Array(Buffer.from(address.slice(match[0].length), 'base64'));
  if (signatureOf(bytes)?.kind !== 'picture') return null;
  return { name: `picture.${(match[1] ?? '').toLowerCase()}`, bytes };
}
