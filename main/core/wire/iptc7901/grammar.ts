import { type Problem, problem } from '../../../contract/failure.ts';
import { broken, controlProblems, strictLines } from '../teletype/grammar.ts';
import { decodeWire } from '../teletype/messages.ts';
import { columns } from '../text.ts';
import { readHeader } from './header.ts';

/** The most columns of a line (wire-formats 6). */
const widest = 69;
/** Day, hour and minute, zone, month and year. */
const dateGroup = /^\u0003(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d GMT [A-Z][a-z]{2} \d{2}$/u;

/**
 * What a message breaks of the rules by which this program writes (wire-formats 6), which are narrower than those by
 * which it reads.
 */
export function grammarProblems(bytes: Uint8Array): Problem[] {
  const { text } = decodeWire(bytes);
  const { lines, problems } = strictLines(text);
  const header = lines[0] ?? '';
  const opens = lines.findIndex(line => line.startsWith('\u0002'));
  const closes = lines.findIndex(line => line.startsWith('\u0003'));
  const keywords = lines.slice(1, Math.max(opens, 1)).filter(line => line !== '');
  return [
    ...problems,
    ...controlProblems(text, ['\u0001', '\u0002', '\u0003', '\u0004']),
    ...(header.startsWith('\u0001') && readHeader(header) !== null
      ? []
      : [broken('this is no header', header, 1)]),
    ...(keywords.at(-1)?.endsWith('/')
      ? []
      : [problem('error', 'wire-grammar', 'There is no keyword line.')]),
    ...(headEnds(lines.slice(Math.max(opens, 0), Math.max(closes, 0)))
      ? []
      : [problem('error', 'wire-grammar', 'The head block does not end with “ =” and a blank line.')]),
    ...(dateGroup.test(lines[closes] ?? '')
      ? []
      : [broken('this is no date group', lines[closes] ?? '', closes + 1)]),
    ...lines.flatMap((line, index) => [
      ...(columns(line.replace(/[\u0001-\u0004]/gu, '')) > widest
        ? [broken(`the line has more than ${widest} columns`, line, index + 1)]
        : []),
      ...(/[\u0000\u0005-\u001f\u0080-\u009f]/u.test(line) || (/\u007f/u.test(line) && index <= closes)
        ? [broken('a control character is no part of the format', line, index + 1)]
        : []),
    ]),
  ];
}

function headEnds(text: readonly string[]): boolean {
  const blank = text.indexOf('');
  const last = (blank < 0 ? '' : text[blank - 1]) ?? '';
  return /(?:^\u0002?| )=$/u.test(last);
}
