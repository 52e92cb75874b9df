import { plainInlines } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { MarkupElement } from '../../markup/tree.ts';
import type { MediaReference } from '../format.ts';
import { readPicture } from './picture.ts';
import type { Report } from './report.ts';

/** Pictures that only the copy knows: an `img` with its alt text and the caption of its figure. */
export interface Figures {
  /** For `readBody`: the identifier of the picture that an image shows, a new one's where it is not known. */
  readonly picture: (image: MarkupElement) => string | null;
  /** For `readBody`: the words under a picture. */
  readonly caption: (picture: string, words: string) => void;
  /** The pictures that were found in the copy alone, to be asked for when the copy has been read. */
  readonly found: () => { readonly pictures: readonly Picture[]; readonly media: readonly MediaReference[] };
}

interface Found {
  readonly altText: string;
  readonly href: string;
  caption: string;
}

/**
 * @param known the identifier of a picture that stands elsewhere in the file; null where it is not one
 */
export function createFigures(
  { ids, report }: { readonly ids: () => string; readonly report: Report },
  known: (image: MarkupElement) => string | null,
): Figures {
  const found = new Map<string, Found>();
  const byAddress = new Map<string, string>();
  return {
    picture: image => {
      const id = known(image);
      if (id !== null) return id;
      const { src = '', alt = '', width, height } = image.attributes;
      if (isPixel(width) || isPixel(height)) {
        report.leftOut(src, 'a pixel that counts readers');
        return null;
      }
      const again = byAddress.get(src.trim());
      if (again !== undefined) return again;
      const made = ids();
      if (src.trim() !== '') byAddress.set(src.trim(), made);
      found.set(made, { altText: alt.trim(), href: src.trim(), caption: '' });
      return made;
    },
    caption: (id, words) => {
      const figure = found.get(id);
      if (figure) figure.caption = [figure.caption, words].filter(Boolean).join('\n');
    },
    found: () => ({
      pictures: [...found].map(([id, { altText, caption }]) =>
        readPicture({ id, altText, caption: plainInlines(caption) }),
      ),
      media: [...found].flatMap(([id, { href }]) => (href === '' ? [] : [{ picture: id, href }])),
    }),
  };
}

function isPixel(size: string | undefined): boolean {
  return size !== undefined && /^[01](?:px)?$/.test(size.trim());
}
