import { WiredeskError } from '../../../contract/failure.ts';
import type { Report } from '../reading/report.ts';

/** Far beyond a day of any wire, and little enough to be read in a moment. */
const mostMessages = 2_000;

/** Bytes off a wire as text: strict UTF-8, else Windows-1252 (wire-formats 6); control characters stay. */
export function decodeWire(bytes: Uint8Array): { readonly text: string; readonly repair: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), repair: '' };
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      repair: 'The text was not UTF-8; it was read as Windows-1252.',
    };
  }
}

/**
 * The messages of a file, one after the other: each begins with SOH, or is the whole file where a hop has taken the
 * control characters away.
 * @throws WiredeskError 'too-large' beyond 2,000 messages
 */
export function splitMessages(text: string, fileName: string): string[] {
  const messages = text.split(/(?=\u0001)/u);
  if (messages.length > mostMessages)
    throw new WiredeskError('too-large', `${fileName} holds more than ${mostMessages} messages.`);
  return messages.filter(message => /[\p{L}\p{N}]/u.test(message));
}

/** A message's lines, whatever ends them; `CR LF LF` is a blank line (wire-formats 6). */
export function wireLines(text: string): string[] {
  return text.split(/\r\n|[\r\n]/u);
}

const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu;

/** A line without the wire's control characters; those that do not belong to the format are told. */
export function bareLine(line: string, report: Report): string {
  if (/[\u0000\u0005\u0006\u000b\u000e\u000f\u0015\u0017-\u001d\u0080-\u009f]/u.test(line))
    report.repaired('Control characters that are no part of the format were taken out.');
  return line.replace(controls, '');
}
