import { boxStyle, codeStyle, datelineStyle, labelStyle, type StyleName, styles } from './styles.ts';

/** How mammoth shows the paragraphs of our styles in HTML; those not named here are `p` with the style's name as class. */
const shapes: Readonly<Partial<Record<StyleName, string>>> = {
  heading2: 'h2:fresh',
  heading3: 'h3:fresh',
  heading4: 'h4:fresh',
  quote: 'blockquote.quote > p:fresh',
  quoteBy: 'blockquote.quote > footer:fresh',
  pullQuote: 'blockquote.pull-quote > p:fresh',
  pullQuoteBy: 'blockquote.pull-quote > footer:fresh',
  boxTitle: 'h2.box-title:fresh',
  picture: 'figure:fresh > p.picture:fresh',
  caption: 'figure > p.caption:fresh',
  credit: 'figure > p.credit:fresh',
  rights: 'figure > p.rights:fresh',
};

/** mammoth's style map for documents that this program wrote; lists are known by their numbering. */
export const ownStyleMap: readonly string[] = [
  ...Object.entries(styles)
    .filter(([name]) => name !== 'list')
    .map(([name, style]) => `p[style-name='${style.name}'] => ${shapeOf(name)}`),
  `r[style-name='${datelineStyle.name}'] => span.dateline`,
  `r[style-name='${labelStyle.name}'] => span.label`,
  `r[style-name='${codeStyle.name}'] => code`,
  `table[style-name='${boxStyle.name}'] => aside.box`,
  'u => u',
];

function shapeOf(name: string): string {
  const known: Readonly<Record<string, string | undefined>> = shapes;
  return known[name] ?? `p.${name}:fresh`;
}
