import type { MarkupElement, MarkupNode } from '../../markup/tree.ts';
import { type BodyOptions, type ReadBody, readBody } from '../reading/blocks.ts';
import type { XmlNode } from '../xml-read.ts';
import { nitfMarkup } from './markup.ts';
import { tellMedia } from './media-kind.ts';

export interface NitfBodyOptions extends BodyOptions {
  /** The lines of the copy end with breaks because the sender's printer wanted them short (AAP). */
  readonly wrapped?: boolean;
}

export interface ReadNitfBody extends ReadBody {
  /** Words in the copy that are not for publication; no block holds them. */
  readonly hidden: readonly string[];
}

/**
 * The blocks of an NITF body's content, of any version and in any namespace: NewsML 1.2 and NewsML-G2 carry such
 * bodies too (NITF 3). `picture` is asked with an `img` whose `data-media` is the number of the picture among the
 * content's `media`, from 0; a caller that keeps pictures elsewhere goes by `src` and `data-guid`.
 */
export function readNitfBody(content: XmlNode, options: NitfBodyOptions): ReadNitfBody {
  const { root, hidden } = nitfMarkup(content);
  tellMedia(content, options.report);
  const { blocks, signOff } = readBody(options.wrapped ? unwrapped(root) : root, options);
  return { blocks, signOff, hidden };
}

/** Breaks that only keep lines short are spaces. */
function unwrapped(element: MarkupElement): MarkupElement {
  const children = element.children.map((child): MarkupNode => {
    if (typeof child === 'string') return child;
    return child.tag === 'br' ? ' ' : unwrapped(child);
  });
  return { ...element, children };
}
