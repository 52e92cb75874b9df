import type { Block, Inline } from '../../../contract/body.ts';
import { bodyText, inlineText, plainInlines } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { SomeFields } from '../../../contract/story.ts';
import { allBold, dropStart } from '../inline-edit.ts';
import type { LeftOut, Piece } from '../piece.ts';
import { isBareByline, splitTitle } from './byline.ts';
import { joinCaptions } from './captions.ts';
import { readDateline } from './dateline.ts';
import type { ArticleContext, Draft, PictureFileOf } from './draft.ts';
import { addPicture, createDraft, leaveOut, setField } from './draft.ts';
import { opensLinkList } from './furniture.ts';
import { findBody, findHeadline, readBylineLine, readHeadCopy, readTimeLine, setByline } from './head.ts';
import { languageOfScript } from './language.ts';
import { labelledSource } from './outlet.ts';
import type { Part } from './parts.ts';
import { partsOf } from './parts.ts';
import { bareWords, isParagraph, isSubhead } from './shape.ts';

/** What a page's or file's own metadata say; empty where they say nothing. */
export interface Known {
  readonly headline: string;
  /** Used where the text itself has no headline: a mail's subject. */
  readonly subject: string;
  readonly byline: string;
  readonly source: string;
  readonly sourceUri: string;
  readonly language: string;
  readonly published: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
}
export const nothingKnown: Known = {
  headline: '',
  subject: '',
  byline: '',
  source: '',
  sourceUri: '',
  language: '',
  published: '',
  abstract: '',
  keywords: [],
};

export interface Article {
  readonly fields: SomeFields;
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly files: readonly PictureFileOf[];
  readonly leftOut: readonly LeftOut[];
  /** The exact words that each field was read from; metadata of the file do not stand here. */
  readonly sources: readonly { readonly field: keyof SomeFields; readonly text: string }[];
}

/**
 * Makes a story of the pieces of a page, document or text. Every word of every piece ends in exactly one field,
 * block, picture or entry of `leftOut`.
 * @param options.marked whether the source marks headings and bold, so that a short line is not taken for a subhead
 */
export function readArticle(
  pieces: readonly Piece[],
  options: { readonly known: Known; readonly marked: boolean },
  context: ArticleContext,
): Article {
  const { known } = options;
  const raw = partsOf(pieces);
  const headlinePart = raw[findHeadline(raw, known.headline)];
  const parts = joinCaptions(raw, headlinePart);
  const headline = headlinePart ? parts.indexOf(headlinePart) : -1;
  const draft = createDraft(context);
  if (known.source) draft.fields.set('source', known.source.slice(0, 2_000));
  if (headlinePart) setField(draft, 'headline', oneLine(headlinePart.text), headlinePart.text);
  else if (known.headline) draft.fields.set('headline', oneLine(known.headline).slice(0, 2_000));
  takeSubject(draft, known.subject);

  const body = findBody(parts, headline);
  const last = parts.findLastIndex(part => part.role === 'block' || (part.role === 'copy' && isParagraph(part.text)));
  const lastCopy = parts.findLastIndex(part => part.role === 'block' || part.role === 'copy');
  readHead(draft, parts, { headline, ...body });
  readBody(draft, parts, { start: body.start, last, lastCopy, marked: options.marked });
  openingDateline(draft);
  if (known.byline && !draft.fields.has('byline')) draft.fields.set('byline', known.byline.slice(0, 2_000));
  if (known.sourceUri && !draft.fields.has('sourceUri')) draft.fields.set('sourceUri', known.sourceUri.slice(0, 2_000));
  return {
    fields: fieldsOf(draft, known),
    blocks: draft.blocks,
    pictures: draft.pictures,
    files: draft.files,
    leftOut: draft.leftOut,
    sources: draft.sources,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function takeSubject(draft: Draft, subject: string): void {
  if (subject === '') return;
  const present = draft.fields.get('headline');
  if (present === undefined) {
    const [, value = subject] = /^(?:(?:re|fwd?|aw|wg|tr|rv|enc|i|vs)\s*:\s*)*(.*)$/isu.exec(subject) ?? [];
    setField(draft, 'headline', oneLine(value) || subject, subject);
  } else leaveOut(draft, subject, 'mail header');
}

interface HeadPlaces {
  readonly headline: number;
  readonly start: number;
  readonly standfirst: number;
}

function readHead(draft: Draft, parts: readonly Part[], places: HeadPlaces): void {
  for (const [index, part] of parts.slice(0, places.start).entries()) {
    if (index === places.headline) continue;
    if (index === places.standfirst) setField(draft, 'subhead', oneLine(part.text), part.text);
    else if (part.role === 'time') readTimeLine(draft, parts, index);
    else if (part.role === 'copy' || part.role === 'heading') {
      if (!readHeadCopy(draft, parts, index, places.headline)) addCopy(draft, part);
    } else readPlain(draft, part, false);
  }
}

interface BodyPlaces {
  readonly start: number;
  /** The last paragraph; lines below it are the page's foot. */
  readonly last: number;
  /** The last piece that is copy at all. */
  readonly lastCopy: number;
  readonly marked: boolean;
}

function readBody(draft: Draft, parts: readonly Part[], places: BodyPlaces): void {
  let inLinkList = false;
  for (let index = places.start; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) continue;
    if (part.role === 'furniture') inLinkList = opensLinkList(part.text) || (inLinkList && part.piece.kind !== 'left-out');
    const short =
      (part.role === 'copy' && !isParagraph(part.text)) || part.role === 'heading' || isLinkList(part);
    if (inLinkList && short) {
      leaveOut(draft, part.text, 'link to another story');
      continue;
    }
    if (part.role === 'copy' || part.role === 'heading' || part.role === 'block') inLinkList = false;
    if (part.role === 'copy') readBodyCopy(draft, parts, index, places);
    else if (part.role === 'time') {
      if (index > places.last) readTimeLine(draft, parts, index);
      else readBodyCopy(draft, parts, index, places);
    } else if (part.role === 'byline' && index < places.last && draft.fields.has('byline')) addCopy(draft, part);
    else if (part.role === 'heading') readBodyHeading(draft, part);
    else readPlain(draft, part, index < places.last && draft.blocks.length > 0);
  }
}

/** A list of titles, not of sentences. */
function isLinkList({ piece }: Part): boolean {
  return (
    piece.kind === 'block' &&
    piece.block.type === 'list' &&
    piece.block.items.every(item => !isParagraph(inlineText(item)))
  );
}

/** The roles that mean the same wherever they stand. */
function readPlain(draft: Draft, part: Part, inCopy: boolean): void {
  switch (part.role) {
    case 'furniture':
      leaveOut(draft, part.text, part.reason);
      return;
    case 'caption':
    case 'credit':
      addPicture(draft, part.text, part.piece.kind === 'picture' ? part.piece.source : null, inCopy);
      return;
    case 'byline':
      readBylineLine(draft, part.text);
      return;
    case 'copyright': {
      const present = draft.fields.get('copyrightNotice');
      if (present !== undefined && bareWords(present) !== bareWords(part.text)) {
        draft.fields.set('copyrightNotice', `${present}\n${part.text}`);
        draft.sources.push({ field: 'copyrightNotice', text: part.text });
      } else setField(draft, 'copyrightNotice', part.text, part.text);
      return;
    }
    case 'source':
      setField(draft, 'source', labelledSource(part.text) ?? part.text, part.text);
      return;
    case 'address':
      setField(draft, 'sourceUri', part.text, part.text);
      return;
    case 'block':
      if (part.piece.kind === 'block') draft.blocks.push(part.piece.block);
      return;
    case 'time':
    case 'heading':
    case 'copy':
      addCopy(draft, part);
  }
}

function inlinesOf(part: Part): readonly Inline[] {
  return part.piece.kind === 'line' || part.piece.kind === 'heading' ? part.piece.inlines : plainInlines(part.text);
}

function addCopy(draft: Draft, part: Part): void {
  draft.blocks.push({ id: draft.context.ids(), type: 'paragraph', inlines: inlinesOf(part) });
}

function readBodyHeading(draft: Draft, part: Part): void {
  if (bareWords(part.text) === bareWords(draft.fields.get('headline') ?? '')) {
    leaveOut(draft, part.text, 'repeats the headline');
    return;
  }
  const level = part.piece.kind === 'heading' && part.piece.level > 2 ? (part.piece.level === 3 ? 3 : 4) : 2;
  draft.blocks.push({ id: draft.context.ids(), type: 'heading', level, inlines: inlinesOf(part) });
}

function readBodyCopy(draft: Draft, parts: readonly Part[], index: number, places: BodyPlaces): void {
  const part = parts[index];
  if (!part) return;
  const words = bareWords(part.text);
  if (!isParagraph(part.text) && words !== '') {
    for (const field of ['headline', 'source', 'byline'] as const)
      if (words === bareWords(draft.fields.get(field) ?? '')) {
        setField(draft, field, part.text, part.text);
        return;
      }
  }
  if (index === places.lastCopy && index > places.start && readClosing(draft, part.text)) return;
  if (attribute(draft, part.text)) return;
  let following = index + 1;
  while (parts[following]?.role === 'furniture' || parts[following]?.role === 'caption') following += 1;
  const next = parts[following];
  const beforeCopy = next !== undefined && (next.role === 'block' || (next.role === 'copy' && isParagraph(next.text)));
  if (beforeCopy && isSubhead(part.text) && draft.blocks.length > 0 && (!places.marked || allBold(inlinesOf(part))))
    draft.blocks.push({ id: draft.context.ids(), type: 'heading', level: 2, inlines: inlinesOf(part) });
  else addCopy(draft, part);
}

/** The initials or the name that close the copy: 'al/tr', 'Ada Lindqvist'. */
function readClosing(draft: Draft, text: string): boolean {
  if (/^[\p{Ll}]{2,5}(?:[-/][\p{Ll}]{2,5}){1,5}$/u.test(text)) {
    setField(draft, 'signOff', text, text);
    return true;
  }
  if (!draft.fields.has('byline') && isBareByline(text)) {
    setByline(draft, splitTitle(text), text);
    return true;
  }
  return false;
}

/** '— Ada Lindqvist' below a quotation says who was quoted. */
function attribute(draft: Draft, text: string): boolean {
  const quote = draft.blocks.at(-1);
  const name = /^[—–-]{1,2}\s*(\p{Lu}[^.!?]{1,120})$/u.exec(text)?.[1];
  if (quote?.type !== 'quote' || quote.attribution !== '' || name === undefined) return false;
  draft.blocks[draft.blocks.length - 1] = { ...quote, attribution: name };
  return true;
}

function openingDateline(draft: Draft): void {
  const index = draft.blocks.findIndex(block => block.type === 'paragraph');
  const block = draft.blocks[index];
  if (block?.type !== 'paragraph' || draft.dateline || index > 1) return;
  const text = inlineText(block.inlines);
  const now = draft.published ? new Date(`${draft.published}T12:00:00Z`) : draft.context.now;
  const read = readDateline(text, now);
  if (!read) return;
  draft.dateline = read.dateline;
  draft.sources.push({ field: 'dateline', text: text.slice(0, read.length) });
  draft.blocks[index] = { ...block, inlines: dropStart(block.inlines, read.length) };
}

function fieldsOf(draft: Draft, known: Known): SomeFields {
  const dateline = draft.dateline ?? { place: '', country: '', date: '', source: '' };
  const date = dateline.date || draft.published || known.published;
  const language =
    known.language ||
    languageOfScript(`${draft.fields.get('headline') ?? ''} ${bodyText({ version: 1, blocks: draft.blocks })}`);
  return {
    ...Object.fromEntries(draft.fields),
    ...(draft.dateline || date ? { dateline: { ...dateline, date } } : {}),
    ...(language ? { language } : {}),
    ...(known.abstract ? { abstract: known.abstract } : {}),
    ...(known.keywords.length > 0 ? { keywords: known.keywords } : {}),
  };
}
