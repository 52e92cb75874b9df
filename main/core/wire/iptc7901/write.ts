import type { z } from 'zod';
import { problem } from '../../../contract/failure.ts';
import type { Story } from '../../../contract/story.ts';
import { type Transliterated, toAscii } from '../ascii.ts';
import type { WriteContext, Written } from '../format.ts';
import { carriesContent } from '../status.ts';
import { characterProblems } from '../teletype/characters.ts';
import { copyGroups } from '../teletype/copy.ts';
import { type Group, marks } from '../teletype/groups.ts';
import { headLines } from '../teletype/head.ts';
import { groupLines } from '../teletype/lines.ts';
import { type HeadPart, tailGroups } from '../teletype/tail.ts';
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
  const text = (words: string): string => convert(words).text;
  const number = fourDigits(options.number ?? story.version);
  const slugline = singleLine(text(fields.slugline));
  const head = headLines(story).filter(line => text(line.text).trim() !== '');
  const copy = carriesContent(story) ? copyGroups(story) : [];
  const signOff = carriesContent(story) ? singleLine(text(fields.signOff)) : '';
  const parts: HeadPart[] = [
    ...(slugline === '' ? [] : (['slugline'] as const)),
    ...head.map(({ part }) => part),
    ...(signOff === '' ? [] : (['signOff'] as const)),
  ];
  const groups: Group[] = [
    headGroup(head.map(line => line.text)),
    ...copy,
    ...tailGroups(story, context, parts, ['slugline', 'takeKey']),
    ...(signOff === '' ? [] : [marks(signOff)]),
  ];
  const agency = agencyLetters(options.agency, context.provider);
  const header = [
    `${options.service}${number}`,
    priorityDigit(fields.priority),
    category(fields.category),
    String(wordCount(copy)),
    'xxxxx',
    ` ${agency}`,
    number,
  ].join(' ');
  const lines = [
    `\u0001${header}`,
    '',
    ...wrapLine(`${slugline || 'story'}/`, '', '  '),
    ...groupLines(groups, { margins, wrap: true, convert: text }).map((line, index) =>
      index === 0 ? `\u0002${line}` : line,
    ),
    '',
    `\u0003${dateGroup(story, context.now)}`,
    '\u007f',
    '\u007f\u0004',
  ];
  const file = {
    path: `${context.baseName}.iptc`,
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

/** The head block ends with ` =` (wire-formats 6). */
function headGroup(texts: readonly string[]): Group {
  return marks(...texts.slice(0, -1), singleLine(`${texts.at(-1) ?? ''} =`));
}

/** What stands on the wire for a text: no control characters, and only characters of the set. */
function converter(set: Options['characterSet']): (text: string) => Transliterated {
  const bare = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/gu, '');
  switch (set) {
    case 'utf-8':
      return text => ({ text: bare(text), lost: [] });
    case 'latin-1':
      return text => toAscii(bare(text), character => character >= '\u00a0' && character <= '\u00ff');
    case 'ascii':
      return text => toAscii(bare(text));
  }
}

function encode(text: string, set: Options['characterSet']): Uint8Array {
  return set === 'utf-8' ? new TextEncoder().encode(text) : new Uint8Array(Buffer.from(text, 'latin1'));
}

function wordCount(groups: readonly Group[]): number {
  return groups
    .flatMap(group => group.lines)
    .flatMap(line => line.text.split(/\s+/u))
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length;
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
