import { type Block, inlineText, plainInlines } from '../../../contract/body.ts';
import type { Dateline } from '../../../contract/story.ts';
import { readDate } from '../../intake/article/calendar.ts';
import { type OpeningDateline, readDateline } from '../../intake/article/dateline.ts';
import { dropStart } from '../../markup/inline-edit.ts';
import { columns, singleLine } from '../text.ts';

/** Paragraphs of lines that someone else wrapped: a blank line or an indent opens one (wire-formats 6). */
export function proseParagraphs(lines: readonly string[]): string[] {
  const paragraphs: string[] = [];
  let open = false;
  let before = '';
  for (const line of lines) {
    const text = singleLine(line);
    if (text === '') {
      open = false;
      continue;
    }
    const last = paragraphs.at(-1);
    const isNew = !open || /^(?:\t| {3,})/u.test(line) || /^(?:[-*•]\s|##|___|={2})/u.test(text);
    if (isNew || last === undefined) paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] = last + joint(before, text) + text;
    before = text;
    open = true;
  }
  return paragraphs;
}

const cjk = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/u;
/** A line shorter than this, with room for the next word, was ended on purpose. */
const shortest = 45;

/** What joins a line to the next: nothing after a hyphen, a break where the line was ended on purpose. */
function joint(above: string, below: string): string {
  if (/\p{L}[-‐]$/u.test(above) || (cjk.test(above.at(-1) ?? '') && cjk.test(below[0] ?? ''))) return '';
  const word = /^\S+/u.exec(below)?.[0] ?? '';
  return columns(above) + 1 + columns(word) < shortest ? '\n' : ' ';
}

/** Paragraphs as blocks: rules are separators, lines after a dash in a row a list, `##` a heading. */
export function proseBlocks(paragraphs: readonly string[], ids: () => string): Block[] {
  const blocks: Block[] = [];
  for (const text of paragraphs) {
    const item = /^[-*•] (\S.*)$/su.exec(text);
    const heading = /^#{2,4} (\S.*)$/u.exec(text);
    const last = blocks.at(-1);
    if (/^(?:_{3,}|(?:\* ?){3,})$/u.test(text)) blocks.push({ id: ids(), type: 'separator' });
    else if (heading)
      blocks.push({ id: ids(), type: 'heading', level: 2, inlines: plainInlines(heading[1] ?? '') });
    else if (item && last?.type === 'list')
      blocks[blocks.length - 1] = { ...last, items: [...last.items, plainInlines(item[1] ?? '')] };
    else if (item)
      blocks.push({ id: ids(), type: 'list', ordered: false, items: [plainInlines(item[1] ?? '')] });
    else blocks.push({ id: ids(), type: 'paragraph', inlines: plainInlines(text) });
  }
  return blocks;
}

/** The ATS puts no dash after its bracket (wire-formats 6). */
const ats =
  /^(?<place>\p{Lu}[\p{L}'’. -]{1,40}) \((?<source>[a-z]{2,4}(?:[ /][a-z]{2,4}){0,3})\) (?=\p{Lu}|[«"“])/u;
/** Kyodo puts no bracket around its name (wire-formats 7). */
const kyodo =
  /^(?<place>\p{Lu}[\p{Lu}'’. -]{1,40})(?:, (?<country>[\p{L}. ]{2,30}))?, (?<day>\p{L}{3,9}\.? \d{1,2}) (?<source>\p{Lu}\p{L}{1,14}) - /u;

/**
 * The dateline that opens the copy, and the copy without it.
 * @param sent when the message was sent: the day of a dateline that names none, and the year of its day
 */
export function takeDateline(
  blocks: readonly Block[],
  sent: string | null,
  now: Date,
): { readonly blocks: readonly Block[]; readonly dateline: Dateline | null } {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return { blocks, dateline: null };
  const at = sent === null ? now : new Date(sent);
  const found = openingDateline(inlineText(first.inlines), at);
  const inlines = dropStart(first.inlines, found?.length ?? 0);
  if (!found || inlines.length === 0) return { blocks, dateline: null };
  const date = found.dateline.date || (sent?.slice(0, 10) ?? '');
  return { blocks: [{ ...first, inlines }, ...rest], dateline: { ...found.dateline, date } };
}

function openingDateline(text: string, at: Date): OpeningDateline | null {
  const match = ats.exec(text) ?? kyodo.exec(text);
  // AP's dash is an underscore (wire-formats 7).
  if (!match) return readDateline(text.replace(/^([^\n]{3,120}\)) _ /u, '$1 - '), at);
  const { place = '', country = '', day = '', source = '' } = match.groups ?? {};
  return {
    dateline: { place: place.trim(), country, date: readDate(day, at), source },
    length: match[0].length,
  };
}
