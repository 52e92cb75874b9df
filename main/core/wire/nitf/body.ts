import type { Block, Inline } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext } from '../format.ts';
import { picturesById, unplacedPictures } from '../story-words.ts';
import { singleLine } from '../text.ts';
import { evenRows, hasWords } from '../xhtml-body.ts';
import { type Element, element, textElement } from '../xml.ts';
import { nitfInlines } from './inlines.ts';
import { media } from './media.ts';
import { unplacedClass } from './media-kind.ts';

/**
 * body.content in NITF's words. It knows no pull quote, box or sub-headings below `hl2`: those are `bq` and
 * `block` with a class. A block may not stand in a block, so a box stands between them.
 */
export function bodyContent(story: Story, context: WriteContext): Element {
  const pictures = picturesById(story);
  const parts: Element[] = [];
  let run: Element[] = [];
  const endRun = (): void => {
    if (run.length > 0) parts.push(element('block', {}, run));
    run = [];
  };
  for (const block of story.body.blocks) {
    if (block.type === 'box') {
      const title = textElement('hl2', block.title.trim(), {
        class: 'box-title',
      });
      const inside = block.blocks.flatMap(each => blockElements(each, story, pictures, context));
      if (title === null && inside.length === 0) continue;
      endRun();
      parts.push(element('block', { class: 'box' }, title, inside));
    } else run.push(...blockElements(block, story, pictures, context));
  }
  run.push(...unplacedPictures(story).map(picture => media(story, picture, context, unplacedClass)));
  endRun();
  return element('body.content', {}, markLede(parts));
}

type PlainBlock = Exclude<Block, { type: 'box' }>;

function blockElements(
  block: PlainBlock,
  story: Story,
  pictures: ReadonlyMap<string, Picture>,
  context: WriteContext,
): Element[] {
  switch (block.type) {
    case 'paragraph':
      return hasWords(block.inlines) ? [element('p', {}, nitfInlines(block.inlines))] : [];
    case 'heading': {
      const level = block.level === 2 ? undefined : `level-${block.level}`;
      return hasWords(block.inlines) ? [element('hl2', { class: level }, nitfInlines(block.inlines))] : [];
    }
    case 'list': {
      const items = block.items.filter(hasWords).map(item => element('li', {}, nitfInlines(item)));
      return items.length > 0 ? [element(block.ordered ? 'ol' : 'ul', {}, items)] : [];
    }
    case 'quote':
      return quote(undefined, block.paragraphs, block.attribution);
    case 'pullQuote':
      return quote('pull-quote', [block.inlines], block.attribution);
    case 'table': {
      const rows = evenRows(block.rows).map(row =>
        element(
          'tr',
          {},
          row.map(cell => element(cell.header ? 'th' : 'td', {}, nitfInlines(cell.inlines))),
        ),
      );
      return rows.length > 0 ? [element('table', {}, rows)] : [];
    }
    case 'picture': {
      const picture = pictures.get(block.pictureId);
      return picture ? [media(story, picture, context)] : [];
    }
    case 'separator':
      return [element('hr')];
    case 'embed':
      return [element('p', { class: 'embed' }, element('a', { href: block.url }, block.title || block.url))];
    case 'note':
      return [];
  }
}

function quote(
  name: string | undefined,
  paragraphs: readonly (readonly Inline[])[],
  attribution: string,
): Element[] {
  const said = paragraphs.filter(hasWords).map(each => element('p', {}, nitfInlines(each)));
  const credit = textElement('credit', singleLine(attribution));
  if (said.length === 0 && credit === null) return [];
  return [element('bq', { class: name }, element('block', {}, said), credit)];
}

/** The first paragraph of the copy is its lede. */
function markLede(blocks: readonly Element[]): readonly Element[] {
  const first = blocks.findIndex(block => block.children.some(isPlainParagraph));
  return blocks.map((block, index) => {
    if (index !== first) return block;
    const lede = block.children.find(isPlainParagraph);
    return {
      ...block,
      children: block.children.map(child =>
        child === lede && typeof child !== 'string'
          ? { ...child, attributes: { ...child.attributes, lede: 'true' } }
          : child,
      ),
    };
  });
}

function isPlainParagraph(child: Element | string): boolean {
  return typeof child !== 'string' && child.name === 'p' && child.attributes.class === undefined;
}
