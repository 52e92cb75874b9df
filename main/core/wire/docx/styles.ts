import { type Element, element } from '../xml.ts';
import { w } from './names.ts';

/** A paragraph style of the document, by the name that Word shows and that a reader knows the paragraph by. */
export interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  /** Half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  /** Twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
  readonly indent?: number;
  /** A line beside or below the paragraph. */
  readonly border?: 'left' | 'bottom';
  /** Headings show in the navigation pane by their outline level. */
  readonly outline?: number;
}

/** Word's own names where it has one, so that a house's templates apply. */
export const styles = {
  title: { id: 'Title', name: 'Title', size: 52, bold: true, after: 120 },
  subhead: { id: 'Subtitle', name: 'Subtitle', size: 30, colour: '555555', after: 160 },
  byline: { id: 'WireByline', name: 'Wire Byline', bold: true, after: 0 },
  bylineTitle: { id: 'WireBylineTitle', name: 'Wire Byline Title', italic: true, after: 160 },
  abstract: { id: 'WireAbstract', name: 'Wire Abstract', italic: true, after: 160 },
  notice: { id: 'WireNotice', name: 'Wire Notice', bold: true, colour: 'B00020', border: 'left', after: 120 },
  edNote: { id: 'WireEdNote', name: 'Wire Editor Note', border: 'left', after: 120 },
  correction: { id: 'WireCorrection', name: 'Wire Correction', border: 'left', after: 120 },
  heading2: { id: 'Heading2', name: 'heading 2', size: 30, bold: true, before: 240, after: 80, outline: 1 },
  heading3: { id: 'Heading3', name: 'heading 3', size: 26, bold: true, before: 200, after: 80, outline: 2 },
  heading4: {
    id: 'Heading4',
    name: 'heading 4',
    size: 24,
    bold: true,
    italic: true,
    before: 160,
    after: 80,
    outline: 3,
  },
  list: { id: 'ListParagraph', name: 'List Paragraph', after: 60 },
  quote: { id: 'Quote', name: 'Quote', italic: true, indent: 567, after: 80 },
  quoteBy: { id: 'WireQuoteSource', name: 'Wire Quote Source', indent: 567, after: 160 },
  pullQuote: {
    id: 'WirePullQuote',
    name: 'Wire Pull Quote',
    size: 32,
    italic: true,
    indent: 567,
    before: 160,
    after: 80,
  },
  pullQuoteBy: { id: 'WirePullQuoteSource', name: 'Wire Pull Quote Source', indent: 567, after: 160 },
  headerCell: { id: 'WireTableHeader', name: 'Wire Table Header', bold: true, after: 0 },
  cell: { id: 'WireTableCell', name: 'Wire Table Cell', after: 0 },
  boxTitle: { id: 'WireBoxTitle', name: 'Wire Box Title', size: 26, bold: true, after: 80 },
  separator: { id: 'WireSeparator', name: 'Wire Separator', border: 'bottom', after: 160 },
  spacer: { id: 'WireSpacer', name: 'Wire Spacer', size: 8, after: 0 },
  embed: { id: 'WireEmbed', name: 'Wire Embed', after: 160 },
  picture: { id: 'WirePicture', name: 'Wire Picture', before: 160, after: 60 },
  caption: { id: 'Caption', name: 'caption', size: 20, after: 0 },
  credit: { id: 'WireCredit', name: 'Wire Credit', size: 18, colour: '555555', after: 0 },
  rights: { id: 'WireRights', name: 'Wire Rights', size: 18, bold: true, colour: 'B00020', after: 160 },
  signOff: { id: 'WireSignOff', name: 'Wire Sign-off', italic: true, after: 160 },
  usageTerms: { id: 'WireUsageTerms', name: 'Wire Usage Terms', size: 18, colour: '555555', after: 60 },
  copyright: { id: 'WireCopyright', name: 'Wire Copyright', size: 18, colour: '555555', after: 60 },
} as const satisfies Readonly<Record<string, ParagraphStyle>>;
export type StyleName = keyof typeof styles;

export const datelineStyle = { id: 'WireDateline', name: 'Wire Dateline' } as const;
/** A word of ours before a note, which is no part of it. */
export const labelStyle = { id: 'WireLabel', name: 'Wire Label' } as const;
export const codeStyle = { id: 'WireCode', name: 'Wire Code' } as const;
export const linkStyle = { id: 'Hyperlink', name: 'Hyperlink' } as const;
export const boxStyle = { id: 'WireBox', name: 'Wire Box' } as const;
export const tableStyle = { id: 'TableGrid', name: 'Table Grid' } as const;

/** `word/styles.xml`. */
export function stylesPart(language: string): Element {
  const lang = { 'w:val': language, 'w:eastAsia': language, 'w:bidi': language };
  const fonts = { 'w:ascii': 'Calibri', 'w:hAnsi': 'Calibri', 'w:eastAsia': 'SimSun', 'w:cs': 'Arial' };
  return element(
    'w:styles',
    { 'xmlns:w': w },
    element(
      'w:docDefaults',
      {},
      element(
        'w:rPrDefault',
        {},
        element('w:rPr', {}, element('w:rFonts', fonts), size(24), element('w:lang', lang)),
      ),
      element(
        'w:pPrDefault',
        {},
        element('w:pPr', {}, element('w:spacing', { 'w:after': 160, 'w:line': 276, 'w:lineRule': 'auto' })),
      ),
    ),
    element(
      'w:style',
      { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' },
      element('w:name', { 'w:val': 'Normal' }),
      element('w:qFormat'),
    ),
    Object.values(styles).map(paragraphStyle),
    characterStyle(datelineStyle, element('w:b')),
    characterStyle(labelStyle, element('w:b')),
    characterStyle(
      codeStyle,
      element('w:rFonts', { 'w:ascii': 'Consolas', 'w:hAnsi': 'Consolas', 'w:cs': 'Consolas' }),
    ),
    characterStyle(
      linkStyle,
      element('w:color', { 'w:val': '0563C1' }),
      element('w:u', { 'w:val': 'single' }),
    ),
    tableStyleOf(tableStyle, 4),
    tableStyleOf(boxStyle, 12),
  );
}

function size(halfPoints: number): readonly Element[] {
  return [element('w:sz', { 'w:val': halfPoints }), element('w:szCs', { 'w:val': halfPoints })];
}

/** The order of properties is the schema's (ECMA-376 17.3.1.26, 17.3.2.28): Word refuses another. */
function paragraphStyle(style: ParagraphStyle): Element {
  const { id, name, before, after, indent, border, outline } = style;
  const line = { 'w:val': 'single', 'w:sz': 12, 'w:space': 6, 'w:color': 'B0B0B0' };
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:customStyle': id.startsWith('Wire') ? '1' : undefined, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:qFormat'),
    element(
      'w:pPr',
      {},
      outline === undefined ? null : element('w:keepNext'),
      border === undefined ? null : element('w:pBdr', {}, element(`w:${border}`, line)),
      element('w:spacing', { 'w:before': before, 'w:after': after }),
      indent === undefined ? null : element('w:ind', { 'w:left': indent, 'w:right': indent }),
      outline === undefined ? null : element('w:outlineLvl', { 'w:val': outline }),
    ),
    element(
      'w:rPr',
      {},
      style.bold ? [element('w:b'), element('w:bCs')] : null,
      style.italic ? [element('w:i'), element('w:iCs')] : null,
      style.colour === undefined ? null : element('w:color', { 'w:val': style.colour }),
      style.size === undefined ? null : size(style.size),
    ),
  );
}

function characterStyle({ id, name }: { id: string; name: string }, ...look: readonly Element[]): Element {
  return element(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': id.startsWith('Wire') ? '1' : undefined, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:rPr', {}, look),
  );
}

function tableStyleOf({ id, name }: { id: string; name: string }, width: number): Element {
  const line = { 'w:val': 'single', 'w:sz': width, 'w:space': 0, 'w:color': '808080' };
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': id.startsWith('Wire') ? '1' : undefined, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element(
      'w:tblPr',
      {},
      element(
        'w:tblBorders',
        {},
        sides.map(side => element(`w:${side}`, line)),
      ),
    ),
  );
}
