import type { z } from 'zod';
import { problem } from '../../../contract/failure.ts';
import type { Story } from '../../../contract/story.ts';
import { toAscii } from '../ascii.ts';
import type { WriteContext, Written } from '../format.ts';
import { characterProblems } from '../teletype/characters.ts';
import { type Group, marks } from '../teletype/groups.ts';
import { headLines } from '../teletype/head.ts';
import { groupLines } from '../teletype/lines.ts';
import { messageBody } from '../teletype/tail.ts';
import { agencyLetters, dateGroup, fourDigits } from '../teletype/transmission.ts';
import { wrapLine } from '../teletype/wrap.ts';
import { singleLine } from '../text.ts';
import { category, margins, priorityDigit } from './header.ts';
import type { iptc7901Options } from './options.ts';

type Options = z.output<typeof iptc7901Options>;

/** A story as one IPTC 7901 message (wire-formats 6): at most 69 columns a line, CR LF everywhere. */
export function writeIptc7901(story: Story, options: Options, context: WriteContext): Written {
  const { fields } = story;
  const convert = converter(options.characterSet);
  const number = fourDigits(options.number ?? story.version);
  const head = headLines(story, convert);
  const body = messageBody(story, context, { head, convert, dash: '-' });
  const groups = [headGroup(head.map(line => line.text)), ...body.groups];
  const agency = agencyLetters(options.agency, context.provider);
  const lines = [
    `\u0001${options.service}${number} ${priorityDigit(fields.priority)} ${category(fields.category)} ${body.words} xxxxx  ${agency} ${number}`,
    '',
    ...wrapLine(keywordLine(story, convert), '', '  '),
    ...groupLines(groups, { margins, wrap: true, convert }).map((line, index) =>
      index === 0 ? `\u0002${line}` : line,
    ),
    '',
    `\u0003${dateGroup(story, context.now)}`,
    '\u007f',
    '\u007f\u0004',
  ];
  const file = {
    path: `${context.baseName}.txt`,
    mediaType: 'text/plain',
    bytes: encode(lines.map(line => `${line}\r\n`).join(''), options.characterSet),
  };
  return {
    files: [file],
    problems: [
      ...(options.characterSet === 'utf-8' ? [] : characterProblems(story, convert)),
      ...categoryProblem(fields.category),
    ],
  };
}

/** Slugline and keywords, each with a slash behind it. */
function keywordLine({ fields }: Story, convert: (text: string) => string): string {
  const [slugline = '', ...keywords] = [fields.slugline, ...fields.keywords].map(word =>
    singleLine(convert(word)).replaceAll('/', '-'),
  );
  return [slugline || 'story', ...keywords.filter(word => word !== '')].map(word => `${word}/`).join('');
}

/** The head block ends with ` =` (wire-formats 6). */
function headGroup(texts: readonly string[]): Group {
  return marks(...texts.slice(0, -1), singleLine(`${texts.at(-1) ?? ''} =`));
}

/** What stands on the wire for a text: no control characters, and only characters of the set. */
function converter(set: Options['characterSet']): (text: string) => string {
  const bare = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/gu, '');
  switch (set) {
    case 'utf-8':
      return bare;
    case 'latin-1':
      return text => toAscii(bare(text), character => character >= '\u00a0' && character <= '\u00ff');
    case 'ascii':
      return text => toAscii(bare(text));
  }
}

function encode(text: string, set: Options['characterSet']): Uint8Array {
  return set === 'utf-8' ? new TextEncoder().encode(text) : new Uint8Array(Buffer.from(text, 'latin1'));
}

function categoryProblem(own: string): Written['problems'] {
  const written = category(own);
  if (own.trim() === '' || own.trim() === written) return [];
  return [
    problem('warning', 'cut', `The category “${singleLine(own)}” goes as “${written}” in the header.`, {
      field: 'category',
    }),
  ];
}
