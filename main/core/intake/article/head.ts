import { isBareByline, isRole, readByline, splitTitle } from './byline.ts';
import { readDate } from './calendar.ts';
import { readDateline } from './dateline.ts';
import type { Draft } from './draft.ts';
import { leaveOut, setField } from './draft.ts';
import { isSectionName, nameBeforeReadingTime } from './furniture.ts';
import { isBrandWord, isOutletName } from './outlet.ts';
import type { Part } from './parts.ts';
import { bareWords, canBeHeadline, endsWithStop, isParagraph, looksLikeNames, wordCount } from './shape.ts';

/** How far into a page its head can reach. */
const longestHead = 40;

function isCopyParagraph(part: Part | undefined): boolean {
  return part !== undefined && (part.role === 'block' || (part.role === 'copy' && isParagraph(part.text)));
}

function isTitleLine(part: Part | undefined): boolean {
  return part !== undefined && (part.role === 'copy' || part.role === 'heading') && canBeHeadline(part.text);
}

/** The part that is the headline, or -1. `known` is what the page's metadata call it, or empty. */
export function findHeadline(parts: readonly Part[], known: string): number {
  const heading = parts.findIndex(
    part => part.role === 'heading' && part.piece.kind === 'heading' && part.piece.level === 1,
  );
  if (heading >= 0) return heading;
  if (known !== '')
    return parts.findIndex(part => isTitleLine(part) && bareWords(part.text) === bareWords(known));

  const first = parts.findIndex(isCopyParagraph);
  const end = first < 0 ? Math.min(parts.length, longestHead) : first;
  const titles = parts.slice(0, end).flatMap((part, index) => (isTitleLine(part) ? [index] : []));
  const marked = titles.find(index => parts[index]?.role === 'heading');
  if (marked !== undefined) return marked;
  const better = (index: number) =>
    titles.some(later => later > index && wordCount(parts[later]?.text ?? '') >= 3);
  const chosen = titles.find(index => {
    const text = parts[index]?.text ?? '';
    if (isSectionName(text) || isOutletName(text) || namesReadingTime(parts, text)) return !better(index);
    return !repeatsLater(parts, titles, index);
  });
  if (chosen !== undefined) return onlyLine(parts, chosen) ? -1 : chosen;
  return first >= 0 && isHeadlineWithStop(parts, first) ? first : -1;
}

/** 'Headline | Outlet' is the window's title where the headline alone follows. */
function repeatsLater(parts: readonly Part[], titles: readonly number[], index: number): boolean {
  const [start, ...rest] = (parts[index]?.text ?? '').split(/\s+[|–—-]\s+/u);
  if (start === undefined || rest.length === 0) return false;
  return titles.some(later => later > index && bareWords(parts[later]?.text ?? '') === bareWords(start));
}

/** One lone line that ends as a sentence is copy, not a headline. */
function onlyLine(parts: readonly Part[], index: number): boolean {
  return parts.length === 1 && endsWithStop(parts[index]?.text ?? '');
}

/** A first sentence with a full stop is the headline only where a byline or time line follows it at once. */
function isHeadlineWithStop(parts: readonly Part[], first: number): boolean {
  const next = parts[first + 1];
  const text = parts[first]?.text ?? '';
  if (!isTitleLine(parts[first]) || text.length > 200 || (next?.role !== 'byline' && next?.role !== 'time'))
    return false;
  return parts.slice(first + 1).some(isCopyParagraph);
}

function namesReadingTime(parts: readonly Part[], text: string): boolean {
  const words = bareWords(text);
  return (
    words !== '' && parts.some(part => bareWords(nameBeforeReadingTime(part.text)?.name ?? '') === words)
  );
}

/**
 * Where the body begins: the first paragraph after the headline that is not a standfirst. A standfirst is a
 * sentence or two with the byline or the time line below it.
 */
export function findBody(parts: readonly Part[], headline: number): { start: number; standfirst: number } {
  const none = { start: parts.length, standfirst: -1 };
  const after = parts.findIndex((part, index) => index > headline && isCopyParagraph(part));
  if (after < 0) {
    // No paragraphs: the body is what follows the headline and the lines about it.
    const body = parts.findIndex(
      (part, index) => index > headline && (part.role === 'copy' || part.role === 'heading'),
    );
    return body < 0 ? none : { start: body, standfirst: -1 };
  }
  const paragraph = parts[after];
  if (headline < 0 || paragraph?.role !== 'copy' || paragraph.text.length > 320)
    return { start: after, standfirst: -1 };
  const below = parts.slice(after + 1, after + 4);
  const sign = below.findIndex(part => part.role === 'byline' || part.role === 'time');
  const between = below.slice(0, Math.max(0, sign));
  const above = parts.slice(headline + 1, after).some(part => part.role === 'byline' || part.role === 'time');
  if (sign < 0 || above || between.some(isCopyParagraph)) return { start: after, standfirst: -1 };
  const next = parts.findIndex((part, index) => index > after && isCopyParagraph(part));
  return next < 0 ? { start: after, standfirst: -1 } : { start: next, standfirst: after };
}

/** A line of the head that is neither headline nor anything known by its words: outlet, byline, subhead or section. */
export function readHeadCopy(draft: Draft, parts: readonly Part[], index: number, headline: number): boolean {
  const part = parts[index];
  if (!part) return false;
  const { text } = part;
  const words = bareWords(text);
  for (const field of ['headline', 'source', 'byline', 'subhead'] as const)
    if (bareWords(draft.fields.get(field) ?? '') === words) {
      setField(draft, field, text, text);
      return true;
    }
  const titled = text.split(/\s+[|–—-]\s+/u);
  if (titled.length > 1 && bareWords(titled[0] ?? '') === bareWords(draft.fields.get('headline') ?? '')) {
    leaveOut(draft, text, 'repeats the headline');
    return true;
  }
  if (isSectionName(text)) {
    leaveOut(draft, text, 'section name');
    return true;
  }
  if (isOutlet(draft, parts, index)) {
    setField(draft, 'source', text, text);
    return true;
  }
  if (readLoneDateline(draft, text)) return true;
  if (draft.fields.has('byline') && !draft.fields.has('bylineTitle') && isRole(text)) {
    setField(draft, 'bylineTitle', text, text);
    return true;
  }
  if (!draft.fields.has('byline') && index > headline && isBareByline(text) && wordCount(text) <= 8) {
    setByline(draft, splitTitle(text), text);
    return true;
  }
  if (index < headline && wordCount(text) <= 6) {
    leaveOut(draft, text, 'line above the headline');
    return true;
  }
  if (index > headline && headline >= 0 && !draft.fields.has('subhead') && text.length <= 320) {
    setField(draft, 'subhead', text, text);
    return true;
  }
  return false;
}

function isOutlet(draft: Draft, parts: readonly Part[], index: number): boolean {
  const text = parts[index]?.text ?? '';
  if (draft.fields.has('source') || wordCount(text) > 6 || text.length > 60) return false;
  if (isOutletName(text) || namesReadingTime(parts, text)) return !looksLikePersonAbove(parts, index);
  const words = bareWords(text);
  const repeated = parts.some(
    (part, other) => other !== index && part.role === 'copy' && bareWords(part.text) === words,
  );
  const inCopyright = parts.some(
    part => part.role === 'copyright' && ` ${bareWords(part.text)} `.includes(` ${words} `),
  );
  return repeated || inCopyright || isBrandWord(text);
}

/** 'Ada Lindqvist 3 Min Read' below a line 'Ada Lindqvist' names a writer, unless the name is an outlet's. */
function looksLikePersonAbove(parts: readonly Part[], index: number): boolean {
  const text = parts[index]?.text ?? '';
  return looksLikeNames(text) && !isOutletName(text);
}

/** 'SELWYN, Nov 23 (Harbour Agency)' on a line of its own. */
function readLoneDateline(draft: Draft, text: string): boolean {
  if (draft.dateline || text.length > 100) return false;
  const read = readDateline(`${text} — x`, draft.context.now);
  if (!read || (read.dateline.source === '' && read.dateline.date === '')) return false;
  draft.dateline = read.dateline;
  draft.sources.push({ field: 'dateline', text });
  return true;
}

export function setByline(draft: Draft, read: { byline: string; title: string }, text: string): void {
  const taken = draft.fields.has('byline');
  setField(draft, 'byline', read.byline, text);
  if (read.title !== '' && !taken) draft.fields.set('bylineTitle', read.title);
}

/** A byline line, with or without its opening word. */
export function readBylineLine(draft: Draft, text: string): void {
  setByline(draft, readByline(text) ?? splitTitle(text), text);
}

/** A line about times, or a name with the reading time behind it. */
export function readTimeLine(draft: Draft, parts: readonly Part[], index: number): void {
  const text = parts[index]?.text ?? '';
  const named = nameBeforeReadingTime(text);
  if (!named) {
    draft.published ||= readDate(text, draft.context.now);
    leaveOut(draft, text, 'time of publication');
    return;
  }
  const words = bareWords(named.name);
  const repeats = parts.some((part, other) => other !== index && bareWords(part.text) === words);
  if (repeats || draft.fields.has('source')) leaveOut(draft, text, 'reading time');
  else {
    const byline =
      readByline(named.name) ??
      (isBareByline(named.name) && !isOutletName(named.name) ? splitTitle(named.name) : null);
    if (byline) setByline(draft, byline, named.name);
    else setField(draft, 'source', named.name, named.name);
    leaveOut(draft, named.rest, 'reading time');
  }
}
