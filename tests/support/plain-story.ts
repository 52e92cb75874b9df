import {
  type Block,
  type BoxedBlock,
  type Inline,
  inlineText,
  plainInlines,
} from '../../main/contract/body.ts';
import type { Story } from '../../main/contract/story.ts';
import { fromWire, toWire } from '../../main/core/wire/anpa1312/signs.ts';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { singleLine } from '../../main/core/wire/text.ts';

/** What formats of plain lines keep of a story (`WireFormat.plain`): words without marks, in their characters. */
export function plainly(format: WireFormat, story: Story): Story {
  if (!format.plain) return story;
  const plain: Story = {
    ...story,
    body: { ...story.body, blocks: story.body.blocks.map(plainBlock) },
    pictures: story.pictures.map(picture => ({ ...picture, caption: lines(picture.caption) })),
  };
  return format.plain.characters === 'ascii' ? { ...story, ...inAscii(plain) } : plain;
}

/** A story whose words 7 bits can hold at least as question marks: a soft hyphen alone would leave nothing. */
export function withoutSoftHyphens(story: Story): Story {
  return { ...story, ...mapped(story, text => text.replaceAll('\u00ad', '-')) };
}

function inAscii(story: Story): Story {
  return mapped(story, text => fromWire(toWire(text)));
}

/** Texts without line breaks are tidied as a line is; a list holds each value once. */
function mapped<Value>(value: Value, convert: (text: string) => string): Value {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) => {
    if (typeof each === 'string')
      return each
        .split('\n')
        .map(line => (/[^\u0000-\u007f]/u.test(line) ? singleLine(convert(line)) : convert(line)))
        .join('\n');
    if (Array.isArray(each) && each.every(item => typeof item === 'string')) return [...new Set(each)];
    return each;
  });
}

function words(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => {
      const text = inlineText([inline]);
      return inline.type === 'link' && text !== inline.href ? `${text} (${inline.href})` : text;
    })
    .join('');
}

/** Lines of words, each tidy. */
function lines(inlines: readonly Inline[]): Inline[] {
  return plainInlines(
    words(inlines)
      .split('\n')
      .map(singleLine)
      .filter(line => line !== '')
      .join('\n'),
  );
}

function line(inlines: readonly Inline[]): Inline[] {
  return plainInlines(singleLine(words(inlines)));
}

function plainBlock<Kind extends Block | BoxedBlock>(block: Kind): Kind;
function plainBlock(block: Block | BoxedBlock): Block | BoxedBlock {
  switch (block.type) {
    case 'paragraph':
    case 'pullQuote':
      return { ...block, inlines: lines(block.inlines) };
    case 'heading':
      return { ...block, inlines: line(block.inlines) };
    case 'list':
      return { ...block, items: block.items.map(line) };
    case 'quote':
      return { ...block, paragraphs: block.paragraphs.map(lines) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map(row => row.map(cell => ({ ...cell, inlines: line(cell.inlines) }))),
      };
    case 'box':
      return { ...block, blocks: block.blocks.map(inner => plainBlock(inner)) };
    default:
      return block;
  }
}
