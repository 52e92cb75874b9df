import { z } from 'zod';

/**
 * The body of a story: a closed, versioned union that knows nothing of the editor library.
 * Wire formats, checks, diff, search and the command line work on this and never see Lexical.
 */

export const markNames = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'subscript',
  'superscript',
  'code',
] as const;
export const Mark = z.enum(markNames);
export type Mark = z.infer<typeof Mark>;

/** Marks are kept in the order of `markNames` so that equal text is equal JSON. */
export const TextInline = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  marks: z.array(Mark).readonly().default([]),
});
export type TextInline = z.infer<typeof TextInline>;

export const BreakInline = z.strictObject({ type: z.literal('break') });
export type BreakInline = z.infer<typeof BreakInline>;

/** What may stand in the href of a link: nothing that a browser would run. */
export const Href = z
  .string()
  .max(4096)
  .refine(href => /^(https?:|mailto:|tel:)/i.test(href), 'a link is http, https, mailto or tel');

export const LinkInline = z.strictObject({
  type: z.literal('link'),
  href: Href,
  inlines: z.array(z.discriminatedUnion('type', [TextInline, BreakInline])).readonly(),
});
export type LinkInline = z.infer<typeof LinkInline>;

export const Inline = z.discriminatedUnion('type', [TextInline, LinkInline, BreakInline]);
export type Inline = z.infer<typeof Inline>;
const Inlines = z.array(Inline).readonly();

/** An identifier that survives editing, splitting (the first half keeps it), saving and restoring. */
export const BlockId = z.string().min(1).max(64);
const id = BlockId;

export const Paragraph = z.strictObject({ id, type: z.literal('paragraph'), inlines: Inlines });
export const Heading = z.strictObject({
  id,
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  inlines: Inlines,
});
export const List = z.strictObject({
  id,
  type: z.literal('list'),
  ordered: z.boolean(),
  items: z.array(Inlines).readonly(),
});
export const Quote = z.strictObject({
  id,
  type: z.literal('quote'),
  paragraphs: z.array(Inlines).readonly(),
  attribution: z.string().default(''),
});
export const PullQuote = z.strictObject({
  id,
  type: z.literal('pullQuote'),
  inlines: Inlines,
  attribution: z.string().default(''),
});
export const TableCell = z.strictObject({ header: z.boolean().default(false), inlines: Inlines });
export type TableCell = z.infer<typeof TableCell>;
export const Table = z.strictObject({
  id,
  type: z.literal('table'),
  rows: z.array(z.array(TableCell).readonly()).readonly(),
});
/** A place in the copy where a picture of the story stands, by the picture's identifier. */
export const PictureBlock = z.strictObject({
  id,
  type: z.literal('picture'),
  pictureId: z.string().min(1).max(64),
});
export const Separator = z.strictObject({ id, type: z.literal('separator') });
export const Embed = z.strictObject({
  id,
  type: z.literal('embed'),
  url: Href,
  title: z.string().default(''),
});
/** An internal note in the copy: never exported. */
export const Note = z.strictObject({ id, type: z.literal('note'), inlines: Inlines });

const plainBlocks = [
  Paragraph,
  Heading,
  List,
  Quote,
  PullQuote,
  Table,
  PictureBlock,
  Separator,
  Embed,
  Note,
] as const;
/** What may stand inside a box: every block but another box. */
export const BoxedBlock = z.discriminatedUnion('type', plainBlocks);
export type BoxedBlock = z.infer<typeof BoxedBlock>;
export const Box = z.strictObject({
  id,
  type: z.literal('box'),
  title: z.string().default(''),
  blocks: z.array(BoxedBlock).readonly(),
});
export type Box = z.infer<typeof Box>;

export const Block = z.discriminatedUnion('type', [...plainBlocks, Box]);
export type Block = z.infer<typeof Block>;
export type BlockType = Block['type'];

export const Body = z.strictObject({ version: z.literal(1), blocks: z.array(Block).readonly() });
export type Body = z.infer<typeof Body>;

export const emptyBody: Body = { version: 1, blocks: [] };

/** The words of a run of inlines, with a line feed for each break. */
export function inlineText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.type === 'text') text += inline.text;
    else if (inline.type === 'break') text += '\n';
    else text += inlineText(inline.inlines);
  }
  return text;
}

/** One run of unmarked text, or none for the empty string. Line feeds become breaks. */
export function plainInlines(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, marks: [] } as const]),
    ]);
}

/**
 * Every run of words of a block in reading order, one string a paragraph, item, cell or title.
 * @param options.notes whether internal notes count; they do not where text leaves the house
 */
export function blockTexts(block: Block, options: { notes: boolean }): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(block.inlines)];
    case 'note':
      return options.notes ? [inlineText(block.inlines)] : [];
    case 'list':
      return block.items.map(inlineText);
    case 'quote':
      return [...block.paragraphs.map(inlineText), ...(block.attribution ? [block.attribution] : [])];
    case 'pullQuote':
      return [inlineText(block.inlines), ...(block.attribution ? [block.attribution] : [])];
    case 'table':
      return block.rows.flatMap(row => row.map(cell => inlineText(cell.inlines)));
    case 'box':
      return [
        ...(block.title ? [block.title] : []),
        ...block.blocks.flatMap(inner => blockTexts(inner, options)),
      ];
    case 'embed':
      return block.title ? [block.title] : [];
    case 'picture':
    case 'separator':
      return [];
  }
}

/** The words of a whole body, paragraphs apart by a blank line. */
export function bodyText(body: Body, options: { notes: boolean } = { notes: false }): string {
  return body.blocks
    .flatMap(block => blockTexts(block, options))
    .filter(text => text !== '')
    .join('\n\n');
}
