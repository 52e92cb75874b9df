import { type Problem, problem } from '../../../contract/failure.ts';
import { eot, etx, longestKeyword, serviceLine, soh, storyLine, stx, syn } from './frame.ts';

/**
 * Whether bytes are a message as ANPA 1312 has it (wire-formats 7): seven bits, the transmission characters once and
 * in order, both header lines by their grammar, the keyword within its length, every header line of the text closed.
 */
export function anpa1312Problems(bytes: Uint8Array): readonly Problem[] {
  const found: Problem[] = [];
  const fault = (words: string): void => void found.push(problem('error', 'grammar', words));
  if (bytes.some(byte => byte > 0x7f)) fault('The message has a character of more than seven bits.');
  const text = new TextDecoder('latin1').decode(bytes);
  const frame = [soh, stx, etx, eot];
  const places = frame.map(character => text.indexOf(character));
  if (!text.startsWith(syn + syn)) fault('The message does not begin with SYN SYN.');
  if (places.some(place => place < 0)) fault('SOH, STX, ETX or EOT is missing.');
  if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0)))
    fault('SOH, STX, ETX and EOT are out of order.');
  for (const character of frame)
    if (text.split(character).length > 2) fault('A control character of the frame stands twice.');
  const lines = text.split('\r\n');
  if (!serviceLine.test(lines[0] ?? '')) fault(`“${lines[0] ?? ''}” is no service line.`);
  const story = storyLine.exec(lines[1] ?? '');
  if (!story) fault(`“${lines[1] ?? ''}” is no story line.`);
  const [keyword = ''] = (story?.[5] ?? '').split(' ');
  if (keyword.length > longestKeyword)
    fault(`The keyword “${keyword}” is over ${longestKeyword} characters.`);
  for (const line of lines)
    if (/^\u0002?\^/u.test(line) && !/[<=]$/u.test(line)) fault(`The line “${line}” is not closed.`);
  return found;
}
