import type { z } from 'zod';
import { type Problem, problem } from '../../../contract/failure.ts';
import type { Story } from '../../../contract/story.ts';
import { isLatin1, transliterate } from '../ascii.ts';
import { copyParagraphs } from '../copy-lines.ts';
import type { WriteContext, Written } from '../format.ts';
import { labelledLines, pictureLines } from '../labelled-lines.ts';
import { carriesContent, embargoWords, statusWords } from '../status.ts';
import { datelineText } from '../story-words.ts';
import { singleLine, wrapText } from '../text.ts';
import { anyCategory, del, eot, etx, isByline, isRank, lineWidth, monthNames, soh, stx } from './frame.ts';
import type { iptc7901Options } from './options.ts';

type Options = z.output<typeof iptc7901Options>;

/** What fits the header's category. */
function isHeaderCategory(category: string): boolean {
  return /^[A-Za-z]{1,3}$/.test(category) && category !== anyCategory;
}

/** A story as one IPTC 7901 message: CR LF everywhere, no line of the text over 69 columns. */
export function writeIptc7901(story: Story, options: Options, context: WriteContext): Written {
  const content = carriesContent(story);
  const copy = content ? copyParagraphs(story) : [];
  const pen = createPen(options.characterSet);
  const keywords = [story.fields.slugline || 'Story', ...story.fields.keywords].map(word =>
    singleLine(pen.ink(word)).replaceAll('/', '-'),
  );
  const head = headLines(story).flatMap(line => hanging(pen.ink(line), lineWidth - 2));
  const text = [
    ...head.map((line, index) => (index === head.length - 1 ? `${line} =` : line)),
    '',
    ...copyLines(story, copy).flatMap(paragraph => [...wrapText(pen.ink(paragraph), lineWidth), '']),
    ...notebook(story, content).flatMap(line => hanging(pen.ink(line), lineWidth)),
    ...signOff(story).map(pen.ink),
  ];
  const lines = [
    `${soh}${header(story, options, countWords(copy))}`,
    '',
    ...wrapText(`${keywords.join('/')}/`, lineWidth),
    ...text.map((line, index) => (index === 0 ? stx + line : line)),
    `${etx}${dateTimeGroup(context.now)}`,
    del,
    `${del}${eot}`,
  ];
  const whole = lines.map(line => `${line}\r\n`).join('');
  const file = { path: `${context.baseName}.txt`, mediaType: 'text/plain', bytes: pen.bytes(whole) };
  return { files: [file], problems: pen.problems() };
}

interface Pen {
  /** The text in characters that the wire has. */
  readonly ink: (text: string) => string;
  readonly bytes: (whole: string) => Uint8Array;
  /** What had to be written another way, each once. */
  readonly problems: () => readonly Problem[];
}

/** Text is made plain before its lines are measured: an equivalent may be longer than what it stands for. */
function createPen(characterSet: Options['characterSet']): Pen {
  if (characterSet === 'utf-8')
    return { ink: cleanLine, bytes: whole => new TextEncoder().encode(whole), problems: () => [] };
  const changes = new Map<string, string>();
  return {
    ink: text => {
      const written = transliterate(cleanLine(text), characterSet === 'latin-1' ? isLatin1 : undefined);
      for (const { from, to } of written.changes) changes.set(from, to);
      return written.text;
    },
    bytes: whole => new Uint8Array(Buffer.from(whole, 'latin1')),
    problems: () =>
      [...changes].map(([from, to]) =>
        problem('warning', 'transliterated', `The wire has no “${from}”: “${to}” is written instead.`),
      ),
  };
}

/** No control character of a story may end a message early. */
function cleanLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/gu, ' ');
}

function header({ fields, version }: Story, { service, agency }: Options, words: number): string {
  const category = isHeaderCategory(fields.category) ? fields.category : anyCategory;
  const number = String(version % 10_000).padStart(4, '0');
  return `${service}${number} ${fields.priority} ${category} ${words}  ${agency} ${number}`;
}

function countWords(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, each) => sum + each.split(' ').length, 0);
}

/** Rank, act, embargo, headline, subhead and byline; the last of its lines will end in ` =` (wire-formats 6). */
function headLines({ fields, state }: Story): readonly string[] {
  const take = singleLine(fields.takeKey);
  const byline = singleLine(fields.byline);
  return [
    take === '' || isRank(take) ? take : `Take: ${take}`,
    fields.editorialAction === 'correction' ? 'CORRECTION' : '',
    fields.editorialAction === 'update' ? 'UPDATE' : '',
    statusWords({ state, fields }),
    embargoWords(fields.embargo),
    singleLine(fields.headline) || 'Untitled',
    singleLine(fields.subhead) === '' ? '' : `Subhead: ${singleLine(fields.subhead)}`,
    byline === '' || isByline(byline) ? byline : `Byline: ${byline}`,
  ].filter(line => line !== '');
}

/** Paragraphs of the copy; the dateline opens the first. */
function copyLines({ fields }: Story, paragraphs: readonly string[]): readonly string[] {
  const dateline = singleLine(datelineText(fields.dateline, fields.language));
  const [first = '', ...rest] = paragraphs;
  if (dateline === '' || first === '') return paragraphs;
  return [`${dateline} - ${first}`, ...rest];
}

/** What the format has no field for, behind the copy, where dpa's notebook stands. Nothing internal is in it. */
function notebook(story: Story, content: boolean): readonly string[] {
  const { category } = story.fields;
  const lines = [
    ...labelledLines(story, isHeaderCategory(category) ? ['category'] : []),
    ...(content ? pictureLines(story) : []),
  ];
  return lines.length === 0 ? [] : ['# Notebook', '', ...lines, ''];
}

/** A line that goes on is set in by two columns, so that it is known to go on. */
function hanging(line: string, width: number): readonly string[] {
  return wrapText(line, width - 2).map((part, index) => (index === 0 ? part : `  ${part}`));
}

function signOff({ fields }: Story): readonly string[] {
  const initials = singleLine(fields.signOff);
  return initials === '' ? [] : [`(${initials})`, ''];
}

function dateTimeGroup(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const month = monthNames[now.getUTCMonth()] ?? '';
  return `${two(now.getUTCDate())}${two(now.getUTCHours())}${two(now.getUTCMinutes())} GMT ${month} ${two(now.getUTCFullYear() % 100)}`;
}
