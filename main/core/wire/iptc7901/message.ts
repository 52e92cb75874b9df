import type { Report } from '../reading/report.ts';
import { bareLine, wireLines } from '../teletype/messages.ts';
import { type Header, readHeader } from './header.ts';

/** A message taken apart by its control characters, or by its lines where a hop has taken those away. */
export interface Message {
  readonly header: Header;
  readonly keywords: readonly string[];
  readonly text: readonly string[];
  readonly trailer: string;
}

const dateGroup = /^\s*\d{6}\s+(?:[A-Z]{3,4}\s+)?\p{L}{3,10}\.?\s+\d{2}\s*$/u;
/** The longest line that can be a header. */
const longestHeader = 300;

/** @returns null where line 1 is no header of this format */
export function readMessage(raw: string, report: Report): Message | null {
  const lines = wireLines(raw.replace(/^[\u007f\s]+/u, ''));
  const first = lines[0] ?? '';
  const header = first.length > longestHeader ? null : readHeader(first);
  if (!header) return null;
  const rest = lines.slice(1);
  const opens = rest.findIndex(line => line.includes('\u0002'));
  const start = opens >= 0 ? opens : endOfKeywords(rest);
  const closes = rest.findIndex((line, index) => index >= start && line.includes('\u0003'));
  const end = closes >= 0 ? closes : endOfText(rest, start);
  const text = rest.slice(start, end);
  const closing = rest[closes] ?? '';
  const [before = '', after = ''] = closes >= 0 ? closing.split('\u0003') : ['', rest[end] ?? ''];
  if (opens < 0) report.repaired('The control characters of the message are missing; its lines were read.');
  const behind = before.replace(/^[^\u0002]*\u0002/u, '');
  return {
    header,
    keywords: [...rest.slice(0, start), ...(opens >= 0 ? [(rest[opens] ?? '').split('\u0002')[0] ?? ''] : [])]
      .map(line => bareLine(line, report))
      .filter(line => line.trim() !== ''),
    text: [...text, ...(before.trim() === '' ? [] : [closes === start ? behind : before])].map(
      (line, index) =>
        withoutBells(index === 0 && opens >= 0 ? line.slice(line.indexOf('\u0002') + 1) : line, report),
    ),
    trailer: bareLine(after, report).trim(),
  };
}

/** Bells only ring: `(Eil BEL BEL BEL)` is `(Eil)`. */
function withoutBells(line: string, report: Report): string {
  return bareLine(line.replace(/(?: ?\u0007)+/gu, ''), report);
}

/** The line after the keyword lines, which end at a blank one. */
function endOfKeywords(lines: readonly string[]): number {
  const first = lines.findIndex(line => line.trim() !== '');
  if (first < 0 || !/\/\s*$/u.test(lines[first] ?? '')) return Math.max(first, 0);
  return first + 1;
}

function endOfText(lines: readonly string[], start: number): number {
  const group = lines.findLastIndex((line, index) => index >= start && dateGroup.test(line));
  return group < 0 ? lines.length : group;
}
