import type { Block } from '../../../contract/body.ts';
import { bodyText, inlineText } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { SomeFields } from '../../../contract/story.ts';
import { dropStart } from '../../markup/inline-edit.ts';
import type { LeftOut, Piece } from '../../markup/piece.ts';
import { addCopy, readBody, readPlain } from './body.ts';
import { joinCaptions } from './captions.ts';
import { readDateline } from './dateline.ts';
import type { ArticleContext, Draft, PictureFileOf } from './draft.ts';
import { createDraft, leaveOut, setField } from './draft.ts';
import { findBody, findHeadline, readHeadCopy, readTimeLine } from './head.ts';
import { languageOfScript } from './language.ts';
import type { Part } from './parts.ts';
import { partsOf } from './parts.ts';
import { isParagraph } from './shape.ts';

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
  /** Fields that only metadata name; what the copy itself says goes before. */
  readonly fields: SomeFields;
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
  fields: {},
};

export interface Article {
  readonly fields: SomeFields;
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly files: readonly PictureFileOf[];
  readonly leftOut: readonly LeftOut[];
  /** The exact words that each field was read from; metadata of the file do not stand here. */
  readonly sources: readonly {
    readonly field: keyof SomeFields;
    readonly text: string;
  }[];
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
  const last = parts.findLastIndex(
    part => part.role === 'block' || (part.role === 'copy' && isParagraph(part.text)),
  );
  const lastCopy = parts.findLastIndex(part => part.role === 'block' || part.role === 'copy');
  readHead(draft, parts, { headline, ...body });
  readBody(draft, parts, {
    start: body.start,
    last,
    lastCopy,
    marked: options.marked,
  });
  openingDateline(draft);
  if (known.byline && !draft.fields.has('byline')) draft.fields.set('byline', known.byline.slice(0, 2_000));
  if (known.sourceUri && !draft.fields.has('sourceUri'))
    draft.fields.set('sourceUri', known.sourceUri.slice(0, 2_000));
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
  draft.blocks[index] = {
    ...block,
    inlines: dropStart(block.inlines, read.length),
  };
}

function fieldsOf(draft: Draft, known: Known): SomeFields {
  const dateline = draft.dateline ?? {
    place: '',
    country: '',
    date: '',
    source: '',
  };
  const date = dateline.date || draft.published || known.published;
  const language =
    known.language ||
    languageOfScript(
      `${draft.fields.get('headline') ?? ''} ${bodyText({ version: 1, blocks: draft.blocks })}`,
    );
  return {
    ...known.fields,
    ...Object.fromEntries(draft.fields),
    ...(draft.dateline || date ? { dateline: { ...dateline, date } } : {}),
    ...(language ? { language } : {}),
    ...(known.abstract ? { abstract: known.abstract } : {}),
    ...(known.keywords.length > 0 ? { keywords: known.keywords } : {}),
  };
}
