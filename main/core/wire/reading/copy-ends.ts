import { type Block, inlineText } from '../../../contract/body.ts';
import type { Dateline } from '../../../contract/story.ts';
import { readDateline } from '../../intake/article/dateline.ts';
import { dropStart } from '../../markup/inline-edit.ts';
import { singleLine } from '../text.ts';
import { readDay } from './moments.ts';
import type { ProviderProfile } from './providers.ts';
import type { Report } from './report.ts';

/** The copy without what providers put at its ends and the story has fields for (wire-formats 11). */
export interface TrimmedCopy {
  readonly blocks: readonly Block[];
  readonly signOff: string;
  /** The dateline that opened the copy; null where there was none. */
  readonly dateline: Dateline | null;
}

/**
 * Takes the dateline from the start of the copy, and initials or an end mark from its end: in the copy they would
 * stand twice in every export.
 * @param place the place that the file gives as the dateline's; a copy that opens with another keeps its words
 */
export function trimCopy(blocks: readonly Block[], { profile, place, now, report }: CopyEnds): TrimmedCopy {
  const closed = withoutClosing(withoutEndMark(blocks, profile, report), profile);
  return { ...openDateline(closed.blocks, place, now), signOff: closed.signOff };
}

export interface CopyEnds {
  readonly profile: ProviderProfile | null;
  readonly place: string;
  readonly now: Date;
  readonly report: Report;
}

function withoutEndMark(
  blocks: readonly Block[],
  profile: ProviderProfile | null,
  report: Report,
): readonly Block[] {
  const words = lastWords(blocks);
  if (!profile?.endMark?.test(words) || blocks.length < 2) return blocks;
  report.leftOut(words, 'the mark that the copy ends');
  return blocks.slice(0, -1);
}

function withoutClosing(
  blocks: readonly Block[],
  profile: ProviderProfile | null,
): { readonly blocks: readonly Block[]; readonly signOff: string } {
  const words = lastWords(blocks);
  return profile?.closing?.test(words) && blocks.length > 1
    ? { blocks: blocks.slice(0, -1), signOff: words }
    : { blocks, signOff: '' };
}

function lastWords(blocks: readonly Block[]): string {
  const last = blocks.at(-1);
  return last?.type === 'paragraph' ? singleLine(inlineText(last.inlines)) : '';
}

function openDateline(
  blocks: readonly Block[],
  place: string,
  now: Date,
): Pick<TrimmedCopy, 'blocks' | 'dateline'> {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return { blocks, dateline: null };
  // EFE closes its bracket with a full stop before the dash; as many characters, so that places stay.
  const text = inlineText(first.inlines).replace(/\)\.(?=\s?[-–—])/u, ') ');
  const found = readDateline(text, now);
  if (!found || !isSamePlace(found.dateline.place, place)) return { blocks, dateline: null };
  const inlines = dropStart(first.inlines, found.length);
  if (inlines.length === 0) return { blocks, dateline: null };
  const source = found.dateline.source || bareSource(text.slice(0, found.length), found.dateline.place);
  return { blocks: [{ ...first, inlines }, ...rest], dateline: { ...found.dateline, source } };
}

function isSamePlace(found: string, place: string): boolean {
  return place === '' || found.toLowerCase() === place.toLowerCase();
}

/** Some agencies name themselves without brackets after the date: `PORT SELWYN, March 3 XYZ - `. */
function bareSource(opening: string, place: string): string {
  return /\s(\p{Lu}{2,6})\s*[-–—]+\s*$/u.exec(opening.slice(place.length))?.[1] ?? '';
}

/**
 * A dateline of its own field with what only the copy's says; its day is the story's where neither has one.
 * @param created when the story was made: RFC 3339
 */
export function mergedDateline(field: Dateline, opening: Dateline | null, created: string): Dateline {
  const place = field.place || (opening?.place ?? '');
  return {
    place,
    country: field.country || (opening?.country ?? ''),
    date: field.date || opening?.date || (place === '' ? '' : readDay(created)),
    source: field.source || (opening?.source ?? ''),
  };
}
