import type { z } from 'zod';
import { type Problem, problem } from '../../../contract/failure.ts';
import type { FieldName, Story } from '../../../contract/story.ts';
import type { WriteContext, Written } from '../format.ts';
import { publishingStatus } from '../status.ts';
import { characterProblems } from '../teletype/characters.ts';
import { type HeadLine, headLines } from '../teletype/head.ts';
import { groupLines } from '../teletype/lines.ts';
import { messageBody } from '../teletype/tail.ts';
import { agencyLetters, fourDigits, sentParts } from '../teletype/transmission.ts';
import { singleLine } from '../text.ts';
import { longestKeyword, margins, priorityLetter, versionOf, withCycle } from './header.ts';
import type { anpa1312Options } from './options.ts';
import { toWire } from './signs.ts';

type Options = z.output<typeof anpa1312Options>;

/** A story as one ANPA 1312 message in 7-bit ASCII (wire-formats 7), lines as long as they are, as AP sends them. */
export function writeAnpa1312(story: Story, options: Options, context: WriteContext): Written {
  const { fields } = story;
  const text = (words: string): string => singleLine(toWire(words));
  const slug = withCycle(text(fields.slugline), options.cycle);
  const whole = slug.replace(/\s+/gu, '');
  const keyword = whole.slice(0, longestKeyword);
  const takeKey = text(fields.takeKey);
  const version = versionOf(takeKey);
  const letter = text(fields.category);
  const category = /^[A-Za-z]$/u.test(letter) ? letter : options.category;
  const head = headLines(story, toWire).filter(line => line.part !== 'takeKey');
  const body = messageBody(story, context, { head, convert: toWire, dash: '_' });
  const sent = sentParts(story, context.now);
  const agency = agencyLetters(options.agency, context.provider).toUpperCase();
  const lines = [
    `\u0016\u0016\u0001${options.service}${fourDigits(options.number ?? story.version)}\u001f${options.selector}`,
    `${priority(story)} ${category}\u0013${isTable(story) ? '\u0012' : '\u0011'} ${keyword} ${version}   ${sent.month}-${sent.day} ${String(Math.min(body.words, 9_999)).padStart(4, '0')}`,
    `\u0002^${[slug, takeKey].filter(Boolean).join(', ')},${body.words}<`,
    ...head.map(headLine),
    ...groupLines(body.groups, { margins, wrap: false, convert: toWire }),
    `\t   \u0003${agency}-WF-${sent.month}-${sent.day}-${sent.year} ${sent.clock}GMT<`,
    '',
    '\u000c',
    '\u0004',
  ];
  const file = {
    path: `${context.baseName}.txt`,
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode(lines.map(line => `${line}\r\n`).join('')),
  };
  const cut = (isCut: boolean, field: FieldName, words: string): Problem[] =>
    isCut ? [problem('warning', 'cut', `The ${words} in the header.`, { field })] : [];
  return {
    files: [file],
    problems: [
      ...characterProblems(story, toWire),
      // The whole stands in the text.
      ...cut(keyword !== whole, 'slugline', `slugline “${slug}” is cut to the keyword “${keyword}”`),
      ...cut(
        version !== takeKey.replace(/\s+/gu, ''),
        'takeKey',
        `take key “${takeKey}” is cut to “${version}”`,
      ),
      ...cut(letter !== '' && letter !== category, 'category', `category “${letter}” goes as “${category}”`),
    ],
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
