import { type Problem, problem } from '../../../contract/failure.ts';
import type { Story } from '../../../contract/story.ts';

/** Rules of lines, which no schema holds: what receivers' parsers trip over (wire-formats 6, 7). */

/** A broken rule, with the place it was broken at. */
export function broken(rule: string, line: string, number: number): Problem {
  const shown = line.length > 60 ? `${line.slice(0, 60).toWellFormed()}…` : line;
  const visible = shown.replace(/[\u0000-\u001f\u007f]/gu, '·');
  return problem('error', 'wire-grammar', `Line ${number}: ${rule}: “${visible}”.`);
}

/** The lines of a file of which each must end with CR LF; the rest after the last is the last element. */
export function strictLines(text: string): {
  readonly lines: readonly string[];
  readonly problems: Problem[];
} {
  const lines = text.split('\r\n');
  const problems = lines.flatMap((line, index) =>
    /[\r\n]/u.test(line) ? [broken('a line ends with something else than CR LF', line, index + 1)] : [],
  );
  const rest = lines.pop() ?? '';
  if (rest !== '') problems.push(broken('the last line does not end with CR LF', rest, lines.length + 1));
  return { lines, problems };
}

/** How often each control character may stand in a message, and that they stand in that order. */
export function controlProblems(text: string, order: readonly string[]): Problem[] {
  const places = order.map(control => text.indexOf(control));
  const problems = order.flatMap((control, index) => {
    const name = `the character ${control.charCodeAt(0)}`;
    const place = places[index] ?? -1;
    if (place < 0) return [problem('error', 'wire-grammar', `There is none of ${name}.`)];
    if (text.indexOf(control, place + 1) >= 0)
      return [problem('error', 'wire-grammar', `There is more than one of ${name}.`)];
    return [];
  });
  const inOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
  return inOrder
    ? problems
    : [...problems, problem('error', 'wire-grammar', 'Control characters stand out of order.')];
}

/** The slugline names the message in both formats: without one it goes as "story". */
export function nameProblems({ fields }: Pick<Story, 'fields'>): Problem[] {
  if (fields.slugline.trim() !== '') return [];
  return [
    problem('warning', 'slugline-missing', 'Without a slugline the message goes under the keyword “story”.', {
      field: 'slugline',
    }),
  ];
}
