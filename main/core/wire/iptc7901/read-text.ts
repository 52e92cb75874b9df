import type { Dateline, SomeFields } from '../../../contract/story.ts';
import { type LabelledLine, labelledFields, readLabelled } from '../labelled-lines.ts';
import { datelineText } from '../story-words.ts';
import { joinTexts, singleLine } from '../text.ts';

/** The copy of a message and what stands behind it. */
export interface ReadText {
  readonly paragraphs: readonly string[];
  readonly fields: SomeFields;
  readonly dateline: Partial<Dateline>;
  readonly photos: readonly string[];
}

/** Everything behind it is for editors only (wire-formats 6). */
const divider = /^\*( ?\*){3,}$/u;
const notForPublication =
  /^(?:The following information is not (?:intended )?for publication|Die folgenden Informationen sind nicht zur Ver[öo]e?ffentlichung bestimmt)/iu;
const notebookTitle = /^# [^#]/u;
const initials = /^\(([\p{L}\p{N}\\/ .,-]{2,30})\)$/u;
/** `dpa wsz jln npr`: the agency and short signs. */
const agencySignOff = /^[a-zA-Z-]{2,7}(?: [a-z0-9]{1,5}){1,8}$/u;
/** `Berlin (dpa) - `, `Paris (ats afp) `: the source in brackets tells it from copy. */
const opening =
  /^(\p{Lu}[\p{L}\p{M}'’. -]{1,40}?)((?:, [\p{L} .]{2,30})?),? \(([^()]{2,40})\)\s*(?:[-–—]\s+)?(?=\S)/u;

/** Paragraphs, notes and sign-off from the lines behind the head. */
export function readText(lines: readonly string[]): ReadText {
  const paragraphs: string[] = [];
  const open: string[] = [];
  const closed: string[] = [];
  const labelled: LabelledLine[] = [];
  const photos: string[] = [];
  let place: 'copy' | 'notebook' | 'internal' = 'copy';
  let signOff = '';
  for (const paragraph of paragraphsOf(lines)) {
    const first = paragraph[0] ?? '';
    const text = singleLine(paragraph.join(' '));
    if (divider.test(first)) place = 'internal';
    else if (notForPublication.test(text)) {
      place = 'internal';
      closed.push(...paragraph.slice(1));
    } else if (place !== 'internal' && notebookTitle.test(first)) place = 'notebook';
    else if (
      paragraph.length === 1 &&
      (initials.test(text) || (place !== 'copy' && agencySignOff.test(text)))
    )
      signOff = initials.exec(text)?.[1] ?? text;
    else if (place === 'internal') closed.push(...paragraph);
    else if (place === 'notebook') {
      for (const line of logicalLines(paragraph)) {
        const known = readLabelled(line);
        if (known?.name === 'photo') photos.push(known.words);
        else if (known) labelled.push(known);
        else open.push(line);
      }
    } else paragraphs.push(text);
  }
  const last = paragraphs.at(-1);
  if (signOff === '' && last !== undefined && paragraphs.length > 1 && agencySignOff.test(last)) {
    signOff = last;
    paragraphs.pop();
  }
  const fields = labelledFields(labelled);
  const { copy, dateline } = withoutOpening(paragraphs, fields);
  return {
    paragraphs: copy,
    dateline,
    photos,
    fields: {
      ...fields,
      edNote: joinTexts([...open.map(line => line.replace(/^#+ ?/u, '')), fields.edNote ?? ''], '\n'),
      internalNote: joinTexts(
        closed.map(line => line.replace(/^#+ ?/u, '')),
        '\n',
      ),
      signOff: signOff.replace('\\/', '/'),
    },
  };
}

/** A blank line parts paragraphs; so does a first line set in by three columns. */
function paragraphsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const paragraphs: string[][] = [];
  let current: string[] = [];
  const settle = (): void => {
    if (current.length > 0) paragraphs.push(current);
    current = [];
  };
  for (const line of lines) {
    if (line.trim() === '') settle();
    else {
      if (/^ {3,}\S/u.test(line) || notebookTitle.test(line) || divider.test(line.trim())) settle();
      current.push(/^ {2}\S/u.test(line) ? line : line.trim());
      if (notebookTitle.test(line) || divider.test(line.trim())) settle();
    }
  }
  settle();
  return paragraphs;
}

/** A line set in by two columns goes on the line above it. */
function logicalLines(lines: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (line.startsWith('  ') && last !== undefined) whole[whole.length - 1] = `${last} ${line.trim()}`;
    else whole.push(line.trim());
  }
  return whole;
}

/** The copy without the dateline that opens it: by the notebook's parts where they are there, else as agencies write it. */
function withoutOpening(
  paragraphs: readonly string[],
  { dateline, language = 'en' }: SomeFields,
): { readonly copy: readonly string[]; readonly dateline: Partial<Dateline> } {
  const [first = '', ...rest] = paragraphs;
  if (dateline) {
    const printed = `${singleLine(datelineText(dateline, language))} - `;
    const copy = first.startsWith(printed) ? [first.slice(printed.length), ...rest] : paragraphs;
    return { copy, dateline };
  }
  const match = opening.exec(first);
  if (!match) return { copy: paragraphs, dateline: {} };
  const [whole, place = '', country = '', source = ''] = match;
  return {
    copy: [first.slice(whole.length), ...rest],
    dateline: { place: place.trim(), country: country.replace(/^, /u, ''), source },
  };
}
