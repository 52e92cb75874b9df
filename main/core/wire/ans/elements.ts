import type { Block, Inline, TableCell } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { Json, JsonObject } from '../ninjs/json.ts';
import { picturesById } from '../story-words.ts';
import { evenRows, hasWords, xhtmlInlines } from '../xhtml-body.ts';
import { element, htmlFragment } from '../xml.ts';
import { subtypes } from './vocabulary.ts';

/**
 * The copy as `content_elements` (wire-formats 8). Words are HTML inside each element, so every character that
 * markup is made of is escaped. Internal notes are never among them.
 * @param image the element for a picture of the story
 */
export function contentElements(
  story: Story,
  image: (picture: Picture) => JsonObject,
): readonly JsonObject[] {
  const pictures = picturesById(story);
  const elements = (blocks: readonly Block[]): readonly JsonObject[] => blocks.flatMap(of);

  function of(block: Block): readonly JsonObject[] {
    switch (block.type) {
      case 'paragraph':
        return hasWords(block.inlines) ? [text(block.inlines)] : [];
      case 'heading':
        return hasWords(block.inlines)
          ? [{ type: 'header', level: block.level, content: inlineHtml(block.inlines) }]
          : [];
      case 'list':
        return list(block.ordered, block.items);
      case 'quote':
        return quote({}, block.paragraphs, block.attribution);
      case 'pullQuote':
        return quote({ subtype: subtypes.pullQuote }, [block.inlines], block.attribution);
      case 'table':
        return table(block.rows);
      case 'picture': {
        const picture = pictures.get(block.pictureId);
        return picture ? [image(picture)] : [];
      }
      case 'separator':
        return [{ type: 'divider' }];
      case 'box':
        return box(block.title, elements(block.blocks));
      case 'embed':
        return [{ type: 'raw_html', content: embedHtml(block.url, block.title) }];
      case 'note':
        return [];
    }
  }
  return [...elements(story.body.blocks), ...signOff(story.fields.signOff)];
}

/** Inlines as the HTML that an element's `content` holds. */
export function inlineHtml(inlines: readonly Inline[]): string {
  return htmlFragment(xhtmlInlines(inlines));
}

function text(inlines: readonly Inline[]): JsonObject {
  return { type: 'text', content: inlineHtml(inlines) };
}

function plain(words: string): string {
  return htmlFragment([words]);
}

function list(ordered: boolean, items: readonly (readonly Inline[])[]): readonly JsonObject[] {
  const said = items.filter(hasWords);
  if (said.length === 0) return [];
  return [{ type: 'list', list_type: ordered ? 'ordered' : 'unordered', items: said.map(text) }];
}

function quote(
  subtype: JsonObject,
  paragraphs: readonly (readonly Inline[])[],
  attribution: string,
): readonly JsonObject[] {
  const said = paragraphs.filter(hasWords);
  const citation: JsonObject =
    attribution.trim() === '' ? {} : { citation: { type: 'text', content: plain(attribution) } };
  if (said.length === 0 && attribution.trim() === '') return [];
  return [{ type: 'quote', ...subtype, content_elements: said.map(text), ...citation }];
}

/** A first row of headings is the table's `header`; a heading elsewhere says so by its subtype. */
function table(rows: readonly (readonly TableCell[])[]): readonly JsonObject[] {
  const even = evenRows(rows);
  const [first, ...rest] = even;
  if (first === undefined) return [];
  const headed = first.every(cell => cell.header);
  const head: JsonObject = headed ? { header: first.map(({ inlines }) => text(inlines)) } : {};
  return [{ type: 'table', ...head, rows: (headed ? rest : even).map(row => row.map(cell)) }];
}

function cell({ header, inlines }: TableCell): Json {
  return header ? { ...text(inlines), subtype: subtypes.headerCell } : text(inlines);
}

function box(title: string, inside: readonly JsonObject[]): readonly JsonObject[] {
  const head: readonly JsonObject[] =
    title.trim() === ''
      ? []
      : [{ type: 'header', subtype: subtypes.boxTitle, level: 2, content: plain(title) }];
  const content = [...head, ...inside];
  return content.length === 0
    ? []
    : [{ type: 'element_group', subtype: subtypes.box, content_elements: content }];
}

/** A link that every receiver shows; `custom_embed` would need one that knows our embeds. */
function embedHtml(url: string, title: string): string {
  return htmlFragment([element('p', { class: 'embed' }, element('a', { href: url }, title || url))]);
}

function signOff(words: string): readonly JsonObject[] {
  return words.trim() === '' ? [] : [{ type: 'text', subtype: subtypes.signOff, content: plain(words) }];
}
