import { type Block, type Inline, inlineText } from '../../contract/body.ts';
import type { Story } from '../../contract/story.ts';
import { singleLine } from './text.ts';

/**
 * The copy as paragraphs of plain words, one text each, for wires that know no markup. A picture stands by its
 * number, a table row by row; internal notes are never among them.
 */
export function copyParagraphs(story: Pick<Story, 'body' | 'pictures'>): readonly string[] {
  return story.body.blocks.flatMap(block => of(block, story)).filter(text => text !== '');
}

function of(block: Block, story: Pick<Story, 'pictures'>): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [words(block.inlines)];
    case 'list':
      return block.items.map((item, index) => marked(block.ordered ? `${index + 1}.` : '-', words(item)));
    case 'quote':
      return [...block.paragraphs.map(words), attributed(block.attribution)];
    case 'pullQuote':
      return [words(block.inlines), attributed(block.attribution)];
    case 'table':
      return block.rows.map(row => row.map(cell => words(cell.inlines)).join(' | '));
    case 'picture': {
      const number = story.pictures.findIndex(picture => picture.id === block.pictureId) + 1;
      return number === 0 ? [] : [`[Photo ${number}]`];
    }
    case 'separator':
      return ['---'];
    case 'box':
      return [singleLine(block.title), ...block.blocks.flatMap(inner => of(inner, story))];
    case 'embed':
      return [singleLine(`${block.title} ${block.url}`)];
    case 'note':
      return [];
  }
}

function marked(mark: string, text: string): string {
  return text === '' ? '' : `${mark} ${text}`;
}

function attributed(name: string): string {
  return singleLine(name) === '' ? '' : `- ${singleLine(name)}`;
}

/** Words in one line, each link with its address behind it. */
function words(inlines: readonly Inline[]): string {
  const texts = inlines.map(inline => {
    if (inline.type !== 'link') return inlineText([inline]);
    const text = inlineText(inline.inlines);
    return text === inline.href ? text : `${text} <${inline.href}>`;
  });
  return singleLine(texts.join(''));
}
