import { type Problem, problem } from '../../../contract/failure.ts';
import { wrapText } from '../text.ts';
import { dateGroup, etx, headerLine, lineWidth, soh, stx } from './frame.ts';

/**
 * Whether bytes are a message as IPTC 7901 has it (wire-formats 6): the frame's characters once and in order, header
 * and date group by their grammar, CR LF at every line's end, no line too long. Empty where they are.
 */
export function iptc7901Problems(bytes: Uint8Array): readonly Problem[] {
  const text = new TextDecoder('utf-8').decode(bytes);
  const found: Problem[] = [];
  const fault = (words: string): void => void found.push(problem('error', 'grammar', words));
  const places = [soh, stx, etx].map(character => text.indexOf(character));
  if (places.some(place => place < 0)) fault('SOH, STX or ETX is missing.');
  if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0)))
    fault('SOH, STX and ETX are out of order.');
  for (const character of [soh, stx, etx])
    if (text.split(character).length > 2) fault('A control character of the frame stands twice.');
  if (/(?<!\r)\n|\r(?!\n)/u.test(text)) fault('A line does not end in CR LF.');
  const lines = text.split('\r\n');
  if (!headerLine.test(lines[0] ?? '')) fault(`“${(lines[0] ?? '').slice(1)}” is no header line.`);
  if (!lines.some(line => line.startsWith(etx) && dateGroup.test(line)))
    fault('The date group behind ETX is missing.');
  const inText = text.slice((places[1] ?? 0) + 1, places[2] ?? 0).split('\r\n');
  for (const line of inText)
    if (wrapText(line.trim(), lineWidth).length > 1) fault(`A line is over ${lineWidth} columns: “${line}”.`);
  return found;
}
