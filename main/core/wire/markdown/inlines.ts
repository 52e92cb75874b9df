import type { Inline, LinkInline, Mark, TextInline } from '../../../contract/body.ts';
import { trimInlines } from '../../markup/inline-edit.ts';
import { cleanHtmlText } from '../text.ts';
import { hasWords } from '../xhtml-body.ts';

/** Where a run of inlines stands: a heading and a table's cell have one line only, so a break is `<br>` there. */
export type Place = 'lines' | 'oneLine';

/** White space as CommonMark and HTML read it: a run of it is one space. */
function words(text: string): string {
  return cleanHtmlText(text).replace(/[ \t\n\r]+/gu, ' ');
}

/** What CommonMark, its tables or its strikethrough would take for markup anywhere in a line. */
const special = /[\\`*_[\]<~|]/gu;
/** A character reference that the text spells out (CommonMark 2.5). */
const reference = /&(?=#?[\dA-Za-z]{1,40};)/gu;
/** Addresses that GFM would make links of, though the story has none there. */
const autolink = /(?<=\b(?:https?|ftp|mailto|xmpp)):|(?<=\bwww)\.|(?<=[\w.+-])@(?=\w)/giu;

/** Words of the story as Markdown in which nothing is markup, wherever in a line they stand. */
export function escapeMarkdown(text: string): string {
  return words(text)
    .replace(special, '\\$&')
    .replace(reference, '\\&')
    .replace(autolink, sign => `\\${sign}`);
}

/** What would begin a heading, list, quotation, rule or underlined heading at the start of a line. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^ +/u, '')
    .replace(/^([#+=>:-])/u, '\\$1')
    .replace(/^(\d{1,9})([.)])/u, '$1\\$2');
}

/**
 * A run of inlines as CommonMark with GFM strikethrough. Marks that Markdown has no sign for, or whose signs would
 * not be read as such where they stand (6.2, flanking), are HTML elements.
 */
export function markdownInlines(inlines: readonly Inline[], place: Place): string {
  const said = inlines
    .filter(piece => piece.type !== 'link' || hasWords([piece]))
    .map(piece => (piece.type === 'text' ? { ...piece, text: words(piece.text) } : piece));
  const pieces = joined(trimInlines(said));
  let line = '';
  for (const [index, piece] of pieces.entries()) {
    if (piece.type === 'break')
      line = `${line.replace(/ $/u, '&#32;')}${place === 'lines' ? '\\\n' : '<br>'}`;
    else if (piece.type === 'link') line = withLink(line, piece);
    else line += marked(piece, line, pieces[index + 1]);
  }
  const lines = line.split('\n').map(escapeLineStart);
  const text = lines.join('\n').trimEnd();
  // A closing run of number signs is no part of a heading (CommonMark 4.2).
  return place === 'oneLine' ? text.replace(/#+$/u, signs => signs.replace(/#/gu, '\\#')) : text;
}

/** Neighbours of one look are one run, so that no sign is read across their border. */
function joined<Piece extends Inline>(inlines: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const piece of inlines) {
    const last = pieces.at(-1);
    if (piece.type === 'text' && words(piece.text) === '') continue;
    if (piece.type === 'text' && last?.type === 'text' && last.marks.join() === piece.marks.join())
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    else pieces.push(piece);
  }
  return pieces;
}

const elements: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
};
const signs: Readonly<Partial<Record<Mark, string>>> = { bold: '**', italic: '*', strikethrough: '~~' };

function marked({ text, marks }: TextInline, before: string, next: Inline | undefined): string {
  const escaped = escapeMarkdown(text);
  if (marks.length === 0) return escaped;
  const usable = /(?:^|[\s([])$/u.test(before) && endsWord(next) && isWord(words(text));
  let inner = escaped;
  for (const mark of [...marks].reverse()) {
    const sign = usable ? signs[mark] : undefined;
    if (mark === 'code' && marks.length === 1 && usable && /^[\w .,:;()=/-]+$/u.test(words(text)))
      inner = `\`${words(text)}\``;
    else inner = sign === undefined ? `<${elements[mark]}>${inner}</${elements[mark]}>` : sign + inner + sign;
  }
  return inner;
}

/** Letters and digits at both ends: what stands between signs is then always left- and right-flanking. */
function isWord(text: string): boolean {
  return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(text);
}

/** Whether a sign that stands before this can only close. */
function endsWord(next: Inline | undefined): boolean {
  return next?.type !== 'text' || next.marks.length > 0 || /^[\s.,;:!?)]/u.test(words(next.text));
}

function withLink(before: string, link: LinkInline): string {
  let inner = '';
  const pieces = joined(link.inlines);
  for (const [index, piece] of pieces.entries())
    inner += piece.type === 'break' ? '<br>' : marked(piece, `[${inner}`, pieces[index + 1]);
  // An exclamation mark before a link would make a picture of it.
  return `${before.replace(/!$/u, '\\!')}[${inner}](${destination(link.href)})`;
}

/** An address within angle brackets where it is not plain: nothing in it ends it early (CommonMark 6.3). */
export function destination(href: string): string {
  const address = cleanHtmlText(href).replace(/\n/gu, '%0A');
  if (/^[\w:/?.=%#+,;@~-]+$/u.test(address)) return address;
  return `<${address.replace(/[\\<>]/gu, '\\$&').replace(reference, '\\&')}>`;
}

/** A link's or picture's title. */
export function linkTitle(text: string): string {
  const line = words(text).trim();
  return line === '' ? '' : ` "${line.replace(/["\\]/gu, '\\$&').replace(reference, '\\&')}"`;
}
