import { readFileSync, writeFileSync } from 'node:fs';
import { fieldNames, storyFields } from '../../main/contract/story.ts';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';

/**
 * The README's page of formats, made from the tables that the compiler checks.
 * Run to renew it: node_modules/.bin/node tests/support/format-page.ts
 */

const begin = '<!-- formats: made by tests/support/format-page.ts -->';
const end = '<!-- formats end -->';
const readme = new URL('../../README.md', import.meta.url);

const all: readonly WireFormat[] = formats;

/** Every format with what it does, and a table of where each field and block goes in it. */
export function formatPage(): string {
  const list = all.map(({ id, label, extension, write, read, readBy }) => [
    `\`${id}\``,
    label,
    `.${extension}`,
    write ? 'yes' : 'no',
    read || readBy ? 'yes' : 'no',
  ]);
  return [...table([['format', 'name', 'file', 'out', 'in'], ...list]), '', ...all.flatMap(places)].join(
    '\n',
  );
}

function places({ label, fields, blocks }: WireFormat): string[] {
  const rows = [
    ...fieldNames.map(name => [storyFields[name].label, fields[name]]),
    ...Object.entries(blocks).map(([name, place]) => [`_block_ ${name}`, place]),
  ].map(([what = '', place = '']) => [what, place === 'omitted' ? '_omitted_' : place]);
  return [
    `<details><summary>${label}: where everything goes</summary>`,
    '',
    ...table([['of the story', 'place'], ...rows]),
    '',
    '</details>',
    '',
  ];
}

/** A Markdown table with its columns in line, as the formatter wants it. */
function table(rows: readonly (readonly string[])[]): string[] {
  const [head = [], ...rest] = rows.map(row => row.map(cell => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rest].map(row => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rest.map(line)];
}

/** The README as it should be. */
export function renewed(text: string): string {
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end);
  if (from < begin.length || to < from)
    throw new Error('The README has lost the marks of its page of formats.');
  return `${text.slice(0, from)}\n\n${formatPage()}\n${text.slice(to)}`;
}

if (import.meta.filename === process.argv[1]) writeFileSync(readme, renewed(readFileSync(readme, 'utf8')));
