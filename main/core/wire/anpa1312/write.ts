import type { z } from 'zod';
import { type Problem, problem } from '../../../contract/failure.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext, Written } from '../format.ts';
import { carriesContent, publishingStatus } from '../status.ts';
import { characterProblems } from '../teletype/characters.ts';
import { copyGroups } from '../teletype/copy.ts';
import { type Group, marks } from '../teletype/groups.ts';
import { type HeadLine, headLines } from '../teletype/head.ts';
import { groupLines } from '../teletype/lines.ts';
import { type HeadPart, tailGroups } from '../teletype/tail.ts';
import { agencyLetters, fourDigits, sentParts } from '../teletype/transmission.ts';
import { singleLine } from '../text.ts';
import { keywordOf, longestKeyword, margins, priorityLetter, versionOf } from './header.ts';
import type { anpa1312Options } from './options.ts';
import { toWire } from './signs.ts';

type Options = z.output<typeof anpa1312Options>;

/** A story as one ANPA 1312 message in 7-bit ASCII (wire-formats 7), lines as long as they are, as AP sends them. */
export function writeAnpa1312(story: Story, options: Options, context: WriteContext): Written {
  const { fields } = story;
  const text = (words: string): string => singleLine(toWire(words).text);
  const slug = text(singleLine(fields.slugline));
  const takeKey = text(singleLine(fields.takeKey));
  const copy = carriesContent(story) ? copyGroups(story) : [];
  const signOff = carriesContent(story) ? text(fields.signOff) : '';
  const count = wordCount(copy);
  const head = headLines(story).filter(line => line.part !== 'takeKey' && text(line.text) !== '');
  const parts: HeadPart[] = [
    'slugline',
    ...head.map(({ part }) => part),
    ...(signOff === '' ? [] : (['signOff'] as const)),
  ];
  const { keyword } = keywordOf(slug, options.cycle);
  const sent = sentParts(story, context.now);
  const groups: Group[] = [
    ...copy,
    ...tailGroups(story, context, parts, ['slugline']),
    ...(signOff === '' ? [] : [marks(signOff)]),
  ];
  const letters = text(fields.category);
  const category = /^[A-Za-z]$/u.test(letters) ? letters : options.category;
  const agency = agencyLetters(options.agency, context.provider).toUpperCase();
  const lines = [
    `\u0016\u0016\u0001${options.service}${fourDigits(options.number ?? story.version)}\u001f${options.selector}`,
    `${priority(story)} ${category}\u0013${isTable(story) ? '\u0012' : '\u0011'} ${keyword} ${versionOf(takeKey)}   ${sent.month}-${sent.day} ${String(Math.min(count, 9_999)).padStart(4, '0')}`,
    `\u0002^${[slug, takeKey].filter(Boolean).join(', ')},${count}<`,
    ...head.map(line => headLine({ ...line, text: text(line.text) })),
    ...groupLines(groups, { margins, wrap: false, convert: text }),
    `\t   \u0003${agency}-WF-${sent.month}-${sent.day}-${sent.year} ${sent.clock}GMT<`,
    '',
    '\u000c',
    '\u0004',
  ];
  const file = {
    path: `${context.baseName}.anpa`,
    mediaType: 'text/plain; charset=us-ascii',
    bytes: new TextEncoder().encode(lines.map(line => `${line}\r\n`).join('')),
  };
  return {
    files: [file],
    problems: [...characterProblems(story, toWire), ...cuts(story, slug, takeKey, options, category)],
  };
}

/** Bylines end centred, other header lines at the left (wire-formats 7). */
function headLine({ part, text }: HeadLine): string {
  return part === 'by' || part === 'byline' ? `^${text}=` : `^${text}<`;
}

/** Kill notes go as bulletins and corrections as urgent (wire-formats 7), unless the story is faster still. */
function priority(story: Story): string {
  const own = story.fields.priority;
  if (publishingStatus(story) !== 'usable') return priorityLetter(Math.min(own, 2));
  return priorityLetter(story.fields.editorialAction === 'correction' ? Math.min(own, 3) : own);
}

/** Tabular copy has a format byte of its own. */
function isTable({ body }: Story): boolean {
  const blocks = body.blocks.filter(block => block.type !== 'note');
  return blocks.length > 0 && blocks.every(block => block.type === 'table');
}

function wordCount(groups: readonly Group[]): number {
  return groups
    .flatMap(group => group.lines)
    .flatMap(line => line.text.split(/\s+/u))
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}

/** What the header holds only in part; the whole stands in the text. */
function cuts(story: Story, slug: string, takeKey: string, options: Options, category: string): Problem[] {
  const { keyword, whole } = keywordOf(slug, options.cycle);
  const own = singleLine(story.fields.category);
  return [
    ...(whole.length > longestKeyword
      ? [
          problem(
            'warning',
            'cut',
            `The slugline “${slug}” is cut to the keyword “${keyword}” in the header.`,
            {
              field: 'slugline',
            },
          ),
        ]
      : []),
    ...(versionOf(takeKey).length < takeKey.replace(/\s+/gu, '').length
      ? [
          problem(
            'warning',
            'cut',
            `The take key “${takeKey}” is cut to “${versionOf(takeKey)}” in the header.`,
            {
              field: 'takeKey',
            },
          ),
        ]
      : []),
    ...(own !== '' && own !== category
      ? [
          problem('warning', 'cut', `The category “${own}” goes as “${category}” in the header.`, {
            field: 'category',
          }),
        ]
      : []),
  ];
}
