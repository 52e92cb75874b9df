import { WiredeskError } from '../../../contract/failure.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { createReport, type Report } from '../reading/report.ts';

/** Far beyond a day of any wire, and little enough to be read in a moment. */
const mostMessages = 2_000;

/** Bytes off a wire as text: strict UTF-8, else Windows-1252 (wire-formats 6); control characters stay. */
export function decodeWire(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isUtf8: false };
  }
}

/** How a format's messages are taken apart, and made stories. */
export interface MessageReader<Message> {
  readonly label: string;
  /** Null for what is no message of the format. */
  readonly parse: (raw: string, report: Report) => Message | null;
  readonly story: (message: Message, context: ReadContext, report: Report) => ReadStory;
}

/**
 * A story of each message of a file, one after the other: each begins with SOH, or is the whole file where a hop has
 * taken the control characters away. What is no message is told with the first that is one.
 * @throws WiredeskError 'unreadable' where there is none, 'too-large' beyond 2,000 messages
 */
export function readMessages<Message>(
  bytes: Uint8Array,
  context: ReadContext,
  { label, parse, story }: MessageReader<Message>,
): readonly ReadStory[] {
  const { text, isUtf8 } = decodeWire(bytes);
  const pieces = text.split(/(?=\u0001)/u).filter(piece => /[\p{L}\p{N}]/u.test(piece));
  if (pieces.length > mostMessages)
    throw new WiredeskError('too-large', `${context.fileName} holds more than ${mostMessages} messages.`);
  const read = pieces.map(piece => {
    const report = createReport();
    if (!isUtf8) report.noted('The text is not UTF-8; it was read as Windows-1252.');
    return { piece, report, message: parse(piece, report) };
  });
  const first = read.find(({ message }) => message !== null);
  if (!first) throw new WiredeskError('unreadable', `${context.fileName} holds no message of ${label}.`);
  for (const { piece, message } of read)
    if (message === null) first.report.leftOut(piece, `no message of ${label}`);
  return read.flatMap(({ message, report }) => (message === null ? [] : [story(message, context, report)]));
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
