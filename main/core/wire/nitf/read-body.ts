import type { Block } from '../../../contract/body.ts';
import { type BodyOptions, readBody } from '../reading/blocks.ts';
import { markupOf } from '../reading/xml.ts';
import type { XmlNode } from '../xml-read.ts';
export function readNitfBody(content: XmlNode, options: BodyOptions): { readonly blocks: readonly Block[] } {
  return readBody(
    markupOf(content, ({ local }) => (local === 'hl2' ? 'h2' : local === 'bq' ? 'blockquote' : local)),
    options,
  );
}
