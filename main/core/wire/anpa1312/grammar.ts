import { type Problem, problem } from '../../../contract/failure.ts';
import { broken, controlProblems, strictLines } from '../teletype/grammar.ts';
import { decodeWire } from '../teletype/messages.ts';
import { longestKeyword, readHeader } from './header.ts';

/** `MR-WF-03-04-26 1130GMT<` (wire-formats 7). */
const trailer = /^\t {3}\u0003[A-Z]{2,4}-WF-\d\d-\d\d-\d\d \d{4}GMT<$/u;

/**
 * What a message breaks of the rules by which this program writes (wire-formats 7), which are narrower than those by
 * which it reads.
 */
export function grammarProblems(bytes: Uint8Array): Problem[] {
  const { text } = decodeWire(bytes);
  const { lines, problems } = strictLines(text);
  const header = readHeader(lines[0] ?? '', lines[1] ?? '');
  const closes = lines.findIndex(line => line.includes('\u0003'));
  const month = Number(header?.date.slice(0, 2));
  return [
    ...problems,
    ...controlProblems(text, ['\u0001', '\u001f', '\u0013', '\u0002', '\u0003', '\u000c', '\u0004']),
    ...(bytes.some(byte => byte > 0x7e)
      ? [problem('error', 'wire-grammar', 'A character is not of 7-bit ASCII.')]
      : []),
    ...(text.startsWith('\u0016\u0016\u0001')
      ? []
      : [broken('SYN SYN SOH do not open it', lines[0] ?? '', 1)]),
    ...(header === null ? [broken('these are no header lines', lines[1] ?? '', 2)] : []),
    ...(header !== null && (header.keyword === '' || header.keyword.length > longestKeyword)
      ? [broken(`the keyword has not 1 to ${longestKeyword} characters`, header.keyword, 2)]
      : []),
    ...(header !== null && !(month >= 1 && month <= 12)
      ? [broken('the date is not MM-DD', header.date, 2)]
      : []),
    ...(/ \d{4}$/u.test(lines[1] ?? '') ? [] : [broken('the count has not four digits', lines[1] ?? '', 2)]),
    ...(/^\u0002\^.*,\d+<$/u.test(lines[2] ?? '') ? [] : [broken('this is no slug line', lines[2] ?? '', 3)]),
    ...(trailer.test(lines[closes] ?? '')
      ? []
      : [broken('this is no trailer', lines[closes] ?? '', closes + 1)]),
    ...lines
      .slice(2, Math.max(closes, 2))
      .flatMap((line, index) =>
        /[\u0000\u0001\u0003-\u0008\u000b-\u001f\u007f]/u.test(line)
          ? [broken('a control character is no part of the format', line, index + 3)]
          : [],
      ),
  ];
}
